using System.Net;
using AngleSharp.Html.Dom;

namespace Procedures.Host.Tests;

/// <summary>Tasks are found, drafted, checked and completed; afterwards there is a receipt.</summary>
[Collection(PageCollection.Name)]
public sealed class TasksTests(PageHost host)
{
    [Theory]
    [InlineData("en", "Check before you complete", "The task is completed", "Receipt number")]
    [InlineData("fr", "Vérifier avant d'accomplir", "La tâche est accomplie", "Récépissé numéro")]
    public async Task A_task_is_checked_completed_and_receipted(
        string language, string check, string done, string number)
    {
        var (id, path) = await TaskAsync(language, "DK");
        using var reader = host.Reader();
        var page = await reader.PageAsync(path);
        using var answer = await reader.SendAsync(page, "review", ("recorded-by", "Clara Cedar"));
        var review = await PageReader.ReadAsync(answer);
        Assert.Equal(check, review.QuerySelector("h1")!.TextContent);
        var step = (await host.Store.FindProcedureAsync(id))!.Step;

        using var completed = await reader.SendAsync(review, "complete");
        Assert.Equal(HttpStatusCode.Redirect, completed.StatusCode);
        var receipt = await reader.PageAsync(completed.Headers.Location!.OriginalString);
        Assert.Equal(done, receipt.QuerySelector("h1")!.TextContent);
        Assert.Contains($"{number} {id}/{step + 1}", receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(receipt.QuerySelectorAll("main ul li"));
        Assert.Equal(step + 1, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Fact]
    public async Task Checking_a_task_changes_nothing()
    {
        var (id, path) = await TaskAsync("en", "ES");
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(
            await reader.PageAsync(path), "review", ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Fact]
    public async Task A_draft_is_kept_for_everybody_until_the_task_is_completed()
    {
        var (_, path) = await TaskAsync("en", "FI");
        using var reader = host.Reader();
        using var saved = await reader.SendAsync(
            await reader.PageAsync(path), "draft", ("remark", "Ask Table Office <first>"),
                ("f.decided-on", "sometime"), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var colleague = host.Reader();
        var page = await colleague.PageAsync(path);
        Assert.Equal("Ask Table Office <first>", ((IHtmlTextAreaElement)page.QuerySelector("#remark")!).Value.Trim());
        Assert.Equal("sometime", ((IHtmlInputElement)page.QuerySelector("#f-decided-on")!).Value);
        Assert.Contains("Clara Cedar", page.QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16 October 2026", "lies in the future")]
    [InlineData("yesterday", "“yesterday” is not a day. Write it as 15 October 2026")]
    public async Task A_day_that_cannot_be_is_refused_and_kept(string day, string message)
    {
        var (_, path) = await TaskAsync("en", "FR");
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(
            await reader.PageAsync(path), "review", ("f.decided-on", day), ("recorded-by", "Clara Cedar"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await PageReader.ReadAsync(answer);
        Assert.Contains(message, page.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(day, ((IHtmlInputElement)page.QuerySelector("#f-decided-on")!).Value);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_somebody_else_has_completed_says_so()
    {
        var (_, path) = await TaskAsync("fr", "GR");
        using var reader = host.Reader();
        var page = await reader.PageAsync(path);
        using var first = await reader.SendAsync(page, "review", ("recorded-by", "Clara Cedar"));
        var review = await PageReader.ReadAsync(first);
        using var done = await reader.SendAsync(review, "complete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var again = await reader.SendAsync(review, "complete");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("Cette tâche a été accomplie", (await PageReader.ReadAsync(again)).Body!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_complete_a_task_at_the_same_moment_all_but_one_learn_that_it_is_done()
    {
        var (_, path) = await TaskAsync("en", "HR");
        using var reader = host.Reader();
        var page = await reader.PageAsync(path);
        using var first = await reader.SendAsync(page, "review", ("recorded-by", "Clara Cedar"));
        var review = await PageReader.ReadAsync(first);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => reader.SendAsync(review, "complete")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(15, answers.Count(answer => answer.StatusCode == HttpStatusCode.OK));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task The_list_filters_by_body_and_text_in_the_address()
    {
        await host.OpenElectionAsync("IS");
        using var reader = host.Reader();
        var all = await reader.PageAsync("/en/tasks?body=SGA&q=iceland");
        Assert.Contains("Iceland", all.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("iceland", ((IHtmlInputElement)all.QuerySelector("#q")!).Value);
        var none = await reader.PageAsync("/fr/tasks?body=CDH&q=iceland");
        Assert.Null(none.QuerySelector("tbody"));
        Assert.Contains("Aucune tâche ouverte", none.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_recorded_late_is_the_day_of_the_act()
    {
        var (id, path) = await TaskAsync("en", "IT");
        using var reader = host.Reader();
        using var answer = await reader.SendAsync(
            await reader.PageAsync(path), "review", ("f.decided-on", "Friday 9 October 2026"),
                ("recorded-by", "Clara Cedar"));
        using var done = await reader.SendAsync(await PageReader.ReadAsync(answer), "complete");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var file = await reader.PageAsync($"/en/procedures/{id}");
        var steps = file.QuerySelector("table[aria-labelledby=answered]")!.TextContent;
        Assert.Contains("Friday 9 October 2026", steps, StringComparison.Ordinal);
        Assert.Contains("recorded on Thursday 15 October 2026", steps, StringComparison.Ordinal);
    }

    private async Task<(string Id, string Path)> TaskAsync(string language, string state)
    {
        var id = await host.OpenElectionAsync(state);
        return (id, $"/{language}/procedures/{id}/tasks/{await host.WaitOfAsync(id, "P1.01")}");
    }
}
