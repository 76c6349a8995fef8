using System.Globalization;
using Procedures.Letters;

namespace Procedures.Runtime;

/// <summary>The identity of a wait's calendar entry (RFC 5545, UID): letters and feeds must give the same one.</summary>
public static class CalendarUid
{
    public static string Of(string procedureId, int wait, string domain) =>
        MessageId.For(procedureId, wait.ToString(CultureInfo.InvariantCulture), "calendar", "entry", domain)[1..^1];
}
