using Procedures.Storage.Sqlite;

namespace Procedures.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_none_is_made()
    {
        Assert.Equal(2, await _terminal.RunAsync("verify", "--data", "empty"));
        Assert.Contains("There is no database procedures.db in the folder empty.", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_terminal.PathOf("empty")));
    }

    [Fact]
    public async Task Two_databases_at_once_are_refused()
    {
        Assert.Equal(2, await _terminal.RunAsync("verify", "--data", "data", "--database", "Host=db;Database=p"));
        Assert.Contains("not both", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_database_is_sealed()
    {
        await using (Open()) { }
        Assert.Equal(0, await _terminal.RunAsync("verify", "--data", "data"));
        Assert.Equal("0 procedures, 0 entries, 0 broken", _terminal.Lines[0]);
        Assert.Matches("^seal: [0-9a-f]{64}$", _terminal.Lines[1]);
    }

    [Fact]
    public async Task A_database_on_which_a_host_works_is_left_alone()
    {
        await using var store = Open();
        Assert.Equal(2, await _terminal.RunAsync("verify", "--data", "data"));
        Assert.Contains("Another host", _terminal.Error, StringComparison.Ordinal);
    }

    private SqliteStore Open() => SqliteStore.Open(_terminal.PathOf("data/procedures.db"),
        _ => throw new InvalidOperationException("No definition is stored."));
}
