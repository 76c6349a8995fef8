using Procedures.Bench;

// Measures what the README promises and writes bench/results.md. Run it as bench/run. "bench/run studio", "bench/run
// engine" and "bench/run peers" measure one part; those of engine and peers are written into the file, those of Studio
// are only printed, and so are those of "bench/run rates", the rates of the engine without the rest. A last word "tiny" makes everything small: it shows that the benchmark works, and writes nothing.
var root = args is [var given, ..] ? given : Directory.GetCurrentDirectory();
var words = args.Skip(1).ToArray();
var part = words.FirstOrDefault(word => word != "tiny");
var isTiny = words.Contains("tiny");
var subject = new Subject(root);
var results = new Results(root, Say);
if (part is null) await results.AddAsync("The program", ProgramFigures.MeasureAsync(subject, root, Say));
if (part is null or "studio") await results.AddAsync("Studio", StudioFigures.MeasureAsync(root));
if (part is null or "engine" or "rates" or "peers")
{
    Say("PostgreSQL");
    await using var cluster = await Cluster.StartAsync();
    var sizes = isTiny ? Sizes.Tiny : Sizes.Full;
    if (part is not "peers")
        await results.AddAsync(
            Results.Engine, new EngineBench(root, subject, cluster, sizes, Say, onlyRates: part is "rates").MeasureAsync());
    if (part is null or "peers")
        await results.AddAsync(Results.Peers, new PeersBench(root, subject, cluster, isTiny ? PeerSizes.Tiny : PeerSizes.Full, Say).MeasureAsync());
}
if (!isTiny && part is not ("studio" or "rates")) await results.WriteAsync();
results.Print();

// Progress goes to the standard error, so that the tables can be caught.
static void Say(string text) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {text} …");
