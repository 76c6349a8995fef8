namespace Procedures.Commands;

/// <summary>The language in which help and mistakes are told: the terminal's own, as POSIX says (locale(7)).</summary>
public static class TerminalLanguage
{
    /// <summary>French when the first of LC_ALL, LC_MESSAGES and LANG that is set begins with "fr".</summary>
    /// <param name="variable">Reads a variable of the environment.</param>
    public static Language Of(Func<string, string?> variable)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable)
            .FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return locale?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true ? Language.French
            : Language.English;
    }
}
