using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Who receives letters, as it stood at one moment.</summary>
/// <param name="Revision">Rises with every change of a contact, whoever makes it.</param>
/// <param name="Of">The contacts of a body, by address; none when it has none.</param>
public sealed record AddressBook(long Revision, Func<string, ImmutableArray<Contact>> Of)
{
    /// <summary>A book of these contacts, each body's in the order given.</summary>
    public static AddressBook With(long revision, IEnumerable<Contact> contacts)
    {
        var bodies = contacts.GroupBy(contact => contact.Body)
            .ToImmutableDictionary(body => body.Key, body => body.ToImmutableArray(), StringComparer.Ordinal);
        return new AddressBook(revision, body => bodies.GetValueOrDefault(body, []));
    }
}
