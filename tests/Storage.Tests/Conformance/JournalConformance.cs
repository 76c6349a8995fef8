using Procedures.Journal;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_journal_comes_back_entry_by_entry_with_its_chain_intact()
    {
        var procedure = await OpenProcedureAsync("p");
        procedure = await AdvanceAsync(procedure, Moves.Answer(TaskOf(procedure)), Moves.Start.AddTicks(1234567));
        await ReopenAsync();

        var entries = new List<JournalEntry>();
        await foreach (var entry in Store.ReadJournalAsync("p")) entries.Add(entry);

        Assert.Equal(procedure.JournalLength, entries.Count);
        var head = "";
        foreach (var entry in entries)
        {
            Assert.Equal(JournalChain.HashOf("p", head, entry), entry.Hash);
            head = entry.Hash;
        }
        Assert.Equal(procedure.JournalHead, head);
    }

    [Fact]
    public async Task A_journal_is_read_in_pages_from_either_end()
    {
        var procedure = await OpenProcedureAsync("p");

        var newest = await Store.JournalAsync("p", new PageRequest(0, 2), newestFirst: true);
        var oldest = await Store.JournalAsync("p", new PageRequest(1, 2));

        Assert.Equal([procedure.JournalLength, procedure.JournalLength - 1], newest.Items.Select(e => e.Number));
        Assert.Equal([2L, 3L], oldest.Items.Select(e => e.Number));
        Assert.Equal(procedure.JournalLength, oldest.Total);
    }

    [Fact]
    public async Task Seals_say_what_each_procedure_believes_of_its_journal()
    {
        var second = await OpenProcedureAsync("b");
        var first = await OpenProcedureAsync("a");

        var seals = new List<JournalSeal>();
        await foreach (var seal in Store.ReadSealsAsync()) seals.Add(seal);

        Assert.Equal([new("a", first.JournalLength, first.JournalHead),
            new("b", second.JournalLength, second.JournalHead)], seals);
        Assert.Empty(await Store.OrphanJournalsAsync());
    }
}
