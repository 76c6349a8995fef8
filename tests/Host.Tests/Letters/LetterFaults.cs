using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Procedures.Storage;

namespace Procedures.Host.Tests.Letters;

/// <summary>Finds what is wrong with a letter as far as a program can see it.</summary>
internal static partial class LetterFaults
{
    private const string GivenInEnglish = "(Ce motif a été communiqué en anglais.)";
    private const string GivenInFrench = "(This reason was given in French.)";

    private static readonly ImmutableHashSet<string> EnglishWords =
    [
        "the", "of", "and", "is", "was", "were", "has", "have", "had", "not", "with", "from", "by", "for", "which",
            "this",
        "that", "these", "been", "are", "will", "shall", "must", "when", "until", "before", "after", "than", "into",
            "its",
        "their", "his", "her", "whom", "who", "to", "be", "it", "at", "or", "an", "no", "you", "your", "they", "there",
    ];

    private static readonly ImmutableHashSet<string> FrenchWords =
    [
        "le", "la", "les", "des", "une", "est", "pour", "dans", "avec", "par", "sur", "qui", "que", "du", "aux", "ou",
            "été",
        "il", "elle", "ce", "cette", "ne", "pas", "vous", "votre",
    ];

    /// <summary>Each fault with the line in which it stands.</summary>
    public static IEnumerable<string> In(StoredLetter letter)
    {
        if (letter.Text.Length == 0) return [$"not written: {letter.Error.English}"];
        var lines = letter.Text.Split('\n').Prepend(letter.Subject).ToArray();
        return [.. lines.SelectMany(line => InLine(line, letter.Language)), .. InWhole(letter)];
    }

    private static IEnumerable<string> InLine(string line, Language language)
    {
        var words = Address().Replace(line, "");
        if (line.Contains("{{", StringComparison.Ordinal) || line.Contains("}}", StringComparison.Ordinal)
            || Placeholder().IsMatch(line)) yield return $"unfilled: {line}";
        if (DoubleSpace().IsMatch(line)) yield return $"double space: {line}";
        if (EmptyItem().IsMatch(line)) yield return $"nothing after the label: {line}";
        if (IsoDay().IsMatch(words)) yield return $"day in ISO form: {line}";
        if (Code().IsMatch(words)) yield return $"code of a step, a body or a state: {line}";
        if (Odd().IsMatch(words)) yield return $"punctuation: {line}";
        var foreign = language == Language.French ? EnglishWords : FrenchWords;
        // Words that somebody gave in one language are not ours to typeset.
        if (line.EndsWith(GivenInEnglish, StringComparison.Ordinal)
            || line.EndsWith(GivenInFrench, StringComparison.Ordinal))
            yield break;
        if (Word().Matches(words).Select(w => w.Value).FirstOrDefault(foreign.Contains) is { } word)
            yield return $"“{word}” in a letter in {language}: {line}";
        if (language == Language.French && BreakableSpace().IsMatch(words))
            yield return $"no-break space missing: {line}";
        if (language == Language.English && SpaceBeforeSign().IsMatch(words))
            yield return $"space before a sign: {line}";
    }

    private static IEnumerable<string> InWhole(StoredLetter letter)
    {
        if (letter.Subject.Length is < 10 or > 300) yield return $"subject of {letter.Subject.Length} characters";
        if (letter.Text.Contains("\n\n\n", StringComparison.Ordinal)) yield return "an empty paragraph";
        if (!letter.Text.Contains(letter.Language == Language.French ? "Madame, Monsieur" : "Dear Sir or Madam",
            StringComparison.Ordinal)) yield return "no salutation";
        var (plain, page) = (Plain(letter.Text), Plain(WebUtility.HtmlDecode(Tag().Replace(Body(letter.Html), " "))));
        if (plain != page) yield return $"plain and HTML differ:\n{plain}\n{page}";
    }

    private static string Body(string html) => html[html.IndexOf("<body", StringComparison.Ordinal)..];

    // Of both forms the signs that are read, without what only lays them out.
    private static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('<' or '>' or '-')));

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[A-Za-z_][\w.]*\}|\b(null|undefined|NaN)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\S  +\S", RegexOptions.CultureInvariant)]
    private static partial Regex DoubleSpace();

    [GeneratedRegex(@"^- [^:]*:\s*$|^-\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyItem();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"\bP\d\.\d\d|\b(GOV|DEL|AGT|CAND|PARL)\b|\bpart\(|\b(of|de) [A-Z]{2}\b",
        RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\.)\.\.(?!\.)|,\s*[.,;:]|\(\s*\)|“”|«\s*»|\s[.,](\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Odd();

    [GeneratedRegex(@"\b[\p{Ll}]+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\u00A0][;!?»](\s|$)|[^\u00A0]:(\s|$)|«[^\u00A0]|§ ", RegexOptions.CultureInvariant)]
    private static partial Regex BreakableSpace();

    [GeneratedRegex(@"\s[:;!?](\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceBeforeSign();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
