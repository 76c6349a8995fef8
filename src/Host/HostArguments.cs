using Procedures.Definitions.Format;

namespace Procedures;

/// <summary>The host's command line: a misspelt option must not start a host that was not meant.</summary>
internal static class HostArguments
{
    private static readonly string[] Known =
    [
        "--urls", "--data", "--workflows", "--samples", "--practice", "--PROCEDURES_DATABASE", "--environment",
        "--contentRoot", "--applicationName",
    ];

    /// <summary>Settings of sections, such as --Smtp:Host, are left to their readers.</summary>
    /// <exception cref="HostRefusedException">An option is not known.</exception>
    public static void Require(string[] arguments)
    {
        foreach (var name in arguments.Where(a => a.StartsWith("--", StringComparison.Ordinal)).Select(NameOf))
        {
            if (name.Contains(':', StringComparison.Ordinal) || name.Contains("__", StringComparison.Ordinal)) continue;
            if (Known.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            var question = NearestNames.Question(NearestNames.Of(name, Known));
            throw new HostRefusedException((
                $"The host has no option {name}.{question.English} “procedures help” lists what there is.",
                $"Le serveur n'a pas d'option {name}.{question.French} « procedures help » dit ce qui existe."));
        }
    }

    private static string NameOf(string argument) => argument.Split('=')[0];
}
