using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>A candidate of one file, and where letters to this person go.</summary>
/// <param name="Address">Empty while nobody has given one.</param>
/// <param name="Person">Who wrote it down last; empty when nobody gave a name.</param>
/// <param name="ChangedAt">UTC.</param>
public sealed record Candidate(
    string Name, string Address, ContactLanguage Language, string Person, DateTimeOffset ChangedAt);
