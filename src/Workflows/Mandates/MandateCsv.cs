using System.Collections.Immutable;
using System.Globalization;

namespace Procedures.Mandates;

/// <summary>Reads and writes the register as comma-separated text with headings in the first line.</summary>
/// <param name="states">The states that the register may name, by ISO 3166 code.</param>
public sealed class MandateCsv(Offices offices, IReadOnlyDictionary<string, Bilingual> states)
{
    /// <summary>The headings. Only office, state and begins are needed; the order is free.</summary>
    public static readonly ImmutableArray<string> Headings =
        ["office", "state", "begins", "ends", "holder", "term", "source", "rule", "left", "cause", "remark",
            "source-fr", "remark-fr"];

    private static readonly string[] Needed = ["office", "state", "begins"];
    private readonly MandateCheck _check = new(offices, states);

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
        var endless = ImmutableHashSet.CreateBuilder<string>();
        foreach (var (line, fields) in records.Skip(1))
        {
            var reading = new MandateLine(line, columns, fields, offices, _check);
            if (reading.Read() is { } mandate)
            {
                mandates.Add((line, mandate));
                if (!reading.HasEnd) endless.Add(mandate.Key);
            }
            wrong.AddRange(reading.Problems);
        }
        wrong.AddRange(Clashes(mandates));
        if (wrong.Count > 0) return Wrong([.. wrong.OrderBy(p => p.Line)]);
        return new MandateSheet([.. mandates.Select(m => m.Mandate)], [])
        {
            Columns = [.. columns], Lines = [.. mandates.Select(m => m.Line)], Endless = endless.ToImmutable(),
        };
    }

    /// <summary>
    /// The sheet laid over the register: about what it has no column for, the register stands; a term that overlaps one
    /// of the register is a mistake, unless that one is an example.
    /// </summary>
    public MandateSheet Over(MandateSheet sheet, IReadOnlyCollection<Mandate> register)
    {
        if (!sheet.IsWhole) return sheet;
        var known = register.ToDictionary(m => m.Key, StringComparer.Ordinal);
        var laid = sheet.Mandates.Select(m => known.TryGetValue(m.Key, out var old) ? Laid(m, old, sheet) : m)
            .ToImmutableArray();
        var lines = laid.Select((m, i) => (m.Key, Line: sheet.Lines[i])).ToDictionary(m => m.Key, m => m.Line);
        var overlaps = MandateCheck.Overlaps(register.Where(m => !lines.ContainsKey(m.Key)).Concat(laid))
            .Where(o => lines.ContainsKey(o.Earlier.Key) || lines.ContainsKey(o.Later.Key)).ToArray();
        var wrong = laid.SelectMany((m, i) =>
            _check.Of(m).Select(p => new LineProblem(sheet.Lines[i], p.Column, p.Text)))
            .Concat(overlaps.Select(o => lines.TryGetValue(o.Later.Key, out var line)
                    ? (Line: line, Mine: o.Later, Other: o.Earlier)
                    : (Line: lines[o.Earlier.Key], Mine: o.Earlier, Other: o.Later))
                .Where(o => !o.Other.IsSample || lines.ContainsKey(o.Other.Key))
                .Select(o => new LineProblem(o.Line, "begins", MandateCheck.Overlap(o.Other))))
            .OrderBy(p => p.Line).ToImmutableArray();
        if (!wrong.IsEmpty) return Wrong(wrong);
        return sheet with
        {
            Mandates = laid,
            Replaced = [.. overlaps.SelectMany(o => (Mandate[])[o.Earlier, o.Later])
                .Where(m => m.IsSample && !lines.ContainsKey(m.Key)).Distinct()],
        };
    }

    /// <summary>Writes the register; what it writes it reads back the same.</summary>
    public static string Write(IEnumerable<Mandate> mandates)
    {
        var lines = mandates.Select(m => CsvText.Write(
        [
            m.Office, m.State, Iso(m.Begins), Iso(m.Ends), m.Holder, m.Term.ToString(CultureInfo.InvariantCulture),
            m.Source, Iso(m.Rule), Iso(m.LeftOn),
            m.Cause is VacancyCause.None ? "" : m.Cause.ToString().ToLowerInvariant(), m.Remark,
            m.SourceFr, m.RemarkFr,
        ]));
        return string.Concat(lines.Prepend(CsvText.Write(Headings)).Select(line => line + "\r\n"));
    }

    private static Mandate Laid(Mandate mandate, Mandate old, MandateSheet sheet) => old with
    {
        Ends = sheet.Columns.Contains("ends") && !sheet.Endless.Contains(mandate.Key) ? mandate.Ends : old.Ends,
        Holder = sheet.Columns.Contains("holder") ? mandate.Holder : old.Holder,
        Term = sheet.Columns.Contains("term") ? mandate.Term : old.Term,
        Source = sheet.Columns.Contains("source") ? mandate.Source : old.Source,
        Rule = sheet.Columns.Contains("rule") ? mandate.Rule : old.Rule,
        LeftOn = sheet.Columns.Contains("left") ? mandate.LeftOn : old.LeftOn,
        Cause = sheet.Columns.Contains("cause") ? mandate.Cause : old.Cause,
        Remark = sheet.Columns.Contains("remark") ? mandate.Remark : old.Remark,
        SourceFr = French(sheet, "source", mandate.SourceFr, mandate.Source == old.Source, old.SourceFr),
        RemarkFr = French(sheet, "remark", mandate.RemarkFr, mandate.Remark == old.Remark, old.RemarkFr),
    };

    // The French of a text that a file without a French column has changed would contradict it.
    private static string French(MandateSheet sheet, string column, string given, bool isSame, string old) =>
        sheet.Columns.Contains(column + "-fr") ? given : !sheet.Columns.Contains(column) || isSame ? old : "";

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
                if (terms[i - 1].Mandate.LastDay is not { } ends || ends >= terms[i].Mandate.Begins)
                    yield return new LineProblem(terms[i].Line, "begins", (
                        $"The term begins before the one of line {terms[i - 1].Line} has ended.",
                        $"Le mandat débute avant la fin de celui de la ligne {terms[i - 1].Line}."));
        }
    }

    private static MandateSheet Wrong(params ImmutableArray<LineProblem> problems) => new([], problems);

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
