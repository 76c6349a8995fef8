using System.Net;
using AngleSharp.Html.Dom;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;

namespace Procedures.Host.Tests;

/// <summary>The registers of a ballot are typed as lines: each wrong line is told at its field, and nothing is lost.</summary>
[Collection(PageCollection.Name)]
public sealed class VotersRegisterPageTests(PageHost host)
{
    private const string Seats = "EE-1: Tamm; Sepp, Kask\nEE-2: Mägi; Sepp, Kask";

    [Theory]
    [InlineData("en", "XX is not the code of a state.", "the seat EE-1 stands in the list already: “EE-1: Tamm; Sepp”.")]
    [InlineData("fr", "XX n'est pas le code d'un État.", "le siège EE-1 figure déjà dans la liste : « EE-1: Tamm; Sepp ».")]
    public async Task A_register_of_seats_is_checked_when_the_ballot_is_opened(string language, string state, string twice)
    {
        const string Typed = "EE-1: Tamm; Sepp\nXX-1: Nobody\n\nEE-1: Kask\nFI-1";
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/new/assembly-ballot");
        using var answer = await reader.SendAsync(page, "preview", ("f.Post", "judge"), ("f.Candidates", "Anna Alder"),
            ("f.PartSession", "part(2027,1)"), ("f.Seats", Typed), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.Equal(["#f-Seats", "#f-Seats", "#f-Seats"], wrong.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        var field = wrong.QuerySelector("#f-Seats-error")!.TextContent;
        Assert.Contains(state, field, StringComparison.Ordinal);
        Assert.Contains(twice, field, StringComparison.Ordinal);
        Assert.Equal(Typed, ((IHtmlTextAreaElement)wrong.QuerySelector("#f-Seats")!).Value.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("en", "“EE-1: Kask”: Sepp has already signed for the seat EE-1.", "There is no seat FI-9")]
    [InlineData("fr", "« EE-1: Kask » : Sepp a déjà signé pour le siège EE-1.", "Il n'y a pas de siège FI-9")]
    public async Task Each_signature_that_cannot_be_is_told_at_the_field_and_the_lines_stay(
        string language, string twice, string unknown)
    {
        const string Typed = "EE-1: Sepp\nEE-1: Kask\n\nFI-9: Virta\nMägi";
        var (id, wait) = await RegisterAsync();
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/{id}/tasks/{wait}");
        using var answer = await reader.SendAsync(page, "review", ("f.signed", Typed), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.Equal(["#f-signed", "#f-signed", "#f-signed"], wrong.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        var field = wrong.QuerySelector("#f-signed-error")!.TextContent;
        Assert.Contains(twice, field, StringComparison.Ordinal);
        Assert.Contains(unknown, field, StringComparison.Ordinal);
        Assert.Contains("Mägi", field, StringComparison.Ordinal);
        Assert.Equal(Typed, ((IHtmlTextAreaElement)wrong.QuerySelector("#f-signed")!).Value.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("en", "this field must be filled in.")]
    [InlineData("fr", "ce champ doit être rempli.")]
    public async Task An_empty_register_is_asked_for(string language, string message)
    {
        var (id, wait) = await RegisterAsync();
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/{language}/procedures/{id}/tasks/{wait}");
        using var answer = await reader.SendAsync(page, "review", ("f.signed", " \n "), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var wrong = await PageReader.ReadAsync(answer);
        Assert.Contains(message, wrong.QuerySelector("#f-signed-error")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Id, int Wait)> RegisterAsync()
    {
        var inputs = Value.MapOf(("Post", Value.Of("judge")), ("PostFr", Value.Of("juge")), ("PartSession", Value.Of("part(2027,1)")),
            ("Candidates", Value.Of([Value.Of("Anna Alder")])), ("Seats", Value.Of(Seats)));
        var id = (await host.Conductor.OpenAsync("assembly-ballot", new OpeningRequest(inputs, "Clara Cedar"))).ProcedureId!;
        foreach (var step in new[] { "P7.01", "P7.03", "P7.04" })
        {
            var asked = (await host.Store.LoadAsync(id))!.Waits.Single(w => w.Assignment?.Step == step);
            var form = step == "P7.03"
                ? Value.MapOf(("pool", Value.Of("ABCDE".Select(Value (c) => Value.Of($"Member {c}"))))) : Value.Map.Empty;
            var taken = await host.Conductor.SendAsync(id, new Stimulus.TaskCompleted(
                asked.Id, asked.Assignment!.Outcomes[0].Name, form) { Actor = "Clara Cedar", Seed = 7 });
            Assert.True(taken.Refusal is null, taken.Refusal?.English);
        }
        return (id, await host.WaitOfAsync(id, "P7.05"));
    }
}
