using System.Globalization;
using Procedures.Letters;
using Procedures.Storage.Postgres;

namespace Procedures;

/// <summary>Where the host listens, where it keeps everything, and where letters go.</summary>
public sealed record HostSettings
{
    /// <summary>Where the host listens unless --urls says otherwise.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>
    /// Where a practice host listens unless --urls says otherwise, so that it can run beside the real one.
    /// </summary>
    public const string PracticeAddress = "http://127.0.0.1:5081";

    /// <summary>The day on which a practice begins; null on a host for real procedures.</summary>
    public DateOnly? Practice { get; init; }

    /// <summary>Database and letters; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Definitions, calendars, bodies, states and contacts.</summary>
    public required string WorkflowsFolder { get; init; }

    /// <summary>The address that links in letters begin with.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>Whether a first start opens sample procedures.</summary>
    public bool WithSamples { get; init; } = true;

    /// <summary>Null when letters are written into <see cref="LetterFolder"/>.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>How long texts of definitions are kept that were saved and never published.</summary>
    public TimeSpan KeepRevisions { get; init; } = TimeSpan.FromDays(90);

    public Mailbox Sender { get; init; } = new("Procedures", "procedures@example.org");

    /// <summary>The secret of the links by which states answer; null when the host keeps one itself.</summary>
    public string? ReplyKey { get; init; }

    /// <summary>The PostgreSQL database; null when procedures are kept in <see cref="DatabaseFile"/>.</summary>
    public PostgresAddress? Postgres { get; init; }

    /// <summary>The SQLite database when there is no PostgreSQL; null: procedures.db in the data folder.</summary>
    public string? NamedFile { get; init; }
    public string DatabaseFile => NamedFile ?? Path.Combine(DataFolder, "procedures.db");
    public string LetterFolder => Path.Combine(DataFolder, "letters");

    /// <summary>Templates that are taken into the database at the start where it has none.</summary>
    public string TemplateFolder => Path.Combine(DataFolder, "letter-templates");

    /// <summary>
    /// Reads the settings: --data, --workflows, --samples, --practice, ConnectionStrings:Procedures or
    /// PROCEDURES_DATABASE, Smtp:…, Letters:From, Letters:Address, Replies:Key, Definitions:KeepDays.
    /// </summary>
    /// <exception cref="HostRefusedException">A value cannot be used.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var workflows = configuration["workflows"];
        var practice = PracticeIn(configuration);
        var settings = new HostSettings
        {
            DataFolder = Path.GetFullPath(configuration["data"] ?? (practice is null ? "data" : "practice")),
            Practice = practice,
            WorkflowsFolder = workflows is null
                ? Path.Combine(AppContext.BaseDirectory, "workflows")
                : Path.GetFullPath(workflows),
            PublicAddress = Address(
                configuration["Letters:Address"] ?? FirstOf(UrlsIn(configuration)) ?? DefaultAddress),
            WithSamples = configuration.GetValue("samples", practice is null),
            Smtp = practice is null ? MailSettings.ReadSmtp(configuration) : null,
            ReplyKey = configuration["Replies:Key"] is { Length: > 0 } key ? key : null,
            KeepRevisions = Days("Definitions:KeepDays", configuration["Definitions:KeepDays"] ?? "90"),
        };
        // Nothing of a practice may reach a real database, a mail server or the links of real letters.
        if (practice is not null) return settings with { ReplyKey = null };
        if (DatabaseIn(configuration) is { } database)
            settings = PostgresAddress.IsMeantBy(database)
                ? settings with { Postgres = PostgresAddress.Read(database) }
                : settings with { NamedFile = Path.GetFullPath(FileMeantBy(database)) };
        return MailSettings.ReadSender(configuration) is { } sender ? settings with { Sender = sender } : settings;
    }

    /// <summary>The addresses to listen on, separated by semicolons.</summary>
    public static string UrlsIn(IConfiguration configuration) =>
        configuration["urls"] ?? (PracticeIn(configuration) is null ? DefaultAddress : PracticeAddress);

    /// <summary>The day that --practice names; null without it.</summary>
    /// <exception cref="HostRefusedException">It is no day of the years 2000 to 2100.</exception>
    public static DateOnly? PracticeIn(IConfiguration configuration) =>
        configuration["practice"] is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and <= 2100 ? day
        : throw new HostRefusedException((
            $"--practice needs the day on which the practice begins, such as 2023-09-01; “{text}” is none.",
            $"--practice demande le jour où commence l'exercice, tel que 2023-09-01 ; « {text} » n'en est pas un."));

    private static string? DatabaseIn(IConfiguration configuration) =>
        configuration.GetConnectionString("Procedures") is { Length: > 0 } named ? named
        : configuration["PROCEDURES_DATABASE"] is { Length: > 0 } given ? given
        : null;

    // Misspelt, a connection string would become the name of a new and empty file: procedures would seem to be gone.
    private static string FileMeantBy(string database) => !database.Contains('=', StringComparison.Ordinal)
        ? database
        : throw new HostRefusedException((
            "ConnectionStrings:Procedures or PROCEDURES_DATABASE is neither a PostgreSQL connection string, which begins "
                + "with Host=…, nor an address postgres://…, nor the path of a database file.",
            "ConnectionStrings:Procedures ou PROCEDURES_DATABASE n'est ni une chaîne de connexion PostgreSQL, qui commence "
                + "par Host=…, ni une adresse postgres://…, ni le chemin d'un fichier de base de données."));

    private static string? FirstOf(string? urls) => urls?.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault();

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new HostRefusedException((
            $"“{text}” is not an address such as {DefaultAddress}.",
            $"« {text} » n'est pas une adresse telle que {DefaultAddress}."));

    private static TimeSpan Days(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36500
            ? TimeSpan.FromDays(days)
            : throw new HostRefusedException((
                $"{name} is “{text}”, which is not a number of days from 1 to 36500.",
                $"{name} vaut « {text} », qui n'est pas un nombre de jours de 1 à 36500."));
}
