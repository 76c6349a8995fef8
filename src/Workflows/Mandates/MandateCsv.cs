using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Mandates;

/// <summary>Reads and writes the register as comma-separated text with headings in the first line.</summary>
/// <param name="states">The states that the register may name, by ISO 3166 code.</param>
public sealed class MandateCsv(Offices offices, IReadOnlyDictionary<string, Bilingual> states)
{
    /// <summary>The headings. Only the first four are needed; the order is free.</summary>
    public static readonly ImmutableArray<string> Headings =
        ["office", "state", "begins", "ends", "holder", "term", "source"];

    private static readonly string[] Needed = ["office", "state", "begins"];

    /// <summary>Reads a file. Every line is looked at, so that all mistakes are told at once.</summary>
    public MandateSheet Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        var head = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal)));
        var records = CsvText.Records(text, head.Contains(';') && !head.Contains(',') ? ';' : ',').ToArray();
        if (records.Length == 0) return Wrong(new LineProblem(1, "", ("The file is empty.", "Le fichier est vide.")));
        var columns = records[0].Fields.Select(f => f.ToLowerInvariant()).ToArray();
        if (HeadingProblems(records[0].Line, columns) is { IsEmpty: false } problems) return Wrong([.. problems]);
        var (mandates, wrong) = (new List<(int Line, Mandate Mandate)>(), new List<LineProblem>());
        foreach (var (line, fields) in records.Skip(1))
        {
            var check = new MandateLine(line, columns, fields, offices, states);
            if (check.Read() is { } mandate) mandates.Add((line, mandate));
            wrong.AddRange(check.Problems);
        }
        wrong.AddRange(Clashes(mandates));
        return wrong.Count > 0
            ? Wrong([.. wrong.OrderBy(p => p.Line)])
            : new MandateSheet([.. mandates.Select(m => m.Mandate)], []);
    }

    /// <summary>Writes the register; what it writes it reads back the same.</summary>
    public static string Write(IEnumerable<Mandate> mandates)
    {
        var lines = mandates.Select(m => CsvText.Write(
        [
            m.Office, m.State, Iso(m.Begins), m.Ends is { } ends ? Iso(ends) : "", m.Holder,
            m.Term.ToString(CultureInfo.InvariantCulture), m.Source,
        ]));
        return string.Concat(lines.Prepend(CsvText.Write(Headings)).Select(line => line + "\r\n"));
    }

    private static ImmutableArray<LineProblem> HeadingProblems(int line, string[] columns) =>
    [
        .. columns.Where(c => !Headings.Contains(c)).Select(c => new LineProblem(line, c, (
            $"There is no column “{c}”; there are {string.Join(", ", Headings)}.",
            $"Il n'y a pas de colonne « {c} » ; il y a {string.Join(", ", Headings)}."))),
        .. Needed.Where(n => !columns.Contains(n)).Select(n => new LineProblem(line, n, (
            $"The column {n} is missing.", $"La colonne {n} manque."))),
        .. columns.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => new LineProblem(line, g.Key, (
            $"The column {g.Key} stands twice.", $"La colonne {g.Key} figure deux fois."))),
    ];

    // Two people cannot hold one seat on the same day.
    private static IEnumerable<LineProblem> Clashes(List<(int Line, Mandate Mandate)> mandates)
    {
        foreach (var seat in mandates.GroupBy(m => m.Mandate.Seat))
        {
            var terms = seat.OrderBy(m => m.Mandate.Begins).ToArray();
            for (var i = 1; i < terms.Length; i++)
                if (terms[i - 1].Mandate.Ends is not { } ends || ends >= terms[i].Mandate.Begins)
                    yield return new LineProblem(terms[i].Line, "begins", (
                        $"The term begins before the one of line {terms[i - 1].Line} has ended.",
                        $"Le mandat débute avant la fin de celui de la ligne {terms[i - 1].Line}."));
        }
    }

    private static MandateSheet Wrong(params ImmutableArray<LineProblem> problems) => new([], problems);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
