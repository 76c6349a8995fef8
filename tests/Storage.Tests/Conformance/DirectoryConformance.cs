using Procedures.Expressions;
using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task Contacts_are_found_by_body_changed_and_deleted()
    {
        var contact = new Contact("GOV(EE)", "Ministry", "mfa@x.int", ContactLanguage.Both, "desk");
        await Store.SaveContactAsync(contact);
        await Store.SaveContactAsync(contact with { Name = "Ministry of Foreign Affairs" });

        var found = Assert.Single(await Store.ContactsAsync("GOV(EE)"));
        Assert.Equal(contact with { Name = "Ministry of Foreign Affairs" }, found);
        Assert.Empty(await Store.ContactsAsync("GOV(FR)"));
        Assert.True(await Store.DeleteContactAsync("GOV(EE)", "mfa@x.int"));
        Assert.Empty(await Store.ContactsAsync());
    }

    [Fact]
    public async Task A_draft_is_kept_until_its_task_is_closed()
    {
        var procedure = await OpenProcedureAsync("p");
        var wait = TaskOf(procedure).Id;
        var draft = new Draft("p", wait, Value.MapOf(("name", Value.Of("Élodie"))), "Clerk", Moves.Start);

        Assert.True(await Store.SaveDraftAsync(draft with { SavedBy = "Another" }));
        Assert.True(await Store.SaveDraftAsync(draft));
        Assert.Equal(draft, await Store.FindDraftAsync("p", wait));

        await AdvanceAsync(procedure, Moves.Answer(TaskOf(procedure)), Moves.Start);
        Assert.Null(await Store.FindDraftAsync("p", wait));
        Assert.False(await Store.SaveDraftAsync(draft));
    }

    [Fact]
    public async Task Small_documents_are_kept_by_kind_and_key()
    {
        await Store.SaveDocumentAsync("user", "b", "{\"n\":1}");
        await Store.SaveDocumentAsync("user", "a", "{}");
        await Store.SaveDocumentAsync("user", "b", "{\"n\":2}");

        Assert.Equal("{\"n\":2}", await Store.FindDocumentAsync("user", "b"));
        Assert.Equal(["a", "b"], (await Store.DocumentsAsync("user")).Select(d => d.Key));
        Assert.Null(await Store.FindDocumentAsync("setting", "b"));
        Assert.True(await Store.DeleteDocumentAsync("user", "b"));
        Assert.False(await Store.DeleteDocumentAsync("user", "b"));
    }
}
