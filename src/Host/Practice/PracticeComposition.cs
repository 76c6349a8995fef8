using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procedures.Storage;

namespace Procedures.Practice;

/// <summary>Makes a practice host of the usual parts: its clock takes the place of the real one.</summary>
public static class PracticeComposition
{
    /// <summary>Registers the clock that stands still, and what moves it. An ordinary host has neither.</summary>
    public static void AddPractice(this IServiceCollection parts)
    {
        parts.AddSingleton(ClockOf);
        parts.Replace(ServiceDescriptor.Singleton<TimeProvider>(p => p.GetRequiredService<PracticeClock>()));
        parts.AddSingleton<PracticeMoves>();
        // Browsers share cookies between the ports of one computer: the real host's forms must go on working.
        parts.PostConfigure<AntiforgeryOptions>(options => options.Cookie.Name = "practice-form");
    }

    // The container builds its parts without awaiting. The store has made the mark when it was opened.
    private static PracticeClock ClockOf(IServiceProvider parts)
    {
        var store = parts.GetRequiredService<IProcedureStore>();
        var mark = Task.Run(() => PracticeMark.FindAsync(store)).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException("The practice database has no mark.");
        return new PracticeClock(mark.Now);
    }
}
