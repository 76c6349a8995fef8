using Procedures.Practice;

namespace Procedures.Pages;

/// <summary>One request for a page: in which language, for which address, on which day.</summary>
/// <param name="Path">The path after the language segment, without a slash at its beginning: procedures/new.</param>
/// <param name="Query">The query string with its question mark, or empty.</param>
/// <param name="Now">UTC moment of the request.</param>
public sealed record Visit(Language Language, string Path, string Query, DateTimeOffset Now, Institution Institution)
{
    /// <summary>The anti-forgery token that every form of the page carries.</summary>
    public string Token { get; init; } = "";

    /// <summary>Who recorded last on this computer; empty when nobody has.</summary>
    public string Clerk { get; init; } = "";

    /// <summary>What moves the clock of a practice; null on a host for real procedures.</summary>
    public PracticeMoves? Practice { get; init; }

    /// <summary>Europe/Paris.</summary>
    public DateOnly Today => Deadlines.ParisTime.DayOf(Now);

    public string Tag => TagOf(Language);

    public Language OtherLanguage => Language == Language.English ? Language.French : Language.English;

    /// <summary>The same page in the other language.</summary>
    public string OtherAddress => $"/{TagOf(OtherLanguage)}/{Path}{Query}";

    /// <summary>The address of a page in this language.</summary>
    public string To(string path) => $"/{Tag}/{path}";

    public string Text(Bilingual text) => text.In(Language);

    public static string TagOf(Language language) => language == Language.French ? "fr" : "en";
}
