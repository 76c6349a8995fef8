using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <inheritdoc />
    public Task<ImmutableArray<Contact>> ContactsAsync(string? body = null, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("directory.contacts", new { body }, ReadContact), cancel);

    /// <inheritdoc />
    public async Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default)
    {
        if (!anew && _addressBook is { } known) return known;
        var rows = await ReadAsync(connection => connection.All("directory.address_book", null, row => (
            Revision: row.Long("revision"), Contact: row.TextOrNull("body") is null ? null : ReadContact(row))), cancel);
        return _addressBook = AddressBook.With(rows[0].Revision, rows.Select(row => row.Contact).OfType<Contact>());
    }

    /// <inheritdoc />
    public Task SaveContactAsync(Contact contact, CancellationToken cancel = default) => WriteAsync(
        connection => connection.Run("directory.save_contact", new
        {
            body = contact.Body, address = contact.Address, name = contact.Name,
            language = contact.Language.ToString(), role = contact.Role,
        }), cancel);

    /// <inheritdoc />
    public Task<bool> DeleteContactAsync(string body, string address, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("directory.delete_contact", new { body, address }) == 1, cancel);

    /// <inheritdoc />
    public Task<Draft?> FindDraftAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.One("directory.find_draft", new { procedure = procedureId, wait },
            row => new Draft(row.Text("procedure"), row.Int("wait"), (Value.Map)ValueJson.Parse(row.Text("form")),
                row.Text("saved_by"), row.Moment("saved_at"))), cancel);

    /// <inheritdoc />
    public Task<bool> SaveDraftAsync(Draft draft, CancellationToken cancel = default) => WriteAsync(
        connection => connection.Run("directory.save_draft", new
        {
            procedure = draft.ProcedureId, wait = draft.Wait, form = ValueJson.ToJson(draft.Values),
            saved_by = draft.SavedBy, saved_at = Texts.Of(draft.SavedAt),
        }) == 1, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteDraftAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        WriteAsync(connection =>
            connection.Run("directory.delete_draft", new { procedure = procedureId, wait }) == 1, cancel);

    /// <inheritdoc />
    public Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.Scalar<string>("directory.find_document", new { kind, key }), cancel);

    /// <inheritdoc />
    public Task<ImmutableArray<KeyValuePair<string, string>>> DocumentsAsync(
        string kind, CancellationToken cancel = default) =>
        ReadAsync(connection => connection.All("directory.documents", new { kind },
            row => KeyValuePair.Create(row.Text("document_key"), row.Text("document"))), cancel);

    /// <inheritdoc />
    public Task SaveDocumentAsync(string kind, string key, string document, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("directory.save_document", new { kind, key, document }), cancel);

    /// <inheritdoc />
    public Task<bool> DeleteDocumentAsync(string kind, string key, CancellationToken cancel = default) =>
        WriteAsync(connection => connection.Run("directory.delete_document", new { kind, key }) == 1, cancel);

    private static Contact ReadContact(Row row) => new(
        row.Text("body"), row.Text("name"), row.Text("address"), row.Enum<ContactLanguage>("language"), row.Text("role"));
}
