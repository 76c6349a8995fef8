namespace Procedures.Pages;

/// <summary>A letter's Message-ID as it stands in an address: without its angle brackets.</summary>
public static class LetterKey
{
    public static string Of(string messageId) => Uri.EscapeDataString(messageId.Trim('<', '>'));

    public static string ToMessageId(string key) => $"<{key}>";
}
