namespace Procedures.Commands;

public sealed class MoveCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("There is no database nowhere.db.", "--from", "nowhere.db", "--to", "Host=db;Database=p")]
    [InlineData("move needs --from FILE.", "--to", "Host=db;Database=p")]
    public async Task What_cannot_be_moved_is_refused(string complaint, params string[] arguments)
    {
        Assert.Equal(2, await _terminal.RunAsync(["move", .. arguments]));
        Assert.StartsWith(complaint, _terminal.Error, StringComparison.Ordinal);
    }
}
