using Microsoft.AspNetCore.Components;

namespace Procedures.Pages;

/// <summary>What every page and every part of one knows: the visit that it answers.</summary>
public abstract class Page : ComponentBase
{
    [Parameter, EditorRequired]
    public required Visit Visit { get; set; }

    /// <summary>The text in the language of the visit.</summary>
    protected string T(Bilingual text) => Visit.Text(text);

    /// <summary>"Thursday 15 October 2026", "jeudi 15 octobre 2026".</summary>
    protected string Day(DateOnly day) => Deadlines.DateText.Long(day, Visit.Language);

    /// <summary>A UTC moment as Paris shows it: "Thursday 15 October 2026, 14:05".</summary>
    protected string Moment(DateTimeOffset moment) => DayWords.Moment(moment, Visit.Language);

    /// <summary>Who recorded something; the body for which a state's answer was given stands in words.</summary>
    protected string Recorder(string? recorded) =>
        recorded?.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var at
        && NameOf(recorded[(at + 2)..]) is var body && body != recorded[(at + 2)..]
            ? $"{recorded[..at]}, {body}"
            : recorded ?? "";

    protected string NameOf(string body) => T(Visit.Institution.NameOf(body));
}
