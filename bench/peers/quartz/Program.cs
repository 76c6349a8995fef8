using System.Diagnostics;
using System.Text.Json;
using Procedures.Bench.Quartz;

// Quartz.NET, asked by lines of JSON as the programs beside this one are (figures.mjs says how).
var table = await TriggerTable.OpenAsync(args[0]);
Func<Task<(int Count, double[] Late, DateTimeOffset? Begin)>> run = () => Task.FromResult((0, Array.Empty<double>(), (DateTimeOffset?)null));
while (await Console.In.ReadLineAsync() is { } line)
{
    using var order = JsonDocument.Parse(line);
    if (order.RootElement.GetProperty("act").GetString() == "prepare")
    {
        var count = order.RootElement.GetProperty("count").GetInt32();
        var milliseconds = order.RootElement.GetProperty("milliseconds").GetInt32();
        run = await table.PrepareAsync(order.RootElement.GetProperty("work").GetString()!, count, milliseconds);
        Console.WriteLine("""{"prepared": true}""");
        continue;
    }
    var (start, used) = (DateTimeOffset.UtcNow, Process.GetCurrentProcess().TotalProcessorTime);
    var (done, late, begin) = await run();
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        operations = done, seconds = (DateTimeOffset.UtcNow - (begin ?? start)).TotalSeconds,
        cpuMs = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMilliseconds,
        p50 = late[late.Length / 2], p99 = late[late.Length * 99 / 100], isLate = begin < start,
    }));
}
Environment.Exit(0);
