using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>Collects the journal entries of one step and seals them into the procedure's chain.</summary>
internal sealed class JournalWriter(Procedure before, DateTimeOffset now, string actor)
{
    private readonly List<JournalEntry> _entries = [];

    public long Length => before.JournalLength + _entries.Count;
    public string Head { get; private set; } = before.JournalHead;

    public void Write(string happening, Activation? activation) =>
        Write(happening, activation, Bilingual.Empty, Value.Undefined);

    public void Write(string happening, Activation activation, Outcomes outcomes) =>
        Write(happening, activation, Bilingual.Empty,
            Value.MapOf(("outcomes", Value.Of(outcomes.Names.Select(Value (n) => Value.Of(n))))));

    public void Write(string happening, Activation? activation, Bilingual sentence, Value data) =>
        _entries.Add(new JournalEntry(
            Length + 1, before.Step + 1, now, happening, activation?.Node.Id, activation?.Node.NodeId, activation?.Id,
            actor, sentence, data));

    public ImmutableArray<JournalEntry> Seal()
    {
        var sealedEntries = ImmutableArray.CreateBuilder<JournalEntry>(_entries.Count);
        foreach (var entry in _entries)
        {
            var link = JournalChain.Seal(before.Id, Head, entry);
            Head = link.Hash;
            sealedEntries.Add(link);
        }
        return sealedEntries.MoveToImmutable();
    }
}
