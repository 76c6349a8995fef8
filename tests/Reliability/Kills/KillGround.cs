using System.Globalization;
using Procedures.Letters;
using Procedures.Play;

namespace Procedures.Reliability.Kills;

/// <summary>Where a run happens: a database, a mail server, a folder of definitions, and the hosts.</summary>
internal sealed class KillGround : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procedures-kills-").FullName;

    private KillGround(RealServer mail, string? postgres)
    {
        Mail = mail;
        Database = new Database(postgres is not null, postgres ?? Path.Combine(_folder, "procedures.db"));
    }

    public Database Database { get; }
    public RealServer Mail { get; }
    public List<HostChild> Hosts { get; } = [];

    public static async Task<KillGround> PrepareAsync(KillPlan plan)
    {
        var mail = await RealServer.Start("none");
        var ground = new KillGround(mail, plan.OnPostgres ? await PostgresServer.NewDatabaseAsync() : null);
        var workflows = ground.MakeWorkflows();
        foreach (var number in Enumerable.Range(1, plan.Hosts))
            ground.Hosts.Add(new HostChild(Path.Combine(ground._folder, $"host{number}"), workflows, new Dictionary<string, string>(
                plan.ClockMinutes.IsEmpty ? [] : WrongClock.Settings(plan.ClockMinutes[number - 1]))
            {
                ["PROCEDURES_DATABASE"] = ground.Database.Place, ["Smtp__Host"] = "127.0.0.1",
                ["Smtp__Port"] = $"{mail.Port}", ["Smtp__Security"] = "None",
                ["Smtp__From"] = "procedures@example.org",
            }));
        await Task.WhenAll(ground.Hosts.Select(h => h.StartAsync()));
        return ground;
    }

    /// <summary>The Message-IDs that the mail server has accepted, each as often as it came.</summary>
    public string[] Received() =>
    [
        .. Directory.EnumerateFiles(Mail.Folder, "*.eml").Select(file => File.ReadLines(file)
            .First(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))[11..].Trim()),
    ];

    /// <summary>The Date headers of what the mail server has accepted.</summary>
    public DateTimeOffset[] Dates() =>
    [
        .. Directory.EnumerateFiles(Mail.Folder, "*.eml").Select(file => DateTimeOffset.Parse(File.ReadLines(file)
            .First(l => l.StartsWith("Date:", StringComparison.OrdinalIgnoreCase))[5..].Trim(), CultureInfo.InvariantCulture)),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts) await host.DisposeAsync();
        await Mail.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The institution is the delivered one; of the procedures one is, and the others are small ones made for this.
    private string MakeWorkflows()
    {
        var (from, to) = (new Delivered().Folder, Directory.CreateDirectory(Path.Combine(_folder, "workflows")).FullName);
        foreach (var file in (string[])["bodies.json", "states.json", "contacts.json", "judge-election.json", "assembly-ballot.json"])
            File.Copy(Path.Combine(from, file), Path.Combine(to, file));
        foreach (var part in (string[])["calendars", "letters"])
        {
            Directory.CreateDirectory(Path.Combine(to, part));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(from, part)))
                File.Copy(file, Path.Combine(to, part, Path.GetFileName(file)));
        }
        var own = Path.Combine(Delivered.RepositoryRoot(), "tests", "Reliability", "Kills", "Workflows");
        foreach (var file in Directory.EnumerateFiles(own, "*.json")) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }
}
