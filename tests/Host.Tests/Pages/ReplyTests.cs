using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>A state answers its own step by the link in its letter, and can do nothing else with it.</summary>
[Collection(PageCollection.Name)]
public sealed partial class ReplyTests(PageHost host)
{
    private ReplyLinks Links => host.Parts.GetRequiredService<ReplyLinks>();

    [Theory]
    [InlineData("HR", Language.English, "Your answer was received on")]
    [InlineData("BE", Language.French, "Votre réponse a été reçue le")]
    public async Task A_government_answers_by_the_link_in_its_letter_and_sees_that_it_was_received(
        string state, Language language, string received)
    {
        await host.Store.SaveContactAsync(new Contact($"GOV({state})", "Mission", $"mission.{state}@example.org",
            language == Language.French ? ContactLanguage.French : ContactLanguage.English));
        var id = await UpToTheCallAsync(state);
        var letter = (await host.Store.LettersAsync(new LetterFilter
            { ProcedureId = id, Body = $"GOV({state})" }, PageRequest.First))
            .Items.First(l => l.Kind == "Task" && l.Address == $"mission.{state}@example.org");
        var path = new Uri(Address().Match(letter.Text).Groups[1].Value).AbsolutePath;
        Assert.StartsWith(language == Language.French ? "/fr/reply/" : "/en/reply/", path, StringComparison.Ordinal);
        Assert.Contains(path, letter.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/reply/", letter.Calendar!, StringComparison.Ordinal);

        using var reader = host.Reader();
        var page = await reader.PageAsync(path);
        Assert.Empty(page.QuerySelectorAll($"a[href*='{id}']"));
        Assert.Empty(page.QuerySelectorAll("nav"));
        using var incomplete = await reader.SendAsync(page, "review");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, incomplete.StatusCode);
        // The summary calls the field as the form does.
        Assert.Contains((await PageReader.ReadAsync(incomplete)).QuerySelectorAll(".errors a"), a =>
            a.TextContent == (language == Language.French ? "Indiquez votre nom." : "Give your name."));
        (string, string)[] answer = [.. Candidates(), ("recorded-by", "Maria Maple")];
        using var review = await reader.SendAsync(page, "review", answer);
        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
        Assert.Contains(language == Language.French ? ", féminin, " : ", female, ",
            (await PageReader.ReadAsync(review)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var sent = await reader.SendAsync(await PageReader.ReadAsync(review), "complete");
        Assert.Equal(path, sent.Headers.Location!.OriginalString);

        var receipt = await reader.PageAsync(path);
        Assert.Contains(received, receipt.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"GOV({state})", receipt.Body.TextContent, StringComparison.Ordinal);
        var task = (await host.Store.TasksOfAsync(id)).Single(t => t.Step == "P1.03");
        Assert.Equal($"Maria Maple, GOV({state})", task.ClosedBy);
        Assert.Empty(receipt.QuerySelectorAll("form"));
    }

    [Fact]
    public async Task A_link_that_was_changed_has_run_out_or_is_signed_by_another_key_is_refused()
    {
        var id = await UpToTheCallAsync("CZ");
        var grant = Grant(id, await host.WaitOfAsync(id, "P1.03"), "GOV(CZ)", "pr.cz@example.org");
        var token = Links.Write(grant);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token));
        var (payload, mac) = (token.Split('.')[0], token.Split('.')[1]);
        var forged = Convert.ToBase64String(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Convert.FromBase64String(
            payload.PadRight((payload.Length + 3) / 4 * 4, '=').Replace('-', '+').Replace('_', '/')))
            .Replace("GOV(CZ)", "GOV(SK)", StringComparison.Ordinal))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        string[] wrong =
        [
            $"{forged}.{mac}", $"{payload}.{mac[..^2]}AA", payload, $"{payload}.", "a.b", $"{token}.x",
                new string('a', 3000),
            Links.Write(grant with { LastDay = new DateOnly(2026, 10, 14) }),
            new ReplyLinks(new byte[32]).Write(grant),
        ];
        foreach (var bad in wrong) Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(bad));
    }

    [Theory]
    [InlineData("%3E")]
    [InlineData(".")]
    [InlineData("),")]
    public async Task What_a_mail_program_has_left_at_the_end_of_the_address_does_no_harm(string clinging)
    {
        var id = await UpToTheCallAsync("AL");
        var token = Links.Write(Grant(id, await host.WaitOfAsync(id, "P1.03"), "GOV(AL)", "pr.al@example.org"));
        using var reader = host.Reader();
        var page = await reader.PageAsync($"/en/reply/{token}{clinging}");
        using var review = await reader.SendAsync(page, "review", [.. Candidates(), ("recorded-by", "Maria Maple")]);

        Assert.Equal(HttpStatusCode.OK, review.StatusCode);
    }

    [Fact]
    public async Task A_link_of_another_step_body_or_contact_is_refused_though_it_is_signed()
    {
        var id = await UpToTheCallAsync("LT");
        var wait = await host.WaitOfAsync(id, "P1.03");
        var own = Grant(id, wait, "GOV(LT)", "pr.lt@example.org");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Links.Write(own)));
        var report = (await host.Store.TasksOfAsync(id)).First(t => t is { IsOptional: true, ClosedAt: null });
        ReplyGrant[] others =
        [
            own with { Body = "GOV(LV)" }, own with { Address = "somebody@example.org" }, own with { Wait = 9999 },
            own with { ProcedureId = "unknown" }, own with { Wait = report.Wait, Body = report.Body },
            Grant(id, await ClosedAsync(id, "P1.02"), "GOV(LT)", "pr.lt@example.org"),
        ];
        foreach (var grant in others) Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(Links.Write(grant)));
    }

    [Fact]
    public async Task The_link_ends_when_its_contact_goes_and_when_the_step_is_closed()
    {
        var id = await UpToTheCallAsync("UA");
        await host.Store.SaveContactAsync(
            new Contact("GOV(UA)", "Second", "second.ua@example.org", ContactLanguage.English));
        var wait = await host.WaitOfAsync(id, "P1.03");
        var second = Links.Write(Grant(id, wait, "GOV(UA)", "second.ua@example.org"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        await host.Store.DeleteContactAsync("GOV(UA)", "second.ua@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(second));

        var first = Links.Write(Grant(id, wait, "GOV(UA)", "pr.ua@example.org"));
        using var reader = host.Reader();
        var open = await reader.PageAsync($"/en/reply/{first}");
        await AnswerAsync(id, "P1.03", ThreeCandidates);
        var step = (await host.Store.FindProcedureAsync(id))!.Step;
        using var late = await reader.SendAsync(open, "review", [.. Candidates(), ("recorded-by", "Late Larch")]);
        var page = await PageReader.ReadAsync(late);
        Assert.Contains("has been closed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Clara Cedar", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(step, (await host.Store.FindProcedureAsync(id))!.Step);
    }

    [Fact]
    public async Task A_confidential_step_has_no_link_and_a_signed_one_is_refused()
    {
        var id = await UpToTheCallAsync("SI");
        await AnswerAsync(id, "P1.03", ThreeCandidates);
        await AnswerAsync(id, "P1.04", Value.Map.Empty);
        var panel = (await host.Store.TasksOfAsync(id)).Single(t => t.Step == "P1.05");
        Assert.True(panel.IsConfidential);
        var contact = (await host.Store.ContactsAsync(panel.Body))[0];
        Assert.Equal(HttpStatusCode.Forbidden,
            await StatusAsync(Links.Write(Grant(id, panel.Wait, panel.Body, contact.Address))));
        var letters = await host.Store.LettersAsync(new LetterFilter { ProcedureId = id }, new PageRequest(0, 100));
        Assert.DoesNotContain(letters.Items, l =>
            (l.IsConfidential || l.IsCopy) && l.Text.Contains("/reply/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_is_kept_in_the_data_folder_for_its_owner_alone()
    {
        var folder = Directory.CreateTempSubdirectory("reply").FullName;
        var grant = Grant("p", 1, "GOV(EE)", "a@example.org");
        var settings = host.Parts.GetRequiredService<HostSettings>() with { DataFolder = folder };
        var file = Path.Combine(folder, "keys", "reply.key");
        var token = new ReplyLinks(await ReplyKey.FindAsync(settings, host.Store)).Write(grant);
        Assert.NotNull(new ReplyLinks(await ReplyKey.FindAsync(settings, host.Store))
            .Read(token, new DateOnly(2026, 10, 15)));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await File.WriteAllTextAsync(file, "short");
        await Assert.ThrowsAsync<HostRefusedException>(() => ReplyKey.FindAsync(settings, host.Store));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_key_that_is_set_is_used_and_one_that_is_none_is_refused_without_being_shown()
    {
        var set = new HostSettings
        {
            DataFolder = "nowhere", WorkflowsFolder = "nowhere", PublicAddress = host.Address,
            ReplyKey = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]),
        };
        Assert.Equal(32, (await ReplyKey.FindAsync(set, host.Store))[31]);
        foreach (var wrong in (string[])["no-base-64!", Convert.ToBase64String(new byte[31])])
        {
            var refusal = await Assert.ThrowsAsync<HostRefusedException>(
                () => ReplyKey.FindAsync(set with { ReplyKey = wrong }, host.Store));
            Assert.DoesNotContain(wrong, refusal.Message, StringComparison.Ordinal);
        }
    }

    private static readonly Value.Map ThreeCandidates = Value.MapOf(("candidates", Value.Of(
        new[] { "Anna Alder", "Boris Birch", "Carla Cedar" }.Select(Value (name) => Value.MapOf(
            ("name", Value.Of(name)), ("sex", Value.Of(name[0] == 'B' ? "M" : "F")),
                ("birthDate", Value.Of("1975-05-05")),
            ("nationality", Value.Of("EE")))))));

    private static IEnumerable<(string, string)> Candidates() => new[] { "Anna Alder", "Boris Birch", "Carla Cedar" }
        .SelectMany((name, i) => new[]
        {
            ($"f.candidates.{i}.name", name), ($"f.candidates.{i}.sex", name[0] == 'B' ? "M" : "F"),
            ($"f.candidates.{i}.birthDate", "1975-05-05"), ($"f.candidates.{i}.nationality", "EE"),
        });

    private static ReplyGrant Grant(string id, int wait, string body, string address) =>
        new(id, wait, body, address, new DateOnly(2027, 1, 1));

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var reader = host.Reader();
        using var answer = await reader.Client.GetAsync($"/en/reply/{token}");
        if (answer.StatusCode == HttpStatusCode.Forbidden)
            Assert.Equal("This link cannot be used", (await PageReader.ReadAsync(answer))
                .QuerySelector("h1")!.TextContent);
        return answer.StatusCode;
    }

    private async Task<string> UpToTheCallAsync(string state)
    {
        var id = await host.OpenElectionAsync(state);
        foreach (var step in (string[])["P1.01", "P1.02"]) await AnswerAsync(id, step, Value.Map.Empty);
        return id;
    }

    private async Task<int> ClosedAsync(string id, string step) =>
        (await host.Store.TasksOfAsync(id)).Single(t => t.Step == step && t.ClosedAt is not null).Wait;

    private async Task AnswerAsync(string id, string step, Value.Map answer)
    {
        var wait = (await host.Store.LoadAsync(id))!.Waits.Single(w => w.Assignment?.Step == step);
        var taken = await host.Conductor.SendAsync(
            id, new Stimulus.TaskCompleted(wait.Id, wait.Assignment!.Outcomes[0].Name, answer)
                { Actor = "Clara Cedar" });
        Assert.Null(taken.Refusal);
    }

    [GeneratedRegex(@"<(http[^>]*/reply/[^>]*)>")]
    private static partial Regex Address();
}
