using Procedures.Definitions;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>Timer, StartAt and Cron start procedures of what is published, each moment once.</summary>
public sealed class StartsByTheClockTests : IDisposable
{
    private static readonly TriggerBook Book = new(PlayDefinitions.Catalog);
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_timer_starts_a_procedure_at_each_interval_and_the_first_one_interval_after_publishing()
    {
        await using var house = Open();
        await PublishAsync(house, Timer("01:00:00"));

        await house.SettleAsync();
        Assert.Equal(0, await CountAsync(house));
        await PassAsync(house, hours: 3);

        Assert.Equal(3, await CountAsync(house));
        Assert.Empty(house.Troubles);
    }

    [Fact]
    public async Task After_downtime_one_procedure_makes_up_for_what_was_missed_and_the_beat_is_kept()
    {
        await using (var before = Open()) await PublishAsync(before, Timer("01:00:00"));
        _clock.MoveTo(Moves.Start.AddHours(7.5));

        await using var house = Open();
        await house.SettleAsync();

        Assert.Equal(1, await CountAsync(house));
        Assert.Equal(Moves.Start.AddHours(8), await house.Store.NextMomentAsync());
    }

    [Fact]
    public async Task A_start_at_a_moment_happens_once_across_restarts_and_new_versions()
    {
        var moment = Moves.Start.AddDays(2);
        await using (var before = Open()) await PublishAsync(before, StartAt(moment));
        _clock.MoveTo(moment.AddDays(1));
        await using (var during = Open())
        {
            await during.SettleAsync();
            await SettleStartsAsync(during);
            await PublishAsync(during, StartAt(moment), version: 2);
        }
        _clock.MoveTo(moment.AddDays(2));

        await using var house = Open();
        await SettleStartsAsync(house);
        await house.SettleAsync();

        Assert.Equal(1, await CountAsync(house));
    }

    [Fact]
    public async Task A_moment_that_has_passed_before_publishing_starts_nothing()
    {
        await using var house = Open();
        await PublishAsync(house, StartAt(Moves.Start.AddMinutes(-1)));
        await PassAsync(house, hours: 48);

        Assert.Equal(0, await CountAsync(house));
    }

    [Fact]
    public async Task A_cron_expression_starts_a_procedure_at_each_occurrence()
    {
        await using var house = Open();
        // Ten in the morning, from Monday to Friday; the clock begins on a Thursday at nine.
        await PublishAsync(house, Sequence("clocked", Cron("0 10 * * 1-5"), Ask));
        await PassAsync(house, hours: 24 * 5);

        Assert.Equal(3, await CountAsync(house));
    }

    [Fact]
    public async Task What_was_retracted_starts_nothing_more()
    {
        await using var house = Open();
        await PublishAsync(house, Timer("01:00:00"));
        await PassAsync(house, hours: 1);
        await house.Store.RetractAsync("clocked");
        await PassAsync(house, hours: 5);

        Assert.Equal(1, await CountAsync(house));
    }

    [Fact]
    public async Task Two_conductors_that_look_at_the_same_time_open_one_procedure()
    {
        await using var house = Open();
        await PublishAsync(house, Timer("01:00:00"));
        _clock.MoveTo(Moves.Start.AddHours(1));
        var second = new Conductor(
            house.Store, Engine, new DefinitionLibrary(house.Store, Read),
            new LetterWriter(house.Store, House.Templates, PlayDefinitions.Institution, House.LetterSettings), _clock);

        await Task.WhenAll(
            Enumerable.Range(0, 8)
                .Select(i => Task.Run(() => (i % 2 == 0 ? house.Conductor : second).DoDueWorkAsync(10))));

        Assert.Equal(1, await CountAsync(house));
    }

    [Fact]
    public async Task A_crash_at_any_point_of_a_start_neither_loses_nor_doubles_it()
    {
        for (var nth = 1; ; nth++)
        {
            var stop = new StopAt(nth);
            var file = _folder.File($"crash-{nth}.db");
            await using (var before = House.Open(file, new HandClock(Moves.Start))) await PublishAsync(before,
                Timer("01:00:00"));
            var clock = new HandClock(Moves.Start.AddHours(1));
            await CrashAsync(file, clock, stop);
            await using var house = House.Open(file, clock);
            await house.SettleAsync();
            Assert.Equal(1, await CountAsync(house));
            if (stop.Reached < nth) break;
        }
    }

    [Fact]
    public async Task A_singleton_lets_the_moments_pass_while_one_runs()
    {
        await using var house = Open();
        await PublishAsync(house, Singleton(Timer("01:00:00")));
        await PassAsync(house, hours: 3);

        Assert.Equal(1, await CountAsync(house));
        Assert.Equal(Moves.Start.AddHours(4), (await house.Store.TriggersAsync())[0].DueAt);
    }

    [Fact]
    public async Task A_definition_that_was_published_by_an_older_program_starts_after_the_next_start_of_the_host()
    {
        await using var house = Open();
        await house.PublishAsync(Timer("01:00:00"));
        await PassAsync(house, hours: 2);
        Assert.Equal(0, await CountAsync(house));

        await SettleStartsAsync(house);
        await PassAsync(house, hours: 1);

        Assert.Equal(1, await CountAsync(house));
    }

    private static readonly object Ask =
        new { type = "Play.Ask", id = "ask", step = Text("P0.01"), title = Text("Ask") };

    private static async Task CrashAsync(string file, HandClock clock, StopAt stop)
    {
        var house = House.Open(file, clock, crash: stop);
        try
        {
            await house.SettleAsync();
        }
        catch (StoppedDead)
        {
            // What a dead program leaves is what stands in the file.
        }
        await house.DisposeAsync();
    }

    private static Definition Timer(string interval) => Sequence("clocked", new
    {
        type = "Elsa.Timer", id = "start", customProperties = new { canStartWorkflow = true },
        interval = new { typeName = "TimeSpan", expression = new { type = "Literal", value = interval } },
    }, Ask);

    private static Definition StartAt(DateTimeOffset moment) => Sequence("clocked", new
    {
        type = "Elsa.StartAt", id = "start", customProperties = new { canStartWorkflow = true },
        dateTime = Text(moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'")),
    }, Ask);

    private static object Cron(string expression) => new
    {
        type = "Elsa.Cron", id = "start", customProperties = new { canStartWorkflow = true },
        cronExpression = Text(expression),
    };

    private static Definition Singleton(Definition definition)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(definition.Document.GetRawText())!;
        json["options"] = new System.Text.Json.Nodes.JsonObject { ["activationStrategyType"] = "SingletonStrategy" };
        return Read(json.ToJsonString());
    }

    private async Task PublishAsync(House house, Definition definition, int version = 1) =>
        await house.Store.SaveDefinitionAsync(
            new StoredDefinition
            {
                Id = $"clocked-v{version}", DefinitionId = "clocked", Version = version, Name = "Clocked",
                Hash = definition.Hash, IsLatest = true, IsPublished = true, CreatedAt = _clock.GetUtcNow(),
                SavedAt = _clock.GetUtcNow(), Document = definition.Document.GetRawText(),
            },
            Author.Nobody, Book.Of(definition, Moves.Start));

    private Task SettleStartsAsync(House house) => Book.SettleAsync(
        house.Store, new DefinitionLibrary(house.Store, Read), _clock.GetUtcNow());

    private async Task PassAsync(House house, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            _clock.MoveTo(_clock.GetUtcNow().AddHours(1));
            await house.SettleAsync();
        }
    }

    private static async Task<long> CountAsync(House house) =>
        (await house.Store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Total;

    private House Open() => House.Open(_folder.File("p.db"), _clock);
}
