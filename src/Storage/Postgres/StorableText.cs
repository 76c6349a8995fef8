namespace Procedures.Storage.Postgres;

/// <summary>What PostgreSQL can keep: Unicode without the character zero.</summary>
internal static class StorableText
{
    /// <summary>False for a text with a zero or with half of a character: no row can have it.</summary>
    public static bool Is(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i])) return false;
        return true;
    }
}
