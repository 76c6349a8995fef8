using Procedures.Mandates;
using Procedures.Storage.Sqlite;

namespace Procedures.Commands;

public sealed class MandatesCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task A_file_without_mandates_is_refused()
    {
        _terminal.Write("none.csv", string.Join(",", Mandates.MandateCsv.Headings) + "\n");
        Assert.Equal(2, await _terminal.RunAsync("mandates", "import", "none.csv"));
        Assert.Contains("none.csv holds no mandate.", _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_imported_is_exported()
    {
        await using (Open()) { }
        _terminal.Write("m.csv", "office,state,begins,holder\njudge,EE,2020-01-04,\"Roosma, Peeter\"\n");
        Assert.Equal(0, await RunAsync("import", "m.csv"));
        Assert.Equal("1 mandate taken in", _terminal.Lines[0]);
        Assert.Equal(0, await RunAsync("export"));
        Assert.Equal(
            [
                "office,state,begins,ends,holder,term,source,rule,left,cause,remark,source-fr,remark-fr",
                "judge,EE,2020-01-04,2029-01-03,\"Roosma, Peeter\",1,,,,,,,",
            ],
            _terminal.Lines);
    }

    [Fact]
    public async Task Mistakes_are_printed_with_their_lines_and_nothing_is_taken_in()
    {
        await using (Open()) { }
        _terminal.Write("m.csv", "office,state,begins\njudge,EE,2020-01-04\njudge,XX,2020-01-04\nking,,soon\n");
        Assert.Equal(1, await RunAsync("import", "m.csv", "--language", "fr"));
        Assert.Contains("3 state : « XX »", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("4 office :", _terminal.Error, StringComparison.Ordinal);
        Assert.Contains("Rien n'a été importé.", _terminal.Error, StringComparison.Ordinal);
        await using var store = Open();
        Assert.Empty(await store.MandatesAsync());
    }

    [Theory]
    [InlineData("export", "There is no database")]
    [InlineData("forget", "“import FILE” or by “export”")]
    [InlineData("import", "“import FILE” or by “export”")]
    public async Task What_cannot_be_done_is_said(string word, string words)
    {
        Assert.Equal(2, await RunAsync(word));
        Assert.Contains(words, _terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        Assert.Equal(2, await RunAsync("import", "nowhere.csv"));
        Assert.Contains("nowhere.csv does not exist", _terminal.Error, StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] words) => _terminal.RunAsync(
        ["mandates", .. words, "--offices", Path.Combine(_terminal.Workflows, "offices.json")]);

    private SqliteStore Open() => SqliteStore.Open(_terminal.PathOf("data/procedures.db"),
        _ => throw new InvalidOperationException("No definition is stored."));
}
