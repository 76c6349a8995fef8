using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Procedures.Bench;

/// <summary>A PostgreSQL that belongs to this run: its own folder and port, every commit on the disk.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    /// <summary>The settings of the server; whatever is not named has PostgreSQL's default.</summary>
    public const string Settings =
        "fsync=on synchronous_commit=on full_page_writes=on shared_buffers=1GB max_wal_size=4GB "
        + "checkpoint_timeout=15min max_connections=200";

    private readonly Process _shell;

    private Cluster(Process shell, int port, int process) => (_shell, Port, ProcessId) = (shell, port, process);

    public int Port { get; }

    /// <summary>The number of the server's first process; those of its connections are its children.</summary>
    public int ProcessId { get; }
    public string Version { get; private set; } = "";

    /// <param name="more">Settings beside those of <see cref="Settings"/>, parted by spaces.</param>
    public static async Task<Cluster> StartAsync(string more = "")
    {
        var port = FreePort();
        var shell = Shell(port, Settings + more);
        if (await shell.StandardOutput.ReadLineAsync() is not { } line
            || !int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var process))
            throw new InvalidOperationException("PostgreSQL did not start: " + await shell.StandardOutput.ReadToEndAsync());
        var cluster = new Cluster(shell, port, process);
        cluster.Version = await cluster.AskAsync("postgres", "SELECT current_setting('server_version')");
        return cluster;
    }

    /// <summary>A connection string.</summary>
    public string AddressOf(string database) => string.Create(CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}");

    /// <summary>A new, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabaseAsync(string name)
    {
        await AskAsync("postgres", $"CREATE DATABASE {name}");
        return AddressOf(name);
    }

    /// <summary>Runs SQL on a connection of its own.</summary>
    /// <returns>The first column of the first row, or an empty text.</returns>
    public async Task<string> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(AddressOf(database) + ";Pooling=false;Command Timeout=600");
        await connection.OpenAsync();
        // The texts are those of this program.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>
    /// Turns autovacuum off or on again: it cleans up after one measurement while another one runs, and its transactions
    /// would count as those of programs that idle.
    /// </summary>
    public async Task VacuumByItselfAsync(bool does)
    {
        await AskAsync("postgres", $"ALTER SYSTEM SET autovacuum = {(does ? "on" : "off")}");
        await AskAsync("postgres", "SELECT pg_reload_conf()");
    }

    /// <summary>Does between measurements what autovacuum would do in the midst of one.</summary>
    public async Task VacuumAsync(params string[] databases)
    {
        foreach (var database in databases) await AskAsync(database, "VACUUM ANALYZE");
    }

    /// <summary>How many transactions have ended so far in each of some databases, those undone included.</summary>
    public async Task<Dictionary<string, long>> TransactionsAsync(IEnumerable<string> databases)
    {
        var counts = new Dictionary<string, long>();
        foreach (var database in databases)
            counts[database] = long.Parse(await AskAsync("postgres",
                $"SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = '{database}'"), CultureInfo.InvariantCulture);
        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    /// <summary>A program of PostgreSQL's own, such as pgbench.</summary>
    public static string Program(string name)
    {
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.Concat(path).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{name} is not here: install PostgreSQL (apt-get install postgresql).");
    }

    // The shell holds a pipe from this process: however this process ends, the server stops and its folder goes.
    private static Process Shell(int port, string settings)
    {
        const string script = """
            trap '' TERM INT HUP
            folder=$(mktemp -d /tmp/procedures-bench-XXXXXX) || exit 1
            "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale > "$folder/log" 2>&1 \
                || { cat "$folder/log"; exit 1; }
            options="-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            for setting in $3; do options="$options -c $setting"; done
            "$1/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "$options" start > /dev/null 2>&1 \
                || { cat "$folder/log"; rm -rf "$folder"; exit 1; }
            head -n 1 "$folder/data/postmaster.pid"
            cat > /dev/null
            "$1/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1
            rm -rf "$folder"
            """;
        string[] shell =
        [
            "sh", "-c", script, "sh", Path.GetDirectoryName(Program("initdb"))!,
            port.ToString(CultureInfo.InvariantCulture), settings,
        ];
        // PostgreSQL does not run as root; Debian's package brings the user postgres.
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The shell did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
