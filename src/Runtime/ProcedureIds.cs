using System.Globalization;
using System.Text;
using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Runtime;

/// <summary>Readable ids: the definition, the state party, the year of opening and a number.</summary>
internal static class ProcedureIds
{
    /// <summary>"judge-election-EE-2026"; a state is named only when the inputs give one as a two-letter code.</summary>
    public static string Stem(string definitionId, Value.Map inputs, DateTimeOffset openedAt)
    {
        var stem = new StringBuilder();
        foreach (var c in definitionId)
            if (char.IsAsciiLetterOrDigit(c)) stem.Append(c);
            else if (stem.Length > 0 && stem[^1] != '-') stem.Append('-');
        if (stem.Length == 0) stem.Append("procedure");
        if (stem[^1] != '-') stem.Append('-');
        var state = inputs.Members.FirstOrDefault(m => m.Key.Equals("State", StringComparison.OrdinalIgnoreCase)).Value;
        if (state?.AsText is { Length: 2 } code && code.All(char.IsAsciiLetterUpper)) stem.Append(code).Append('-');
        return stem.Append(ParisTime.DayOf(openedAt).Year.ToString(CultureInfo.InvariantCulture)).ToString();
    }

    public static string Of(string stem, long number) => $"{stem}-{number.ToString(CultureInfo.InvariantCulture)}";
}
