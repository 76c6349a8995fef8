using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Storage.Postgres;

public sealed partial class PostgresStore
{
    /// <inheritdoc />
    public async Task<ImmutableArray<Contact>> ContactsAsync(string? body = null, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return await (body is null
            ? AllAsync("directory.contacts", null, ReadContact, cancel)
            : AllAsync("directory.contacts_of", new { body }, ReadContact, cancel));
    }

    /// <inheritdoc />
    public async Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default)
    {
        if (!anew && _addressBook is { } known) return known;
        var rows = await AllAsync("directory.address_book", null, row => (
            Revision: row.Long("revision"), Contact: row.TextOrNull("body") is null ? null : ReadContact(row)), cancel);
        return _addressBook = AddressBook.With(rows[0].Revision, rows.Select(row => row.Contact).OfType<Contact>());
    }

    /// <summary>The next letters are addressed from a book that is read again.</summary>
    internal void ForgetAddresses() => _addressBook = null;

    /// <inheritdoc />
    public Task SaveContactAsync(Contact contact, CancellationToken cancel = default) => WriteAsync("directory.save_contact", new
        {
            body = contact.Body, address = contact.Address, name = contact.Name,
            language = contact.Language.ToString(), role = contact.Role,
        }, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteContactAsync(string body, string address, CancellationToken cancel = default) =>
        HasChangedAsync("directory.delete_contact", new { body, address }, cancel);

    /// <inheritdoc />
    public Task<Draft?> FindDraftAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        OneAsync("directory.find_draft", new { procedure = procedureId, wait },
            row => new Draft(row.Text("procedure"), row.Int("wait"), (Value.Map)ValueJson.Parse(row.Text("form")),
                row.Text("saved_by"), row.Moment("saved_at")), cancel);

    /// <inheritdoc />
    public Task<bool> SaveDraftAsync(Draft draft, CancellationToken cancel = default) => HasChangedAsync("directory.save_draft", new
        {
            procedure = draft.ProcedureId, wait = draft.Wait, form = ValueJson.ToJson(draft.Values),
            saved_by = draft.SavedBy, saved_at = draft.SavedAt,
        }, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteDraftAsync(string procedureId, int wait, CancellationToken cancel = default) =>
        HasChangedAsync("directory.delete_draft", new { procedure = procedureId, wait }, cancel);

    /// <inheritdoc />
    public Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancel = default) =>
        ScalarAsync<string>("directory.find_document", new { kind, key }, cancel);

    /// <inheritdoc />
    public async Task<ImmutableArray<KeyValuePair<string, string>>> DocumentsAsync(
        string kind, CancellationToken cancel = default)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        return [.. await _desks.Documents.AskAsync(kind, cancel)];
    }

    /// <inheritdoc />
    public Task SaveDocumentAsync(string kind, string key, string document, CancellationToken cancel = default) =>
        WriteAsync("directory.save_document", new { kind, key, document }, cancel);

    /// <inheritdoc />
    public Task<bool> DeleteDocumentAsync(string kind, string key, CancellationToken cancel = default) =>
        HasChangedAsync("directory.delete_document", new { kind, key }, cancel);

    internal static Contact ReadContact(Row row) => new(
        row.Text("body"), row.Text("name"), row.Text("address"), row.Enum<ContactLanguage>("language"), row.Text("role"));
}
