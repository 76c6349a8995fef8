using System.Globalization;

namespace Procedures.Traceability;

/// <summary>
/// Reads one source, word by word: sections or articles, and the paragraphs named after each of them.
/// </summary>
/// <param name="prefix">What stands before the number of a section or article in an id.</param>
/// <param name="headings">The words after which the number of a section or article comes.</param>
internal sealed class CitationReader(string prefix, string[] headings)
{
    private readonly List<string> _found = [];
    private Expected _expected = Expected.Nothing;
    private string _heading = "";
    private string _paragraph = "";
    private bool _isRange;

    private enum Expected
    {
        Nothing, Heading, Paragraphs, OneParagraph, Annex,
    }

    public IEnumerable<string> Read(IEnumerable<string> words)
    {
        foreach (var word in words) Take(word);
        return _found;
    }

    private void Take(string word)
    {
        if (headings.Contains(word.ToLowerInvariant())) _expected = Expected.Heading;
        else if (_expected == Expected.Nothing) return;
        else if (word is "§" or "§§") BeginParagraphs(word);
        else if (word == "Annex") _expected = Expected.Annex;
        else if (word is "Rule" or "Rules" or "Resolution") _expected = Expected.Nothing;
        else if (word == "–") _isRange = true;
        else if (IsNumber(word)) TakeNumber(word);
    }

    private void BeginParagraphs(string sign)
    {
        _found.Remove(prefix + _heading);
        _expected = sign == "§" ? Expected.OneParagraph : Expected.Paragraphs;
        _paragraph = "";
    }

    private void TakeNumber(string number)
    {
        var endsArticle = prefix.Length > 0 && _expected == Expected.OneParagraph && _paragraph.Length > 0 && !_isRange;
        if (_expected == Expected.Annex) TakeAnnex(number);
        else if (_expected == Expected.Heading || endsArticle) TakeHeading(number);
        else TakeParagraph(number);
        _isRange = false;
    }

    private void TakeHeading(string number)
    {
        foreach (var each in Range(_heading, number)) _found.Add(prefix + each);
        _heading = number;
        _expected = Expected.Heading;
    }

    private void TakeAnnex(string number)
    {
        _found.Remove(prefix + _heading);
        _found.Add($"{prefix}{_heading}.Annex {number}");
    }

    private void TakeParagraph(string number)
    {
        // "5.vi, viii": a number that does not begin with a digit goes on from the paragraph before it.
        var full = char.IsAsciiDigit(number[0]) || _paragraph.Length == 0 ? number : $"{Stem(_paragraph)}.{number}";
        foreach (var each in Range(_paragraph, full)) _found.Add($"{prefix}{_heading}.{each}");
        _paragraph = full;
    }

    private IEnumerable<string> Range(string from, string to) =>
        _isRange && int.TryParse(from, CultureInfo.InvariantCulture, out var first)
                 && int.TryParse(to, CultureInfo.InvariantCulture, out var last) && last > first
            ? Enumerable.Range(first + 1, last - first).Select(n => n.ToString(CultureInfo.InvariantCulture))
            : [to];

    private static string Stem(string paragraph) =>
        paragraph.LastIndexOf('.') is var dot and >= 0 ? paragraph[..dot] : paragraph;

    private static bool IsNumber(string word) =>
        char.IsAsciiDigit(word[0]) || word.Length == 1 || word.Split('.')[0].All(c => c is 'i' or 'v' or 'x');
}
