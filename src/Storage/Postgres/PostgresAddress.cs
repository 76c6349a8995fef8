using System.Globalization;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Where a PostgreSQL database is, read from what an operator has written. Its password is never shown.</summary>
public sealed class PostgresAddress
{
    private readonly NpgsqlConnectionStringBuilder _builder;

    private PostgresAddress(NpgsqlConnectionStringBuilder builder) => _builder = builder;

    /// <summary>Host, port and database, for people and logs.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{_builder.Host}:{_builder.Port}/{_builder.Database}");

    public override string ToString() => Shown;

    /// <summary>The whole connection string, with the password. Not for logs.</summary>
    internal NpgsqlConnectionStringBuilder Copy() => new(_builder.ConnectionString);

    /// <summary>Whether the setting means PostgreSQL: "Host=…" or a postgres:// address. Anything else is a file.</summary>
    public static bool IsMeantBy(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return IsUri(setting) || setting.Split(';').Any(part =>
            part.Split('=')[0].Trim() is var key && part.Contains('=', StringComparison.Ordinal)
            && (key.Equals("Host", StringComparison.OrdinalIgnoreCase) || key.Equals("Server", StringComparison.OrdinalIgnoreCase)));
    }

    /// <exception cref="StoreRefusedException">The setting cannot be read; the message does not repeat it.</exception>
    public static PostgresAddress Read(string setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        try
        {
            var builder = IsUri(setting) ? OfUri(new Uri(setting)) : new NpgsqlConnectionStringBuilder(setting);
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
                throw new StoreRefusedException((
                    "The PostgreSQL setting must name a host and a database.",
                    "Le réglage PostgreSQL doit nommer un hôte et une base."));
            return new PostgresAddress(builder);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            // The reason may quote the password: it is left out.
            throw new StoreRefusedException((
                "The PostgreSQL setting cannot be read. Write Host=…;Database=…;Username=…;Password=… or "
                + "postgres://user:password@host:5432/database.",
                "Le réglage PostgreSQL est illisible. Écrivez Host=…;Database=…;Username=…;Password=… ou "
                + "postgres://user:password@host:5432/database."));
        }
    }

    private static bool IsUri(string setting) =>
        setting.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || setting.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static NpgsqlConnectionStringBuilder OfUri(Uri uri)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host, Port = uri.IsDefaultPort || uri.Port < 0 ? 5432 : uri.Port,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length == 2) builder.Password = Uri.UnescapeDataString(user[1]);
        foreach (var option in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2);
            var name = parts[0] == "sslmode" ? "SSL Mode" : Uri.UnescapeDataString(parts[0]);
            var value = Uri.UnescapeDataString(parts.Length == 2 ? parts[1] : "");
            builder[name] = parts[0] == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        return builder;
    }
}
