using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>The letters of a step, one for each address and language.</summary>
/// <param name="AddressBook">The revision of the contacts that they were addressed from; null when none was asked for.</param>
public sealed record WrittenLetters(ImmutableArray<StoredLetter> Rows, long? AddressBook)
{
    public static readonly WrittenLetters None = new([], null);
}
