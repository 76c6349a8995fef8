using Procedures.Play;

namespace Procedures.Storage.Sqlite;

/// <summary>One write that fails takes nothing of the others with it, and the store goes on.</summary>
public sealed class SqliteWriteFailureTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_write_that_fails_leaves_its_neighbours_whole()
    {
        await using var store = SqliteStore.Open(_folder.File("p.db"), PlayDefinitions.Read);
        var good = Enumerable.Range(1, 20).Select(i => Task.Run(() => store.NextNumberAsync("stem"))).ToArray();
        var bad = Enumerable.Range(1, 5).Select(_ => Task.Run(() => store.CommitAsync(CommitBatch.Of(Unwritable))))
            .ToArray();

        foreach (var task in bad) await Assert.ThrowsAnyAsync<Exception>(() => task);
        Assert.Equal(Enumerable.Range(1, 20).Select(i => (long)i), (await Task.WhenAll(good)).Order());
        Assert.Null(await store.LoadAsync("p"));
        Assert.Equal(21, await store.NextNumberAsync("stem"));
    }

    // Its letter belongs to a procedure that does not exist, which the database refuses.
    private static StepCommit Unwritable => new(
        Moves.Open(PlayDefinitions.Engine, "p", PlayDefinitions.TwoTasks), Moves.Opening)
    {
        Letters =
        [
            new StoredLetter
            {
                Id = "<a@x.int>", ProcedureId = "nobody", Wait = 1, Occasion = "task", Kind = "Task", Body = "CDH",
                ContactName = "", Address = "a@x.int", Language = Language.English, Subject = "", Text = "", Html = "",
                Logical = "{}", WrittenAt = Moves.Start,
            },
        ],
    };
}
