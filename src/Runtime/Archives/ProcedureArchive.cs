using System.Collections.Immutable;
using Procedures.Journal;

namespace Procedures.Runtime;

/// <summary>A procedure as a file: what it runs, where it stands, and how it came there.</summary>
/// <param name="Definition">The JSON of the definition that it runs.</param>
/// <param name="State">Its state document.</param>
/// <param name="Journal">Every entry with its hash, from the first on.</param>
public sealed record ProcedureArchive(string Definition, string State, ImmutableArray<JournalEntry> Journal);
