using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Procedures.Letters;

/// <summary>The names that a letter template may use between double braces.</summary>
public static class LetterField
{
    /// <summary>The title of the procedure.</summary>
    public const string Procedure = "procedure";
    /// <summary>The title of the step.</summary>
    public const string Step = "step";
    /// <summary>The title shown in place of the step's when the step is confidential.</summary>
    public const string NeutralTitle = "neutralTitle";
    /// <summary>Whether the step is confidential. Then no field of <see cref="Details"/> reaches the letter.</summary>
    public const string Confidential = "confidential";
    /// <summary>How the addressee is addressed, without the comma: "Madam President".</summary>
    public const string Addressee = "addressee";
    /// <summary>Who must act.</summary>
    public const string Actor = "actor";
    /// <summary>The state party concerned.</summary>
    public const string State = "state";
    /// <summary>What is asked.</summary>
    public const string Instructions = "instructions";
    /// <summary>The answers that the step knows (a list).</summary>
    public const string Outcomes = "outcomes";
    /// <summary>The documents that belong to it (a list).</summary>
    public const string Documents = "documents";
    /// <summary>The day, with its weekday: "Thursday 1 October 2026".</summary>
    public const string Date = "date";
    /// <summary>How many days are left, or how many have passed.</summary>
    public const string Days = "days";
    /// <summary>Whether the day had passed already when the step was reached.</summary>
    public const string Late = "late";
    /// <summary>Whether a meeting takes place on the date; otherwise the date is the last day for it.</summary>
    public const string DayFixed = "dayFixed";
    /// <summary>The day that the deadline had before.</summary>
    public const string OldDate = "oldDate";
    /// <summary>Why it is this day, as a sentence.</summary>
    public const string Explanation = "explanation";
    /// <summary>The article that it rests on.</summary>
    public const string Source = "source";
    /// <summary>What happens when the day passes, as a sentence.</summary>
    public const string OnExpiry = "onExpiry";
    /// <summary>Why the deadline moved, the step fell away, the procedure stopped or went on.</summary>
    public const string Reason = "reason";
    /// <summary>The title of the meeting.</summary>
    public const string Meeting = "meeting";
    /// <summary>The hours of the meeting: "9.30 a.m. to 12.30 p.m.".</summary>
    public const string Hours = "hours";
    public const string Place = "place";
    /// <summary>The number of the ballot.</summary>
    public const string Round = "round";
    /// <summary>The outcome of the ballot, as a sentence.</summary>
    public const string Result = "result";
    /// <summary>The outcome name by name (a list).</summary>
    public const string Results = "results";
    /// <summary>Where to act or read: an http or https address.</summary>
    public const string Link = "link";
    /// <summary>Where one addressee may answer this one step without signing in.</summary>
    public const string ReplyLink = "replyLink";
    /// <summary>The reminders that travel in one letter (a list; each item has fields of its own).</summary>
    public const string Reminders = "reminders";
    /// <summary>How many reminders there are.</summary>
    public const string Count = "count";
    /// <summary>Who to ask, with how to reach them.</summary>
    public const string Owner = "owner";
    /// <summary>The subject of an institution's own letter.</summary>
    public const string Subject = "subject";
    /// <summary>The body of an institution's own letter, in Markdown.</summary>
    public const string Body = "body";

    /// <summary>The fields that hold lists.</summary>
    public static readonly FrozenSet<string> Lists =
        FrozenSet.Create(StringComparer.Ordinal, Outcomes, Documents, Results, Reminders);

    /// <summary>The fields that may tell what a confidential step is about.</summary>
    public static readonly ImmutableHashSet<string> Details =
        [Instructions, Outcomes, Documents, Reason, Result, Results, Meeting, Subject, Step, ReplyLink];

    /// <summary>Every field.</summary>
    public static readonly ImmutableArray<string> All =
    [
        Procedure, Step, NeutralTitle, Confidential, Addressee, Actor, State, Instructions, Outcomes, Documents, Date,
        DayFixed, Late, Days, OldDate, Explanation, Source, OnExpiry, Reason, Meeting, Hours, Place, Round, Result, Results, Link,
        ReplyLink, Reminders, Count, Owner, Subject, Body,
    ];

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((name, place) => (name, place))
            .ToFrozenDictionary(field => field.name, field => field.place, StringComparer.Ordinal);

    /// <summary>The place of the field in <see cref="All"/>, or -1 when no field is called so.</summary>
    internal static int IndexOf(string name) => Places.GetValueOrDefault(name, -1);
}
