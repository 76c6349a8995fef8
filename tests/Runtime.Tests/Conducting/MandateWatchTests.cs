using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Mandates;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>What follows from a mandate is opened in time and once, whoever looks and however often.</summary>
public sealed class MandateWatchTests : IDisposable
{
    private const string After = "two-tasks-EE-after-2018-06-02";
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    private static readonly Mandate Sitting =
        new("seat", "EE", "A", new DateOnly(2018, 6, 2), new DateOnly(2027, 6, 1));

    // The play procedure's first task is due twelve months before EO, here the end of the term, with reminders R14.
    private static readonly Offices Offices = new(
    [
        new Office("seat", ("Seat", "Siège"), TwoTasks.DefinitionId)
        {
            IsPerState = true, Rules = [new TermRule(new DateOnly(2000, 1, 1), 9, ("§ 1", "§ 1"))],
            Inputs = ImmutableSortedDictionary<string, string>.Empty.Add("EO", "{ends}").Add("State", "{state}")
                .Add("Colour", "red"),
        },
    ]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_is_planned_proposed_and_only_opened_by_itself_when_somebody_has_said_so()
    {
        await using var house = await OpenHouseAsync();
        var watch = Watch(house);
        await LookAsync(watch);
        var row = await RowAsync(house);
        Assert.Equal((new DateOnly(2026, 5, 15), new DateOnly(2026, 6, 1)),
            (row.Opening!.OpensOn, row.Opening.StartsBy));

        GoTo(2026, 5, 20);
        await LookAsync(watch);
        row = await RowAsync(house);
        Assert.True(row.IsDue(new DateOnly(2026, 5, 20)));
        Assert.False(row.IsLate(new DateOnly(2026, 6, 1)));
        Assert.True(row.IsLate(new DateOnly(2026, 6, 2)));
        Assert.Null(row.ProcedureId);

        await watch.SetAsync("seat", true, "Owner");
        await LookAsync(watch);
        Assert.Equal(After, (await RowAsync(house)).ProcedureId);
        var procedure = await house.LoadAsync(After);
        Assert.Equal("{\"EO\":\"2027-06-01\",\"State\":\"EE\"}", Expressions.ValueJson.ToJson(procedure.Inputs));
        Assert.Equal(MandateWatch.Actor, (await house.Store.JournalAsync(After, PageRequest.First)).Items[0].Actor);
    }

    [Fact]
    public async Task It_is_not_opened_a_day_too_early()
    {
        await using var house = await OpenHouseAsync();
        await Watch(house).SetAsync("seat", true, "Owner");
        GoTo(2026, 5, 14);
        await LookAsync(Watch(house));
        Assert.Null((await RowAsync(house)).ProcedureId);
        GoTo(2026, 5, 15);
        await LookAsync(Watch(house));
        Assert.Equal(After, (await RowAsync(house)).ProcedureId);
    }

    [Fact]
    public async Task Many_watches_that_look_at_once_and_again_open_it_once()
    {
        await using var house = await OpenHouseAsync();
        await Watch(house).SetAsync("seat", true, "Owner");
        GoTo(2026, 5, 20);
        await Watch(house).LookAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => LookAsync(Watch(house)))));
        await LookAsync(Watch(house));

        var all = await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First);
        Assert.Equal([After], all.Items.Select(p => p.Id));
        Assert.Equal(1, (await house.LoadAsync(After)).Step);
    }

    [Fact]
    public async Task Killed_at_any_place_while_it_opens_it_is_opened_once_after_the_restart()
    {
        for (var nth = 1; ; nth++)
        {
            var crash = new StopAt(nth);
            var file = _folder.File($"killed-{nth}.db");
            await PrepareAsync(file);
            var died = false;
            try
            {
                await using var house = House.Open(file, _clock, crash: crash);
                await LookAsync(Watch(house));
            }
            catch (StoppedDead)
            {
                died = true;
            }
            await using var again = House.Open(file, _clock);
            await LookAsync(Watch(again));
            Assert.Equal([After],
                (await again.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items.Select(p => p.Id));
            if (!died) break;
        }
    }

    [Fact]
    public async Task A_corrected_end_moves_the_day_and_opens_no_second_procedure()
    {
        await using var house = await OpenHouseAsync();
        await Watch(house).SetAsync("seat", true, "Owner");
        GoTo(2026, 5, 20);
        await LookAsync(Watch(house));
        await house.Store.SaveMandatesAsync([Sitting with { Ends = new DateOnly(2026, 12, 31), Holder = "B" }]);
        await LookAsync(Watch(house));
        Assert.Single((await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items);
        Assert.Equal(new DateOnly(2025, 12, 31), (await RowAsync(house)).Opening!.StartsBy);
    }

    [Fact]
    public async Task An_office_whose_procedure_is_not_published_is_said_to_have_none_until_it_is()
    {
        await using var house = await OpenHouseAsync(publish: false);
        await Watch(house).SetAsync("seat", true, "Owner");
        GoTo(2026, 5, 20);
        await LookAsync(Watch(house));
        Assert.Equal(OpeningPlan.NotDrawn, (await RowAsync(house)).Opening);

        await house.PublishAsync(TwoTasks);
        await LookAsync(Watch(house));
        Assert.Equal(After, (await RowAsync(house)).ProcedureId);
    }

    [Fact]
    public async Task Another_calendar_plans_anew()
    {
        await using var house = await OpenHouseAsync();
        await LookAsync(Watch(house));
        Assert.Equal(0, await Watch(house).LookAsync());
        Assert.Equal(1, await Watch(house, "another calendar").LookAsync());
    }

    [Fact]
    public async Task A_procedure_that_cannot_be_opened_keeps_no_other_from_being_opened()
    {
        await using var house = await OpenHouseAsync();
        await house.Store.SaveMandatesAsync([Sitting with { State = "FI", Ends = new DateOnly(2027, 5, 1) }]);
        await Watch(house).SetAsync("seat", true, "Owner");
        GoTo(2026, 5, 20);
        var book = new BrokenOnce(house.Store);
        var conductor = new Conductor(
            house.Store, PlayDefinitions.Engine, new DefinitionLibrary(house.Store, Read),
            new LetterWriter(book, House.Templates, PlayDefinitions.Institution, House.LetterSettings), _clock);
        var watch = new MandateWatch(
            house.Store, new DefinitionLibrary(house.Store, Read), PlayDefinitions.Engine, Offices, conductor, _clock);

        await Assert.ThrowsAsync<InvalidOperationException>(() => watch.LookAsync());
        Assert.Single((await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items);
        await LookAsync(watch);
        Assert.Equal(2, (await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items.Length);
    }

    private sealed class BrokenOnce(IAddressBooks books) : IAddressBooks
    {
        private bool _hasBroken;

        public Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default)
        {
            if (_hasBroken) return books.AddressBookAsync(anew, cancel);
            _hasBroken = true;
            throw new InvalidOperationException("Broken.");
        }
    }

    private async Task<House> OpenHouseAsync(bool publish = true)
    {
        var house = House.Open(_folder.File("p.db"), _clock);
        if (publish) await house.PublishAsync(TwoTasks);
        await house.Store.SaveMandatesAsync([Sitting]);
        return house;
    }

    private async Task PrepareAsync(string file)
    {
        GoTo(2026, 5, 20);
        await using var house = House.Open(file, _clock);
        await house.PublishAsync(TwoTasks);
        await house.Store.SaveMandatesAsync([Sitting]);
        await Watch(house).SetAsync("seat", true, "Owner");
    }

    private MandateWatch Watch(House house, string institution = "calendar") => new(
        house.Store, new DefinitionLibrary(house.Store, Read), PlayDefinitions.Engine, Offices, house.Conductor,
            _clock, institution);

    private static async Task LookAsync(MandateWatch watch)
    {
        for (var looks = 0; await watch.LookAsync() > 0; looks++) Assert.True(looks < 10, "It never comes to rest.");
    }

    private static async Task<MandateRow> RowAsync(House house) =>
        Assert.Single(await house.Store.MandateRowsAsync(MandateFilter.All));

    private void GoTo(int year, int month, int day) =>
        _clock.MoveTo(new DateTimeOffset(year, month, day, 9, 0, 0, TimeSpan.Zero));
}
