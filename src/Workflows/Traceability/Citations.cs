using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Procedures.Traceability;

/// <summary>Finds the paragraphs of the Assembly's rules on elections in the legal source of an activity.</summary>
/// <remarks>
/// Sources are written for readers: "Assembly rules on elections, section v, §§ 3 and 5.vi, viii". Sections ii and iii
/// of the rules reprint treaties and a resolution, which are cited by their own names and articles.
/// </remarks>
public static partial class Citations
{
    private static readonly (string Name, string Prefix)[] Reprinted =
    [
        ("European Convention on Human Rights", "ii.A."),
        ("European Convention for the Prevention of Torture", "ii.B."),
        ("Resolution (99) 50", "iii."),
    ];

    /// <summary>
    /// The ids of the cited paragraphs, without repetition; a section cited as a whole is its numeral.
    /// </summary>
    public static ImmutableArray<string> In(string legalSource)
    {
        var found = new List<string>();
        foreach (var source in WithoutRemarks(legalSource).Split(';'))
        {
            var reprint = Reprinted.FirstOrDefault(r => source.Contains(r.Name, StringComparison.Ordinal));
            if (reprint.Name is null)
                found.AddRange(new CitationReader("", ["section", "sections"]).Read(Words(source)));
            else
                found.AddRange(new CitationReader(reprint.Prefix, ["article", "articles"])
                    .Read(Words(source.Replace(reprint.Name, "", StringComparison.Ordinal))));
        }
        return [.. found.Distinct()];
    }

    private static string WithoutRemarks(string source)
    {
        for (var left = ""; left != source;)
        {
            left = source;
            source = Remark().Replace(source, "");
        }
        return source;
    }

    private static IEnumerable<string> Words(string source) => Word().Matches(source).Select(m => m.Value);

    // The number of Resolution (99) 50 stands in brackets and is no remark, and neither are the rules themselves.
    [GeneratedRegex(@"\((?!99\))(?!Assembly rules)[^()]*\)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"[\p{L}\d]+(?:\.[\p{L}\d]+)*|§+|–")]
    private static partial Regex Word();
}
