using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Procedures.Storage.Postgres;

namespace Procedures.Play;

/// <summary>
/// A real PostgreSQL that belongs to this run of the tests: its own cluster in a temporary folder, its own port, fsync
/// on. It ends with the tests, however they end.
/// </summary>
public sealed class PostgresServer
{
    private const string Template = "template_procedures";
    private static readonly Lazy<Task<PostgresServer>> Started = new(() => Task.Run(StartAsync));
    private static int _databases;

    // Held, so that the pipe to the shell stays open as long as this process lives.
    private static Process? _shell;
    private static readonly SemaphoreSlim One = new(1);
    private readonly int _port;

    private PostgresServer(int port) => _port = port;

    /// <summary>A new database with the tables of this program and nothing in them.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync()
    {
        var server = await Started.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await server.RunAsync($"CREATE DATABASE {name} TEMPLATE {Template}");
        return server.AddressOf(name);
    }

    /// <summary>A new database without tables.</summary>
    public static async Task<string> EmptyDatabaseAsync()
    {
        var server = await Started.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"empty{Interlocked.Increment(ref _databases)}");
        await server.RunAsync($"CREATE DATABASE {name}");
        return server.AddressOf(name);
    }

    /// <summary>Runs SQL in a database, as somebody who stands beside the program.</summary>
    /// <returns>The first column of the first row as a text, or an empty text.</returns>
    public static async Task<string> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        // The texts are constants of the tests.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Ends the server as a crash would and starts it again. All databases of this run feel it.</summary>
    public static async Task RestartAsync()
    {
        await Started.Value;
        await One.WaitAsync();
        try
        {
            await _shell!.StandardInput.WriteLineAsync("restart");
            await _shell.StandardInput.FlushAsync();
            if (await _shell.StandardOutput.ReadLineAsync() is not "again")
                throw new InvalidOperationException("PostgreSQL did not start again.");
        }
        finally
        {
            One.Release();
        }
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(FreePort());
        await server.RunScriptAsync();
        await server.RunAsync($"CREATE DATABASE {Template}");
        var address = PostgresAddress.Read(server.AddressOf(Template));
        await (await PostgresStore.OpenAsync(address, PlayDefinitions.Read)).DisposeAsync();
        return server;
    }

    private string AddressOf(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database}");

    private async Task RunAsync(string sql)
    {
        // A template is copied by one at a time.
        await One.WaitAsync();
        try
        {
            await AskAsync(AddressOf("postgres"), sql);
        }
        finally
        {
            One.Release();
        }
    }

    // The shell holds a pipe from this process: when the process ends, by whatever means, the pipe closes and the shell
    // stops the server and takes the folder away. A signal to the whole group must not end the shell before that.
    private async Task RunScriptAsync()
    {
        const string script = """
            trap '' TERM INT HUP
            folder=$(mktemp -d /tmp/procedures-postgres-XXXXXX) || exit 1
            "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale > "$folder/log" 2>&1 \
                || { cat "$folder/log"; exit 1; }
            "$1/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $2 -c listen_addresses=127.0.0.1 \
                -c unix_socket_directories= -c max_connections=300 -c shared_buffers=64MB -c fsync=on" start > /dev/null 2>&1 \
                || { cat "$folder/log"; rm -rf "$folder"; exit 1; }
            echo ready
            while read -r order; do
                "$1/pg_ctl" -D "$folder/data" -m immediate -w -l "$folder/log" restart > /dev/null 2>&1
                echo again
            done
            "$1/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1
            rm -rf "$folder"
            """;
        string[] shell = ["sh", "-c", script, "sh", Programs(), _port.ToString(CultureInfo.InvariantCulture)];
        // PostgreSQL does not run as root; Debian's package brings the user postgres.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        _shell = Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
        if (await _shell.StandardOutput.ReadLineAsync() is "ready") return;
        throw new InvalidOperationException(
            $"PostgreSQL did not start: {await _shell.StandardOutput.ReadToEndAsync()}");
    }

    private static string Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.Concat(path).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException(
                "These tests need PostgreSQL: install it with “apt-get install postgresql”, or put initdb into the PATH.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
