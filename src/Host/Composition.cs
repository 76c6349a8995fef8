using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Mandates;
using Procedures.Practice;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Storage.Postgres;
using Procedures.Storage.Sqlite;

namespace Procedures;

/// <summary>Puts the parts together: engine, store, conductor, postman.</summary>
public static class Composition
{
    public static void AddProcedures(this IServiceCollection parts)
    {
        parts.AddSingleton(ClockOf);
        parts.AddSingleton(p => HostSettings.Read(p.GetRequiredService<IConfiguration>()));
        parts.AddSingleton(new ActivityCatalog([.. ElsaActivities.All, .. InstitutionActivities.All]));
        parts.AddSingleton(p => ReadInstitution(p.GetRequiredService<HostSettings>().WorkflowsFolder));
        parts.AddSingleton(p => MemberStates.Read(p.GetRequiredService<HostSettings>().WorkflowsFolder));
        parts.AddSingleton(p =>
            new Engine(p.GetRequiredService<ActivityCatalog>(), p.GetRequiredService<Institution>()));
        parts.AddSingleton(p => new DefinitionReader(p.GetRequiredService<ActivityCatalog>()));
        parts.AddSingleton(StoreOf);
        parts.AddSingleton<DefinitionLibrary>(p =>
            new(p.GetRequiredService<IProcedureStore>(), json => ReadStored(p, json)));
        parts.AddLetters();
        parts.AddSingleton<IDirectory>(p => p.GetRequiredService<IProcedureStore>());
        parts.AddSingleton<IAddressBooks>(p => p.GetRequiredService<IProcedureStore>());
        parts.AddSingleton<LetterWriter>();
        parts.AddSingleton(CarrierOf);
        parts.AddSingleton(p => new Postman(
            p.GetRequiredService<IProcedureStore>(), p.GetRequiredService<ILetterCarrier>(),
            p.GetRequiredService<LetterSettings>(), p.GetRequiredService<TimeProvider>(),
            new PostmanOptions
            {
                Troubled = Log(p, "Sending letters"),
                IsStillAsked = async (reminder, cancel) => await p.GetRequiredService<IProcedureStore>()
                    .FindTaskAsync(reminder.ProcedureId, reminder.Wait, cancel) is { ClosedAt: null },
            }, p.GetRequiredService<MergedReminders>()));
        parts.AddSingleton(NewsOf);
        parts.AddSingleton(ConductorOf);
        parts.AddSingleton(p => OfficeFolder.Read(
            p.GetRequiredService<HostSettings>().WorkflowsFolder, p.GetRequiredService<Institution>().Members));
        parts.AddSingleton(WatchOf);
        parts.AddSingleton<SampleProcedures>();
        parts.AddSingleton<StartWork>();
        parts.AddSingleton<Workers>();
        parts.AddHostedService(p => p.GetRequiredService<Workers>());
    }

    /// <summary>What the Organisation knows: its calendar, its bodies, its states.</summary>
    /// <exception cref="HostRefusedException">A file of the folder is missing or cannot be read.</exception>
    public static Institution ReadInstitution(string folder)
    {
        string Read(string file) => OwnFiles.Json(folder, file);
        var (parts, holidays) = (Read("calendars/part-sessions.json"), Read("calendars/holidays.json"));
        var (bodies, states) = (Read("bodies.json"), Read("states.json"));
        return OwnFiles.Understood($"{folder}: calendars, bodies.json or states.json",
            () => InstitutionJson.Read(bodies, states, Calendar.Read(parts, holidays)));
    }

    private static IProcedureStore StoreOf(IServiceProvider parts)
    {
        var store = OpenStore(parts);
        try
        {
            // The container builds its parts without awaiting; nothing else runs yet.
            Task.Run(() => PracticeMark.RequireAsync(parts.GetRequiredService<HostSettings>(), store))
                .GetAwaiter().GetResult();
            return store;
        }
        catch
        {
            Task.Run(async () => await store.DisposeAsync()).GetAwaiter().GetResult();
            throw;
        }
    }

