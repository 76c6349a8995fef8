using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Journal;
using Procedures.Play;
using Procedures.Runtime.Conducting;
using Procedures.Storage;

namespace Procedures.Runtime.Archives;

/// <summary>A procedure goes from one installation to another in a file, and goes on there.</summary>
public sealed class ProcedureTransferTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);
    private readonly LocalNews _news = new();
    private House _here = null!;
    private House _there = null!;

    public async Task InitializeAsync()
    {
        _here = House.Open(_folder.File("here.db"), _clock);
        _there = House.Open(_folder.File("there.db"), _clock);
        await _here.OpenAsync(PlayDefinitions.TwoTasks, "p");
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    public void Dispose() => _folder.Dispose();

    private ProcedureTransfer TransferOf(House house) => new(house.Store, Read, _news, _clock);

    private static Definition? Read(string json) => PlayDefinitions.Read(json);

    private async Task<JsonNode> FileAsync() =>
        JsonNode.Parse(ArchiveJson.Write((await TransferOf(_here).ExportAsync("p"))!).ToJsonString())!;

    private async Task<Bilingual?> TakeInAsync(JsonNode file) =>
        await TransferOf(_there).ImportAsync(ArchiveJson.Read(file)!, "Olga");

    [Fact]
    public async Task What_is_taken_in_stands_where_it_stood_and_goes_on()
    {
        Assert.Null(await TakeInAsync(await FileAsync()));
        var (before, after) = (await _here.LoadAsync("p"), await _there.LoadAsync("p"));
        await _there.Conductor.SendAsync("p", Moves.Answer(await _there.TaskAsync("p")));

        Assert.Equal(before.Waits.Select(w => (w.Id, w.WakeAt)), after.Waits.Select(w => (w.Id, w.WakeAt)));
        Assert.Equal(before.Definition.Hash, after.Definition.Hash);
        Assert.NotEqual(before.Waits[0].Id, (await _there.TaskAsync("p")).Id);
        Assert.Single((await _there.Store.OpenTasksAsync(TaskFilter.All, PageRequest.First)).Items);
    }

    [Fact]
    public async Task The_journal_says_who_took_it_in_and_its_chain_holds()
    {
        await TakeInAsync(await FileAsync());
        var entries = (await _there.Store.JournalAsync("p", new PageRequest(0, 100))).Items;

        Assert.Equal((JournalEvent.Imported, "Olga"), (entries[^1].Event, entries[^1].Actor));
        Assert.Empty((await new Verifier(_there.Store).VerifyAsync()).Breaches);
    }

    [Fact]
    public async Task Viewers_hear_of_what_is_taken_in()
    {
        var heard = new List<string>();
        using (_news.Listen(id => heard.Add(id!))) await TakeInAsync(await FileAsync());
        _news.Announce("q");

        Assert.Equal(["p"], heard);
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten()
    {
        var file = await FileAsync();
        await TakeInAsync(file);
        var before = (await _there.LoadAsync("p")).Step;

        Assert.Contains("already", (await TakeInAsync(file))!.English, StringComparison.Ordinal);
        Assert.Equal(before, (await _there.LoadAsync("p")).Step);
    }

    [Theory]
    [InlineData("actor", "\"Somebody else\"", "journal")]
    [InlineData("number", "5", "journal")]
    [InlineData("hash", "\"00\"", "journal")]
    public async Task A_journal_that_was_changed_is_refused(string member, string value, string part)
    {
        var file = await FileAsync();
        file["journal"]![0]![member] = JsonNode.Parse(value);

        Assert.Contains(part, (await TakeInAsync(file))!.English, StringComparison.Ordinal);
        Assert.Null(await _there.Store.LoadAsync("p"));
    }

    [Theory]
    [InlineData("definition", "state")]
    [InlineData("id", "state")]
    [InlineData("journalHead", "journal")]
    public async Task A_state_that_was_changed_is_refused(string member, string part)
    {
        var file = await FileAsync();
        file["state"]![member] = "../x";

        Assert.Contains(part, (await TakeInAsync(file))!.English, StringComparison.Ordinal);
        Assert.Null(await _there.Store.LoadAsync("p"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":2}""")]
    [InlineData("""{"format":1,"definition":{},"state":{}}""")]
    [InlineData("""{"format":1,"definition":{},"state":{},"journal":[{"number":"x"}]}""")]
    public void A_file_of_another_kind_is_no_archive(string json) =>
        Assert.Null(ArchiveJson.Read(JsonNode.Parse(json)));
}
