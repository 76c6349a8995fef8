using System.Net;
using Procedures.Pages;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>The secretariat keeps the contacts, and a body without one is named before a letter is missed.</summary>
[Collection(PageCollection.Name)]
public sealed class ContactsTests(PageHost host)
{
    [Fact]
    public async Task A_contact_is_added_changed_and_removed()
    {
        using var reader = host.Reader();
        var form = await reader.PageAsync("/en/contacts/contact?body=AGT(MT)");
        using var added = await reader.SendAsync(form, "save", ("f.name", "Agent Azzopardi"),
            ("f.address", "azzopardi@example.org"), ("f.language", "both"), ("f.role", "Co-agent"));
        Assert.Equal("/en/contacts", added.Headers.Location!.OriginalString);
        var address = "/fr/contacts/contact?body=AGT(MT)&address=azzopardi@example.org";
        var change = await reader.PageAsync(address);
        using var moved = await reader.SendAsync(change, "save", ("f.address", "new.azzopardi@example.org"));
        var contacts = (await host.Store.ContactsAsync("AGT(MT)")).Where(c => c.Name == "Agent Azzopardi").ToArray();
        Assert.Equal(
            new Contact("AGT(MT)", "Agent Azzopardi", "new.azzopardi@example.org", ContactLanguage.Both, "Co-agent"),
            Assert.Single(contacts));
        var last = await reader.PageAsync("/en/contacts/contact?body=AGT(MT)&address=new.azzopardi@example.org");
        using var removed = await reader.SendAsync(last, "remove");
        Assert.DoesNotContain(await host.Store.ContactsAsync("AGT(MT)"), c => c.Name == "Agent Azzopardi");
    }

    [Theory]
    [InlineData("GOV(XX)", "a@example.org", "en", "f-body")]
    [InlineData("GOV", "a@example.org", "en", "f-body")]
    [InlineData("CDH(EE)", "a@example.org", "en", "f-body")]
    [InlineData("GOV(EE)", "a@example.org\r\nBcc: b@example.org", "en", "f-address")]
    [InlineData("GOV(EE)", "nobody", "en", "f-address")]
    [InlineData("GOV(EE)", "a@example.org", "de", "f-language")]
    public async Task What_cannot_be_written_to_is_refused_and_leads_to_its_field(
        string body, string address, string language, string field)
    {
        using var reader = host.Reader();
        var form = await reader.PageAsync("/fr/contacts/contact");
        using var answer = await reader.SendAsync(form, "save", ("f.body", body), ("f.name", "A"),
            ("f.address", address), ("f.language", language));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await PageReader.ReadAsync(answer);
        Assert.NotNull(page.QuerySelector($".errors a[href='#{field}']"));
    }

    [Fact]
    public void A_table_comes_back_as_it_was_and_its_errors_name_their_lines()
    {
        var institution = host.Parts.GetService(typeof(Institution)) as Institution;
        Contact[] contacts =
        [
            new("GOV(EE)", "Doe, \"Jane\"", "jane@example.org", ContactLanguage.French, "=HYPERLINK(1)"),
            new("CDH", "Comité", "c@example.org", ContactLanguage.Both),
        ];
        var table = ContactCsv.Write(contacts);
        Assert.Contains("'=HYPERLINK", table, StringComparison.Ordinal);
        Assert.Equal(contacts, ContactCsv.Read(table, institution!).Contacts);
        Assert.Equal(contacts[1..], ContactCsv.Read("\uFEFFCDH;Comité;c@example.org;BOTH\n\n", institution!).Contacts);

        var wrong = ContactCsv.Read("body,name,address,language,role\nCDH,A,a@example.org,en,\nXYZ,B,b,en,\nCDH,C\n",
            institution!);
        Assert.Equal([3, 3, 4], wrong.Problems.Select(p => int.Parse(p.English.Split(' ', ':')[1],
            System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_table_with_one_wrong_line_is_not_taken_at_all()
    {
        using var reader = host.Reader();
        var page = await reader.PageAsync("/en/contacts");
        var token = page.QuerySelector("input[name=token]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> TakeAsync(string table) => await reader.Client.PostAsync("/en/contacts",
            new FormUrlEncodedContent([new("token", token), new("act", "import"), new("f.table", table)]));
        using var wrong = await TakeAsync("DEL(SM),Ms One,one@example.org,en\nDEL(SM),Ms Two,nowhere,en");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Line 2", (await PageReader.ReadAsync(wrong))
            .QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(await host.Store.ContactsAsync("DEL(SM)"), c => c.Name == "Ms One");
        using var right = await TakeAsync("DEL(SM),Ms One,one@example.org,en");
        Assert.Equal("/en/contacts?taken=1", right.Headers.Location!.OriginalString);
        Assert.Contains(await host.Store.ContactsAsync("DEL(SM)"), c => c.Name == "Ms One");
        using var file = await reader.Client.GetAsync("/en/contacts/export");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("one@example.org", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_must_act_and_has_no_contact_is_named_and_its_letter_is_kept_until_it_has_one()
    {
        var gone = Assert.Single(await host.Store.ContactsAsync("GOV(LI)"));
        await host.Store.DeleteContactAsync(gone.Body, gone.Address);
        var id = await host.OpenElectionAsync("LI");
        foreach (var step in (string[])["P1.01", "P1.02"])
        {
            var wait = (await host.Store.LoadAsync(id))!.Waits.Single(w => w.Assignment?.Step == step);
            await host.Conductor.SendAsync(id, new Execution.Stimulus.TaskCompleted(
                wait.Id, wait.Assignment!.Outcomes[0].Name, Expressions.Value.Map.Empty) { Actor = "Clara Cedar" });
        }
        using var reader = host.Reader();
        foreach (var path in (string[])["procedures", "contacts"])
            Assert.Contains("Government (Liechtenstein)",
                (await reader.PageAsync($"/en/{path}"))
                    .QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        var lost = (await host.Store.LettersAsync(new LetterFilter
            { ProcedureId = id, Body = "GOV(LI)" }, PageRequest.First))
            .Items.First(l => l.Address.Length == 0);
        Assert.Equal(LetterState.NotSent, lost.State);

        await host.Store.SaveContactAsync(gone);
        var letter = await reader.PageAsync($"/en/letters/{LetterKey.Of(lost.Id)}");
        using var again = await reader.SendAsync(letter, "again", ("recorded-by", "Clara Cedar"));
        Assert.Equal($"/en/procedures/{id}", again.Headers.Location!.OriginalString);
        var written =
            await host.Store.LettersAsync(new LetterFilter { ProcedureId = id, Body = "GOV(LI)" }, PageRequest.First);
        Assert.Contains(written.Items, l => l.Occasion == lost.Occasion && l.Address == gone.Address);
        Assert.Null(await host.Store.FindLetterAsync(lost.Id));
    }
}
