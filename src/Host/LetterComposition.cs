using Procedures.Letters;
using Procedures.Pages;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures;

/// <summary>Puts together what letters are written with: their words, their links, their incidents.</summary>
public static class LetterComposition
{
    /// <summary>Reminders fall at eight in the morning; by then all of one morning have been written.</summary>
    private static readonly TimeOnly CollectedUntil = new(8, 30);

    /// <summary>What cannot wait for the next morning waits for what is written in the same minutes.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMinutes(5);

    public static void AddLetters(this IServiceCollection parts)
    {
        parts.AddSingleton(LinksOf);
        parts.AddSingleton(SettingsFrom);
        parts.AddSingleton(TextsFrom);
        parts.AddSingleton(p => LetterTemplates.Live(
            p.GetRequiredService<LetterTexts>().Read, p.GetRequiredService<LetterTexts>().RefreshAsync));
        parts.AddSingleton(p => new LetterIncidents(p.GetRequiredService<IProcedureStore>()));
        parts.AddSingleton<MergedReminders>();
        parts.AddSingleton(p => new CandidateAddresses(p.GetRequiredService<IProcedureStore>()));
    }

    private static LetterTexts TextsFrom(IServiceProvider parts)
    {
        var log = parts.GetRequiredService<ILogger<LetterTexts>>();
        return new LetterTexts(
            parts.GetRequiredService<IProcedureStore>(),
            Path.Combine(parts.GetRequiredService<HostSettings>().WorkflowsFolder, "letters"),
            parts.GetRequiredService<TimeProvider>(),
            problem => log.LogWarning(problem,
                "The words of letters could not be asked for; those known last are used"));
    }

    // The container builds its parts without awaiting.
    private static ReplyLinks LinksOf(IServiceProvider parts) => new(Task.Run(() => ReplyKey.FindAsync(
        parts.GetRequiredService<HostSettings>(), parts.GetRequiredService<IProcedureStore>())).GetAwaiter()
            .GetResult());

    private static LetterSettings SettingsFrom(IServiceProvider parts)
    {
        var settings = parts.GetRequiredService<HostSettings>();
        var links = parts.GetRequiredService<ReplyLinks>();
        return new LetterSettings(settings.Sender, settings.Sender.Address.Split('@')[^1])
        {
            CollectedUntil = CollectedUntil, Gathering = Gathering,
            LinkTo = (procedure, wait) => new Uri(settings.PublicAddress,
                wait == 0 ? $"/procedures/{procedure}" : $"/procedures/{procedure}/tasks/{wait}"),
            ReplyLinkTo = (grant, language) => new Uri(settings.PublicAddress,
                $"/{Visit.TagOf(language)}/{ReplyAddresses.Place}/{links.Write(grant)}"),
        };
    }
}
