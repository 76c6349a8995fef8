using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Words_of_letters_are_kept_with_their_history_and_the_newest_one_counts()
    {
        Assert.Empty(await Store.LetterTextsAsync());
        Assert.True(await Store.SaveLetterTextAsync(Words("task.fr.md", 1, "Objet é")));
        Assert.True(await Store.SaveLetterTextAsync(Words("task.en.md", 1, "one")));
        Assert.True(await Store.SaveLetterTextAsync(Words("task.en.md", 2, null)));
        await ReopenAsync();

        Assert.Equal([Words("task.en.md", 2, null), Words("task.fr.md", 1, "Objet é")], (await Store.LetterTextsAsync())
            .ToArray());
        Assert.Equal([Words("task.en.md", 2, null), Words("task.en.md", 1, "one")],
            (await Store.LetterTextHistoryAsync("task.en.md")).ToArray());
        Assert.Empty(await Store.LetterTextHistoryAsync("result.en.md"));
    }

    [Fact]
    public async Task Of_two_who_save_the_same_number_one_is_kept()
    {
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Store.SaveLetterTextAsync(Words("task.en.md", 1, $"text {i}"))));

        Assert.Single(saved, s => s);
        Assert.Single(await Store.LetterTextHistoryAsync("task.en.md"));
    }

    private static LetterText Words(string file, int number, string? content) =>
        new(file, number, content, "Anna Alder", Moves.Start.AddMinutes(number));
}
