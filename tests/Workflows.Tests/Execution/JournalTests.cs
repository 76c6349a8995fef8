using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>Every step adds to one chain of entries, without a gap.</summary>
public sealed class JournalTests
{
    [Fact]
    public void Entries_are_numbered_without_gap_and_each_hash_covers_the_one_before()
    {
        var walk = new Walk(new Sketch()
            .Node("Tiny.Ask", "ask", ("deadline", "nlt 2026-03-20")).Node("Tiny.Rest", "rest").Node("Tiny.Say", "end")
            .Arrows("ask:Yes>rest", "rest>end").Read(TinyTypes.Catalog));
        walk.After(TimeSpan.FromDays(10)).Take(new Stimulus.TimerDue(1));
        walk.Answer("Yes");
        walk.After(TimeSpan.FromHours(2)).Take(new Stimulus.TimerDue(2));
        var entries = walk.Steps.SelectMany(s => s.Journal).ToArray();
        Assert.Equal(Enumerable.Range(1, entries.Length).Select(n => (long)n), entries.Select(e => e.Number));
        var head = "";
        foreach (var entry in entries)
        {
            Assert.Equal(JournalChain.HashOf("p", head, entry), entry.Hash);
            head = entry.Hash;
        }
        Assert.Equal((walk.Procedure.JournalHead, walk.Procedure.JournalLength), (head, entries.Length));
        Assert.Equal(JournalEvent.Ended, entries[^1].Event);
    }

    [Fact]
    public void A_changed_word_breaks_the_chain()
    {
        var entry = new Walk(new Sketch().Node("Tiny.Say", "a").Read(TinyTypes.Catalog)).Steps[0].Journal[0];
        Assert.NotEqual(entry.Hash, JournalChain.HashOf("p", "", entry with { Actor = "somebody else" }));
        Assert.NotEqual(entry.Hash, JournalChain.HashOf("q", "", entry));
    }

    [Fact]
    public void Every_sentence_stands_in_both_languages()
    {
        var walk = new Walk(new Sketch().Node("Tiny.Ask", "ask", ("deadline", "nlt 2026-03-20"))
            .Read(TinyTypes.Catalog));
        walk.After(TimeSpan.FromDays(40)).Take(new Stimulus.TimerDue(1));
        walk.Take(new Stimulus.Cancelled("no longer needed"));
        foreach (var entry in walk.Steps.SelectMany(s => s.Journal))
            Assert.Equal(entry.Sentence.English.Length == 0, entry.Sentence.French.Length == 0);
    }
}
