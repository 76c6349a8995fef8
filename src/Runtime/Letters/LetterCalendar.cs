namespace Procedures.Letters;

/// <summary>A calendar entry that travels with a letter, and what the reader's calendar is to do with it.</summary>
public sealed record LetterCalendar(CalendarEntry Entry, CalendarMethod Method);
