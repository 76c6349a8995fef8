using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>Wherever the program says something in English and in French, both say it well.</summary>
/// <remarks>A pair of sentences stands in the source as ("English", "French"), at tables and in the middle of code.</remarks>
public sealed partial class TwoLanguagesTests
{
    private static (string Place, string English, string French)[] Pairs { get; } =
    [
        .. Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.razor")).SelectMany(path =>
        {
            var text = File.ReadAllText(path);
            return Pair().Matches(text).Select(m => (
                $"{Path.GetRelativePath(Repository.Root, path)}:{text.AsSpan(0, m.Index).Count('\n') + 1}",
                Content(m.Groups["en"].Value), Content(m.Groups["fr"].Value)));
        }).Where(p => IsFrench().IsMatch(p.Item3)),
    ];

    [Fact]
    public void There_are_sentences_to_check() =>
        Assert.True(Pairs.Length > 1_500, $"Only {Pairs.Length} pairs were found.");

    [Fact]
    public void French_has_a_space_before_tall_punctuation_and_within_its_quotation_marks() =>
        Assert.Empty(Pairs.Where(p => Cramped().IsMatch(Own(p.French))).Select(p => $"{p.Place} {p.French}"));

    [Fact]
    public void English_has_no_space_before_punctuation_and_its_own_quotation_marks() =>
        Assert.Empty(Pairs.Where(p => Spaced().IsMatch(Own(p.English)) || p.English.Contains('«'))
            .Select(p => $"{p.Place} {p.English}"));

    [Fact]
    public void No_French_sentence_has_English_words_in_it() =>
        Assert.Empty(Pairs.Where(p => IsEnglish().IsMatch(Own(p.French))).Select(p => $"{p.Place} {p.French}"));

    [Fact]
    public void No_English_sentence_has_French_words_in_it() =>
        Assert.Empty(Pairs.Where(p => Accents().IsMatch(Own(p.English))).Select(p => $"{p.Place} {p.English}"));

    [Fact]
    public void Both_sentences_differ() =>
        Assert.Empty(Pairs.Where(p => p.English == p.French).Select(p => p.Place));

    // What stands in quotation marks is quoted: a name, what somebody typed, a piece of an expression.
    private static string Own(string text) => Quoted().Replace(text, "« Q »");

    private static string Content(string literals)
    {
        var joined = string.Concat(Literal().Matches(literals)
            .Select(m => m.Value.StartsWith('$') ? m.Value[2..^1] : m.Value[1..^1]));
        return Gap().Replace(joined, "X").Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace("\\u00A0", "\u00A0", StringComparison.Ordinal);
    }

    private const string String =
        "\\$?\"(?:[^\"\\\\\\n{]|\\\\.|\\{\\{|\\{(?:[^{}\"\\n]|\"(?:[^\"\\\\\\n]|\\\\.)*\")*\\})*\"";
    private const string Strings = String + "(?:\\s*\\+\\s*" + String + ")*";

    [GeneratedRegex(String)]
    private static partial Regex Literal();

    [GeneratedRegex("\\(\\s*(?<en>" + Strings + ")\\s*,\\s*(?<fr>" + Strings + ")\\s*\\)")]
    private static partial Regex Pair();

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""")]
    private static partial Regex Gap();

    [GeneratedRegex(@"«[\s\u00A0][^»]*[\s\u00A0]»|'[^']*'|“[^”]*”|\bEE-1: .*")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[éèêàçùôîœÉÀ«]|\b(le|la|les|des|du|un|une|est|pas|par|pour|dans|sur|qui|ne|au|aux)\b|\b[ldnsjqc]['’]")]
    private static partial Regex IsFrench();

    [GeneratedRegex(@"[^\s\u00A0][:;?!»](\s|$)|«[^\s\u00A0]")]
    private static partial Regex Cramped();

    [GeneratedRegex(@"[^\s“]\s[:;?!](\s|$)")]
    private static partial Regex Spaced();

    // with is also the name of a function of expressions.
    [GeneratedRegex(@"\b(the|is|are|not|and|cannot|needs|here|there|has|have|must|was|were|that|this|which|who|when)\b")]
    private static partial Regex IsEnglish();

    [GeneratedRegex(@"\b(le|la|les|des|une|est|pas|par|pour|dans|sur|qui|aux)\b|[àçùêî]")]
    private static partial Regex Accents();
}