    private static IProcedureStore OpenStore(IServiceProvider parts)
    {
        var settings = parts.GetRequiredService<HostSettings>();
        if (settings.Postgres is not { } address)
            return OwnFiles.OpenDatabase(
                settings.DatabaseFile, file => SqliteStore.Open(file, json => ReadStored(parts, json)));
        var options = new PostgresOptions { Troubled = Log(parts, "The session with PostgreSQL") };
        // Half a minute of silence looks like a host that hangs.
        parts.GetRequiredService<ILoggerFactory>().CreateLogger("Procedures").LogInformation(
            "Opening PostgreSQL at {Address}; a server that does not answer is waited for, half a minute at most",
            address);
        // The container builds its parts without awaiting; nothing else runs yet.
        return Task.Run(() => PostgresStore.OpenAsync(address, json => ReadStored(parts, json), options))
            .GetAwaiter().GetResult();
    }

    // Several hosts agree on what is due when all go by the database's clock.
    private static TimeProvider ClockOf(IServiceProvider parts) =>
        parts.GetRequiredService<HostSettings>().Postgres is not null
        && parts.GetRequiredService<IProcedureStore>() is PostgresStore store
            ? store.Clock
            : TimeProvider.System;

    private static Definition ReadStored(IServiceProvider parts, string json)
    {
        var reading = parts.GetRequiredService<DefinitionReader>().Read(json);
        return reading.Definition ?? throw new InvalidOperationException(
            $"A stored definition cannot be read: {string.Join(" ", reading.Findings.Select(f => f.Message.English))}");
    }

    private static IChangeNews NewsOf(IServiceProvider parts) =>
        parts.GetRequiredService<IProcedureStore>() is IChangeFeed others ? new SharedNews(others) : new LocalNews();

    private static ILetterCarrier CarrierOf(IServiceProvider parts)
    {
        var settings = parts.GetRequiredService<HostSettings>();
        return settings.Smtp is { } smtp
            ? new SmtpSender(smtp, parts.GetRequiredService<TimeProvider>())
            : new LetterFolder(settings.LetterFolder);
    }

    private static Conductor ConductorOf(IServiceProvider parts)
    {
        var (postman, offices) = (parts.GetRequiredService<Postman>(), parts.GetRequiredService<Offices>());
        var news = parts.GetRequiredService<IChangeNews>();
        return new Conductor(
            parts.GetRequiredService<IProcedureStore>(), parts.GetRequiredService<Engine>(),
            parts.GetRequiredService<DefinitionLibrary>(), parts.GetRequiredService<LetterWriter>(),
            parts.GetRequiredService<TimeProvider>(),
            new ConductorOptions
            {
                StepTaken = step =>
                {
                    if (!step.Letters.IsEmpty) postman.Work.Raise();
                    news.Announce(step.After.Id);
                },
                KeepRevisions = parts.GetRequiredService<HostSettings>().KeepRevisions,
                Troubled = Log(parts, "Due work"),
                NewTerm = step => Succession.Of(step, offices),
            });
    }

    private static MandateWatch WatchOf(IServiceProvider parts) => new(
        parts.GetRequiredService<IProcedureStore>(), parts.GetRequiredService<DefinitionLibrary>(),
        parts.GetRequiredService<Engine>(), parts.GetRequiredService<Offices>(),
        parts.GetRequiredService<Conductor>(), parts.GetRequiredService<TimeProvider>(),
        OfficeFolder.Fingerprint(parts.GetRequiredService<HostSettings>().WorkflowsFolder),
        Log(parts, "Looking after the mandates"));

    private static Action<Exception> Log(IServiceProvider parts, string work)
    {
        var log = parts.GetRequiredService<ILoggerFactory>().CreateLogger("Procedures");
        return problem => log.LogError(problem, "{Work} failed", work);
    }
}
