using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Letters;

/// <summary>What the kinds of letters are called in file names and definitions: "due-today".</summary>
public static class LetterKindNames
{
    private static readonly ImmutableDictionary<string, LetterKind> Kinds =
        Enum.GetValues<LetterKind>().ToImmutableDictionary(Of, StringComparer.Ordinal);

    /// <summary>The name of the kind, in small letters with hyphens.</summary>
    public static string Of(LetterKind kind) => string.Concat(
        kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));

    /// <summary>The kind of that name, or null.</summary>
    public static LetterKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
