using System.Reflection;
using System.Text.RegularExpressions;
using Procedures.Pages;

namespace Procedures.Host.Tests;

/// <summary>Every text of the pages exists in both languages, and the French ones look French.</summary>
public sealed partial class TextsTests
{
    // Words that both languages write alike.
    private static readonly string[] Alike =
        ["Contacts", "{0} contacts.", "Date", "Documents", "Journal", "Incidents", "incident", "Version {0}",
            "version {0}", "sample"];

    private static (string Place, Bilingual Text)[] Texts { get; } =
    [
        .. typeof(Visit).Assembly.GetTypes().Where(t => t.Namespace == "Procedures.Pages")
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(Bilingual))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (Bilingual)f.GetValue(null)!)),
    ];

    [Fact]
    public void The_pages_have_texts_to_check() =>
        Assert.True(Texts.Length > 150, $"Only {Texts.Length} texts were found.");

    [Fact]
    public void No_text_lacks_a_language()
    {
        var missing = Texts.Where(t => t.Text.English.Length == 0 || t.Text.French.Length == 0
            || t.Text.English == t.Text.French && !Alike.Contains(t.Text.English)).Select(t => t.Place);
        Assert.Empty(missing);
    }

    [Fact]
    public void French_has_a_space_before_tall_punctuation_and_English_has_none()
    {
        Assert.Empty(Texts.Where(t => Cramped().IsMatch(t.Text.French)).Select(t => t.Text.French));
        Assert.Empty(Texts.Where(t => Spaced().IsMatch(t.Text.English)).Select(t => t.Text.English));
    }

    [Fact]
    public void Both_languages_have_the_same_gaps_to_fill()
    {
        // A sentence with a date takes it twice, once for each language.
        var different = Texts.Where(t => Gap().Count(t.Text.English) != Gap().Count(t.Text.French))
            .Select(t => t.Place);
        Assert.Empty(different);
    }

    [GeneratedRegex(@"[^\s][:;?!»](\s|$)")]
    private static partial Regex Cramped();

    [GeneratedRegex(@"\s[:;?!]")]
    private static partial Regex Spaced();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gap();
}
