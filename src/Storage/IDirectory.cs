using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Who receives letters.</summary>
public interface IDirectory : IAddressBooks
{
    /// <summary>The contacts of a body, or all.</summary>
    Task<ImmutableArray<Contact>> ContactsAsync(string? body = null, CancellationToken cancel = default);

    /// <summary>Saves a contact; body and address say which.</summary>
    Task SaveContactAsync(Contact contact, CancellationToken cancel = default);

    Task<bool> DeleteContactAsync(string body, string address, CancellationToken cancel = default);
}
