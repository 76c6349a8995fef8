using System.Collections.Immutable;
using Procedures.Comparison;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>A kept text of a definition with what a page says of it.</summary>
public sealed record RevisionSheet(Revision Revision)
{
    /// <summary>What changed against the text that stood there before; null when one of them cannot be read.</summary>
    public ImmutableArray<Change>? Changes { get; init; }

    /// <summary>Whether there was no text before.</summary>
    public bool IsFirst { get; init; }

    /// <summary>What bringing it back would change in the newest text; null when one of them cannot be read.</summary>
    public ImmutableArray<Change>? Back { get; init; }

    /// <summary>Whether the newest text of the definition says the same.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether it can be brought back: an empty drawing cannot.</summary>
    public bool CanBeBroughtBack => !IsCurrent && Back is not null && Revision.Kind != RevisionKind.Emptied;

    /// <summary>"2 added, 1 removed, 5 changed", in few words.</summary>
    public Bilingual Summary
    {
        get
        {
            if (IsFirst) return ("First text that is kept", "Premier texte conservé");
            if (Changes is not { } changes) return ("Cannot be read", "Illisible");
            var parts = Parts(changes).ToArray();
            return parts.Length == 0
                ? ("No difference", "Aucune différence")
                : (string.Join(", ", parts.Select(p => p.English)), string.Join(", ", parts.Select(p => p.French)));
        }
    }

    private static IEnumerable<Bilingual> Parts(ImmutableArray<Change> changes)
    {
        if (changes.Count(c => c.Kind == ChangeKind.Added) is > 0 and var added)
            yield return ($"{added} added", added == 1 ? "1 ajout" : $"{added} ajouts");
        if (changes.Count(c => c.Kind == ChangeKind.Removed) is > 0 and var removed)
            yield return ($"{removed} removed", removed == 1 ? "1 suppression" : $"{removed} suppressions");
        if (changes.Count(c => c.Kind == ChangeKind.Changed) is > 0 and var changed)
            yield return ($"{changed} changed", changed == 1 ? "1 modification" : $"{changed} modifications");
        if (changes.Any(c => c.Kind == ChangeKind.Moved))
            yield return ("activities moved on the canvas", "activités déplacées sur le dessin");
    }
}
