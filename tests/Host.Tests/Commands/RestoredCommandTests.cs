using Microsoft.Extensions.DependencyInjection;
using Procedures.Storage;

namespace Procedures.Commands;

public sealed class RestoredCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Letters_that_waited_in_the_copy_wait_for_a_clerk_afterwards()
    {
        await using (var house = WebProgram.Build([$"--data={_terminal.PathOf("data")}"]))
        {
            await house.Services.GetRequiredService<StartWork>().DoneAsync(CancellationToken.None);
            var store = house.Services.GetRequiredService<IProcedureStore>();
            // A letter of the samples waits again, as it did when the copy was made.
            var letter = (await store.LettersAsync(LetterFilter.All, PageRequest.First)).Items[0];
            var now = DateTimeOffset.UtcNow;
            Assert.True(await store.EndLetterAsync(
                letter.Id, letter.State, new LetterEnding(LetterState.Pending, now) { NextAttemptAt = now }));
            Assert.NotEmpty(await InAsync(house.Services, LetterState.Pending));
        }

        Assert.Equal(0, await _terminal.RunAsync("restored", "--data", "data"));

        Assert.Matches(@"^\d+ pieces of work that were due are done; [1-9]\d* letters are not known now", _terminal.Lines[0]);
        await using var again = WebProgram.Build([$"--data={_terminal.PathOf("data")}"]);
        Assert.Empty(await InAsync(again.Services, LetterState.Pending));
        Assert.All(await InAsync(again.Services, LetterState.NotKnown),
            letter => Assert.StartsWith("The database was restored from a copy.", letter.Error.English, StringComparison.Ordinal));
        Assert.Null(await again.Services.GetRequiredService<IProcedureStore>().NextLetterMomentAsync());
    }

    [Fact]
    public async Task A_folder_without_a_database_is_refused_and_none_is_made()
    {
        Assert.Equal(2, await _terminal.RunAsync("restored", "--data", "dta"));

        Assert.Contains("nothing was restored", _terminal.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_terminal.PathOf("dta")));
    }

    [Fact]
    public async Task A_database_on_which_a_host_works_is_left_alone()
    {
        await using var house = WebProgram.Build([$"--data={_terminal.PathOf("data")}"]);
        await house.Services.GetRequiredService<StartWork>().DoneAsync(CancellationToken.None);

        Assert.Equal(2, await _terminal.RunAsync("restored", "--data", "data"));

        Assert.Contains("Another host", _terminal.Error, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<StoredLetter>> InAsync(IServiceProvider parts, LetterState state) =>
        (await parts.GetRequiredService<IProcedureStore>().LettersAsync(
            new LetterFilter { States = [state] }, new PageRequest(0, 1000))).Items;
}
