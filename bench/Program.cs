using Procedures.Bench;

// Measures what the README promises and writes bench/results.md. Run it as bench/run. "bench/run studio", "bench/run
// engine" and "bench/run peers" measure one part; those of engine and peers are written into the file, those of Studio
// are only printed, and so are those of "bench/run mandates", the page of mandates, of "bench/run rates", the rates of
// the engine without the rest, and of "bench/run statements", where PostgreSQL's share goes. After these two may stand
// what shall be measured: start, report, election, backlog; after rates also hosts and idle. A last word "tiny" makes
// everything small: it shows that the benchmark works, and writes nothing.
var root = args is [var given, ..] ? given : Directory.GetCurrentDirectory();
var words = args.Skip(1).ToArray();
var part = words.FirstOrDefault(word => word != "tiny");
var chosen = words.Where(word => Works.All.Contains(word) || EngineBench.Others.Contains(word)).ToArray();
var isTiny = words.Contains("tiny");
var subject = new Subject(root);
var results = new Results(root, Say);
if (part is "mandates") await results.AddAsync("Mandates", ProgramFigures.MandatesAsync(subject, root));
if (part is null) await results.AddAsync("The program", ProgramFigures.MeasureAsync(subject, root, Say));
if (part is null or "studio") await results.AddAsync("Studio", StudioFigures.MeasureAsync(root));
var sizes = isTiny ? Sizes.Tiny : Sizes.Full;
if (part is "statements")
{
    await using var cluster = await Cluster.StartAsync(StatementsBench.Settings);
    await results.AddAsync("Statements",
        new StatementsBench(subject, cluster, sizes, chosen.Length > 0 ? [.. chosen.Intersect(Works.All)] : Works.All, root, Say).MeasureAsync());
}
if (part is null or "engine" or "rates" or "peers")
{
    Say("PostgreSQL");
    await using var cluster = await Cluster.StartAsync();
    if (part is not "peers")
        await results.AddAsync(
            Results.Engine, new EngineBench(root, subject, cluster, sizes, Say, part is "rates", chosen).MeasureAsync());
    if (part is null or "peers")
        await results.AddAsync(Results.Peers, new PeersBench(root, subject, cluster, isTiny ? PeerSizes.Tiny : PeerSizes.Full, Say).MeasureAsync());
}
if (!isTiny && part is not ("studio" or "rates" or "statements" or "mandates")) await results.WriteAsync();
results.Print();

// Progress goes to the standard error, so that the tables can be caught.
static void Say(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {text} …");
