namespace Procedures.Storage;

/// <summary>Where the letters of steps go.</summary>
public interface IAddressBooks
{
    /// <summary>All contacts.</summary>
    /// <param name="anew">Asks the database. Otherwise the book may be old; a step that names it is then not written.</param>
    Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default);
}
