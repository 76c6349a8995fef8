namespace Procedures.Storage.Postgres;

/// <summary>What PostgreSQL can keep: Unicode without the character zero and without halves of characters.</summary>
internal static class StorableText
{
    /// <summary>False for a text with a zero or with half of a character: no row can have it.</summary>
    public static bool Is(string text) =>
        !text.Contains('\0', StringComparison.Ordinal) && ReferenceEquals(Of(text), text);

    /// <summary>The text, with the sign for what cannot be read in the place of halves of characters.</summary>
    /// <remarks>
    /// Whoever shortens a text may cut a character in two. SQLite and the hash of the journal put the same sign there;
    /// Npgsql would break off in the middle of a batch and leave its connection unfit for all steps that come after.
    /// </remarks>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')) return text;
        var whole = string.Concat(text.EnumerateRunes());
        return whole == text ? text : whole;
    }
}
