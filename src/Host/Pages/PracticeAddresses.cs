using Microsoft.AspNetCore.WebUtilities;
using Procedures.Deadlines;
using Procedures.Forms;
using Procedures.Practice;

namespace Procedures.Pages;

/// <summary>
/// Answers the address at which the clock of a practice is moved; an ordinary host has no such address.
/// </summary>
internal static class PracticeAddresses
{
    public const string Place = "practice";
    public const string NextDay = "day";
    public const string NextDue = "due";
    public const string ToDate = "date";
    public const string Stop = "stop";
    public const string ToField = "to";
    public const string FromField = "from";
    private const string BackField = "back";

    /// <summary>A move that is over by then is answered with the page that the reader came from.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly Bilingual Moved = (
        "The clock has moved since that page was shown. It stands where the banner says.",
        "L'horloge a avancé depuis que cette page a été affichée. Elle indique le jour du bandeau.");

    private static readonly Bilingual NothingDue = (
        "Nothing lies ahead: no reminder, no deadline, no letter. Move to a date.",
        "Rien n'est prévu : ni rappel, ni échéance, ni lettre. Avancez à une date.");

    public static IResult Show(HttpContext context, Visits visits)
    {
        var visit = visits.Of(context);
        if (visit.Practice is not { } practice) return Answers.NotFound(visit);
        // The page has no script: the browser asks again until the clock stands.
        if (practice.IsMoving) context.Response.Headers["Refresh"] = "1";
        return Answers.Page<PracticePage>(visit);
    }

    public static async Task<IResult> Take(HttpContext context, Visits visits, CancellationToken cancel)
    {
        var visit = visits.Of(context);
        if (visit.Practice is not { } practice) return Answers.NotFound(visit);
        var posted = await context.Request.ReadFormAsync(cancel);
        var here = Here(visit);
        if (posted["act"] == Stop)
        {
            practice.Stop();
            if (practice.Last is { } last) await last.Done.WaitAsync(cancel);
            return Results.Redirect(here);
        }
        if (practice.IsMoving) return Results.Redirect(here);
        if (posted[FromField] != FromNow(visit)) return Wrong(visit, Moved);
        var typed = posted[posted.ContainsKey(ToField) ? ToField : $"f.{ToField}"].ToString();
        var (to, problem) = await AimAsync(posted["act"].ToString(), typed, practice, cancel);
        if (to is not { } moment) return Wrong(visit, problem, typed);
        if (practice.Begin(moment) is not { } move) return Results.Redirect(here);
        await Task.WhenAny(move.Done, Task.Delay(Patience, cancel));
        return Results.Redirect(move is { Done.IsCompleted: true, HasFailed: false } ? visit.To(BackOf(visit)) : here);
    }

    /// <summary>Where the clock stands, so that a form that is sent twice moves it once.</summary>
    public static string FromNow(Visit visit) => $"{visit.Practice!.Now.UtcTicks}";

    /// <summary>The address of the practice clock, with the way back to the page that is shown.</summary>
    public static string Here(Visit visit) => visit.To(Place) + QueryString.Create(BackField, BackOf(visit));

    /// <summary>The page to come back to, below the language: the one that is shown, or the one before.</summary>
    public static string BackOf(Visit visit)
    {
        if (visit.Path != Place) return visit.Path + visit.Query;
        var back = QueryHelpers.ParseQuery(visit.Query).TryGetValue(BackField, out var named) ? named.ToString() : "";
        return back.Length > 0 && Uri.IsWellFormedUriString(visit.To(back), UriKind.Relative) ? back : "procedures";
    }

    /// <summary>Takes a form of another page, and does what follows from it before the answer is shown.</summary>
    /// <remarks>While the clock is being moved it is refused: the day that its page showed may be over.</remarks>
    public static async ValueTask<object?> TakeInTurnAsync(
        Visit visit, Func<ValueTask<object?>> take, CancellationToken cancel)
    {
        if (visit.Practice!.IsMoving) return Answers.Conflict<PracticePage>(visit, ("WasRefused", true));
        var answer = await take();
        await visit.Practice.SettleAsync(cancel);
        return answer;
    }

    // The engine's day is what counts, so a date is the office hour of that day.
    private static async Task<(DateTimeOffset? To, Bilingual Problem)> AimAsync(
        string act, string typed, PracticeMoves practice, CancellationToken cancel)
    {
        switch (act)
        {
            case NextDay: return (PracticeClock.OfficeHourOf(practice.Today.AddDays(1)), Bilingual.Empty);
            case NextDue: return (await practice.ToNextDueAsync(cancel), NothingDue);
        }
        if (DayEntry.Read(typed) is not { } day)
            return (null, DayEntry.ProblemOf(typed));
        var moment = PracticeClock.OfficeHourOf(day);
        var text = DateText.Long(day);
        if (moment <= practice.Now)
            return (null, ($"The clock never goes back: {text.English} is over or is today.",
                $"L'horloge ne recule jamais : le {text.French} est passé ou est aujourd'hui."));
        return day.Year <= PracticeClock.LastYear ? (moment, Bilingual.Empty)
            : (null, ($"The calendar ends with {PracticeClock.LastYear}.",
                $"Le calendrier s'arrête à {PracticeClock.LastYear}."));
    }

    private static IResult Wrong(Visit visit, Bilingual problem, string typed = "") =>
        Answers.Wrong<PracticePage>(visit, ("Problem", problem), ("Typed", typed));
}
