using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Procedures.Letters;

/// <summary>Runs ical.js, Mozilla's reader of calendars: it shares nothing with Python's icalendar.</summary>
internal static class SecondReader
{
    /// <summary>What ical.js sees in the calendars of a folder, file by file.</summary>
    public static async Task<Dictionary<string, JsonElement>> Read(string folder)
    {
        if (!Directory.Exists(Path.Combine(Python.Here(), "node_modules", "ical.js")))
            throw new InvalidOperationException(
                "The second reader of calendars is missing. Install it with: npm ci --prefix tests/Runtime.Tests/Letters");
        using var process = Process.Start(new ProcessStartInfo(
            "node", [Path.Combine(Python.Here(), "read_calendars.cjs"), folder])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output)!;
    }
}
