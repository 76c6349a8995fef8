namespace Procedures.Execution;

/// <summary>
/// A reason that somebody has given in one official language or in both, as each language's reader sees it.
/// </summary>
public static class ReasonText
{
    /// <summary>The reason in both languages; what was given in one only says so to readers of the other.</summary>
    /// <param name="english">Empty when the reason was given in French only.</param>
    /// <param name="french">Null or empty when the reason was given in English only.</param>
    public static Bilingual Of(string english, string? french) => (english.Trim(), (french ?? "").Trim()) switch
    {
        ("", "") => Bilingual.Empty,
        (var only, "") => new(only, $"{only} (Ce motif a été communiqué en anglais.)"),
        ("", var only) => new($"{only} (This reason was given in French.)", only),
        var (both, fr) => new(both, fr),
    };
}
