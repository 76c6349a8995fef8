using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Procedures.Host.Tests;

/// <summary>
/// A host that cannot start says why in a sentence and ends with an error, which who watches over it sees.
/// </summary>
public sealed class FailedStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procedures-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_port_that_is_taken_is_said_without_a_trace()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (status, said) = await StartAsync(
            $"--urls=http://127.0.0.1:{port}", $"--data={_folder}", "--samples=false");

        Assert.Equal(1, status);
        Assert.Contains("address already in use. Stop what listens there", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (status, said) = await StartAsync("--urls=http://127.0.0.1:0", $"--data={file}/data");

        Assert.Equal(1, status);
        Assert.Contains($"The database {file}/data/procedures.db cannot be opened", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "procedures.db"), new string('x', 8192));
        var (status, said) = await StartAsync("--urls=http://127.0.0.1:0", $"--data={_folder}");

        Assert.Equal(1, status);
        Assert.Contains("procedures.db cannot be opened", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_that_cannot_be_read_stop_the_host_with_an_error()
    {
        var workflows = Path.Combine(_folder, "workflows");
        Directory.CreateDirectory(Path.Combine(workflows, "calendars"));
        var delivered = Path.Combine(Path.GetDirectoryName(typeof(WebProgram).Assembly.Location)!, "workflows");
        foreach (var name in (string[])
            ["bodies.json", "states.json", "calendars/part-sessions.json", "calendars/holidays.json"])
            File.Copy(Path.Combine(delivered, name), Path.Combine(workflows, name));
        await File.WriteAllTextAsync(Path.Combine(workflows, "contacts.json"), "{ \"contacts\": ");
        var (status, said) = await StartAsync(
            "--urls=http://127.0.0.1:0", $"--data={_folder}/data", $"--workflows={workflows}");

        Assert.Equal(1, status);
        Assert.Contains($"{workflows}/contacts.json cannot be read", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    // The real program: what it leaves to the operating system cannot be seen from inside.
    private static async Task<(int Status, string Said)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[typeof(WebProgram).Assembly.Location, .. arguments])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
