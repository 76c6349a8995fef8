using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Procedures.Letters;

/// <summary>Runs the Python scripts beside this file: a mail server and a reader that are not ours.</summary>
internal static class Python
{
    private const string Program = "/usr/bin/python3";

    private static readonly Lazy<bool> Ready = new(() =>
    {
        var missing = "The tests of letters need a real mail server and calendar reader. "
            + "Install them with: apt-get install python3-aiosmtpd python3-icalendar";
        if (!File.Exists(Program)) throw new InvalidOperationException(missing);
        using var process = Process.Start(Information("-c", "import aiosmtpd, icalendar"))!;
        process.StandardInput.Close();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? true : throw new InvalidOperationException(missing);
    });

    /// <summary>Starts a script that stands beside this file.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        _ = Ready.Value;
        return Process.Start(Information([Path.Combine(Here(), script), .. arguments]))!;
    }

    /// <summary>What Python sees in the letters and calendars of a folder, file by file.</summary>
    public static async Task<Dictionary<string, JsonElement>> Read(string folder)
    {
        using var process = Start("read_letters.py", folder);
        process.StandardInput.Close();
        var complaints = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await complaints);
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(output)!;
    }

    /// <summary>The folder of this file, where the scripts are.</summary>
    public static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static ProcessStartInfo Information(params string[] arguments)
    {
        var information = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        information.Environment["PYTHONIOENCODING"] = "utf-8";
        return information;
    }
}
