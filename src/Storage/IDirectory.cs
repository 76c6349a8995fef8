using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Who receives letters, and who holds which office.</summary>
public interface IDirectory
{
    /// <summary>The contacts of a body, or all.</summary>
    Task<ImmutableArray<Contact>> ContactsAsync(string? body = null, CancellationToken cancel = default);

    /// <summary>Saves a contact; body and address say which.</summary>
    Task SaveContactAsync(Contact contact, CancellationToken cancel = default);

    Task<bool> DeleteContactAsync(string body, string address, CancellationToken cancel = default);

    /// <summary>The mandates of an office, or all, the earliest end first.</summary>
    Task<ImmutableArray<Mandate>> MandatesAsync(string? office = null, CancellationToken cancel = default);

    /// <summary>Saves a mandate; office, state, holder and beginning say which.</summary>
    Task SaveMandateAsync(Mandate mandate, CancellationToken cancel = default);

    Task<bool> DeleteMandateAsync(Mandate mandate, CancellationToken cancel = default);
}
