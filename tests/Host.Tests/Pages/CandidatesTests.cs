using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Definitions;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>
/// Candidates' addresses come from the form or from the file's own page, and stay where only the secretariat looks.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class CandidatesTests(PageHost host)
{
    private const string Json = """
        {
          "id": "shortlist-v1", "definitionId": "shortlist", "name": "Shortlist", "version": 1, "isLatest": true,
          "isPublished": true, "inputs": [], "outputs": [], "outcomes": [],
          "variables": [ { "id": "v-Candidates", "name": "Candidates", "typeName": "Object", "value": null } ],
          "root": { "id": "flow", "type": "Elsa.Sequence", "version": 1, "activities": [
            { "id": "list", "name": "list", "type": "Procedures.Task", "version": 1,
              "step": { "typeName": "String", "expression": { "type": "Literal", "value": "S1" } },
              "title": { "typeName": "String", "expression": { "type": "Literal", "value": "List" } },
              "body": { "typeName": "String", "expression": { "type": "Literal", "value": "SGA" } },
              "outcomes": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"Listed\"]" } },
              "form": { "typeName": "Object", "expression": { "type": "Object",
                "value": "[{\"name\": \"candidates\", \"type\": \"persons\", \"label\": \"Candidates\"}]" } },
              "keep": { "typeName": "Object", "expression": { "type": "Object",
                "value": "{\"candidates\": \"Candidates\"}" } } },
            { "id": "tell", "name": "tell", "type": "Procedures.Letter", "version": 1,
              "to": { "typeName": "String[]", "expression": { "type": "Object", "value": "[\"CAND\"]" } },
              "subject": { "typeName": "String", "expression": { "type": "Literal", "value": "Invitation" } },
              "text": { "typeName": "String", "expression": { "type": "Literal", "value": "Please come." } },
              "subjectFr": { "typeName": "String", "expression": { "type": "Literal", "value": "Convocation" } },
              "textFr": { "typeName": "String", "expression": { "type": "Literal", "value": "Venez." } } },
            { "id": "hear", "name": "hear", "type": "Elsa.Event", "version": 1,
              "eventName": { "typeName": "String", "expression": { "type": "Literal", "value": "end" } } } ] }
        }
        """;

    [Fact]
    public async Task An_address_given_with_the_list_receives_the_letter_and_no_state_journal_or_file_knows_it()
    {
        var id = await OpenAsync();
        using var reader = host.Reader();
        var task = await reader.PageAsync($"/en/procedures/{id}/tasks/{await host.WaitOfAsync(id, "S1")}");
        Assert.NotNull(task.QuerySelector("input[name='f.candidates.0.email']"));
        using var wrong = await reader.SendAsync(task, "review", [.. Two, ("f.candidates.1.email", "nowhere")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("E-mail address of Boris Birch", (await PageReader.ReadAsync(wrong))
            .QuerySelector(".errors")!.TextContent,
            StringComparison.Ordinal);

        using var review = await reader.SendAsync(task, "review", Two);
        using var done = await reader.SendAsync(await PageReader.ReadAsync(review), "complete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        var letters = (await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First)).Items;
        var sent = Assert.Single(letters, l => l.Address.Length > 0 && l.Body == "CAND");
        Assert.Equal(("anna@example.org", Language.French), (sent.Address, sent.Language));
        Assert.Equal("Boris Birch", Assert.Single(letters, l => l is { Body: "CAND", Address: "" }).ContactName);
        var procedure = (await host.Store.LoadAsync(id))!;
        Assert.DoesNotContain("anna@", new Execution.ProcedureJson(_ => null)
            .Write(procedure), StringComparison.Ordinal);
        foreach (var path in (string[])[$"procedures/{id}", $"procedures/{id}?journal=all", "letters", "tasks",
            "procedures"])
            Assert.DoesNotContain("anna@", (await reader.PageAsync($"/en/{path}")).DocumentElement.OuterHtml,
                StringComparison.Ordinal);
        using var export = await reader.Client.GetAsync($"/elsa/api/workflow-instances/{id}");
        Assert.DoesNotContain("anna@", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_leads_to_a_page_that_takes_an_address_and_writes_the_letters_that_wait()
    {
        var id = await OpenAsync();
        using var reader = host.Reader();
        await ListAsync(reader, id);
        Assert.NotNull((await reader.PageAsync($"/fr/procedures/{id}"))
            .QuerySelector($"a[href='/fr/procedures/{id}/candidates']"));
        var page = await reader.PageAsync($"/fr/procedures/{id}/candidates");
        Assert.Contains("Une lettre aux candidats attend une adresse.", page.Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal("Boris Birch", page.QuerySelector("input[name='f.candidates.1.name']")!.GetAttribute("value"));

        using var bad =
            await reader.SendAsync(page, "write", ("f.candidates.1.email", "boris"), ("recorded-by", "Clara"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        using var saved = await reader.SendAsync(page, "write", ("f.candidates.1.email", "boris@example.org"),
            ("recorded-by", "Clara"));
        Assert.Equal($"/fr/procedures/{id}/candidates?saved=1", saved.Headers.Location!.OriginalString);

        var letters = (await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First)).Items
            .Where(l => l.Body == "CAND").ToArray();
        Assert.Equal(["anna@example.org", "boris@example.org", "boris@example.org"], letters.Select(l => l.Address)
            .Order());
        var candidates = host.Parts.GetRequiredService<CandidateAddresses>();
        Assert.Equal("Clara", (await candidates.OfAsync(id)).Single(c => c.Name == "Boris Birch").Person);
    }

    [Fact]
    public async Task A_letter_without_an_address_says_what_to_do_and_leads_there()
    {
        var id = await OpenAsync();
        using var reader = host.Reader();
        await ListAsync(reader, id);
        var letter = (await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, PageRequest.First)).Items
            .Single(l => l is { Body: "CAND", Address: "" });
        var page = await reader.PageAsync($"/fr/letters/{Pages.LetterKey.Of(letter.Id)}");
        Assert.NotNull(page.QuerySelector($"a[href='/fr/procedures/{id}/candidates']"));
        Assert.Contains("pas d'adresse électronique pour Boris Birch", page.Body!.TextContent,
            StringComparison.Ordinal);
    }

    private static readonly (string, string)[] Two =
    [
        .. Person(0, "Anna Alder", "F"), ("f.candidates.0.email", "anna@example.org"),
            ("f.candidates.0.language", "fr"),
        .. Person(1, "Boris Birch", "M"), ("recorded-by", "Clara Cedar"),
    ];

    private static (string, string)[] Person(int row, string name, string sex) =>
    [
        ($"f.candidates.{row}.name", name), ($"f.candidates.{row}.sex", sex),
        ($"f.candidates.{row}.birthDate", "1975-05-05"), ($"f.candidates.{row}.nationality", "EE"),
    ];

    private async Task ListAsync(PageReader reader, string id)
    {
        var task = await reader.PageAsync($"/en/procedures/{id}/tasks/{await host.WaitOfAsync(id, "S1")}");
        using var review = await reader.SendAsync(task, "review", Two);
        using var done = await reader.SendAsync(await PageReader.ReadAsync(review), "complete");
    }

    private async Task<string> OpenAsync()
    {
        var definition = host.Parts.GetRequiredService<DefinitionReader>().Read(Json).Definition!;
        if ((await host.Store.VersionsAsync("shortlist")).IsEmpty)
            await host.Store.SaveDefinitionAsync(new StoredDefinition
            {
                Id = definition.Id, DefinitionId = "shortlist", Version = 1, Name = definition.Name,
                    Hash = definition.Hash,
                IsLatest = true, IsPublished = true, CreatedAt = host.Clock.GetUtcNow(),
                    SavedAt = host.Clock.GetUtcNow(),
                Document = Json,
            });
        var opening = await host.Conductor.OpenAsync("shortlist", new OpeningRequest(Value.Map.Empty, "clerk"));
        return opening.ProcedureId ?? throw new InvalidOperationException(opening.Refusal?.English);
    }
}
