namespace Procedures.Execution;

/// <summary>What a letter does to the addressee's calendar.</summary>
public enum CalendarMark
{
    None,

    /// <summary>Puts the entry there or moves it: same UID, higher sequence.</summary>
    Put,
    Cancel,
}
