using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Rehearsal;

namespace Procedures.Courses;

/// <summary>One procedure of the delivered definitions in a world of its own, carried on by naming its steps.</summary>
internal sealed class Course
{
    public const string Id = "p";
    public static readonly ProcedureJson Json = new(_ => null);
    private static readonly string Folder = FindFolder();
    private static readonly ActivityCatalog Catalog = new([.. ElsaActivities.All, .. InstitutionActivities.All]);
    public static readonly Engine Engine = new(Catalog, ReadInstitution());
    private static readonly Definition[] Definitions = [.. new[]
    {
        "judge-election", "assembly-ballot", "cpt-member-election", "commissioner-election", "nominations",
        "ministers-list", "assembly-appointment", "secretary-general-election", "deputy-secretary-general",
        "assembly-secretary-general", "cpt-lengths", "cpt-lots",
    }.Select(Read)];

    public Course(string definition, DateOnly opened, Value.Map inputs)
    {
        World = new World(Engine, Published, At(opened));
        World.Open(Id, Published(definition)!, new Stimulus.Opened(inputs));
    }

    /// <summary>
    /// The seat of EE: term until 3 January 2020, electing part-session 30 September to 4 October 2019.
    /// </summary>
    public static Course OfJudge(params (string Name, string Value)[] inputs) => new("judge-election",
        new(2018, 8, 1), Texts([.. new[] { ("State", "EE"), ("TermEnds", "2020-01-03") }.Concat(inputs).Reverse()
            .DistinctBy(i => i.Item1)]));

    public static Course OfBallot(params string[] candidates) => OfBallot([], candidates);

    public static Course OfBallot((string Name, string Value)[] inputs, params string[] candidates) => new(
        "assembly-ballot", new(2019, 9, 2),
        Texts([("Post", "judge"), ("PostFr", "juge"), ("PartSession", "part(2019,4)"), .. inputs])
            .With("Candidates", Value.Of(candidates.Select(Value (c) => Value.Of(c)))));

    /// <summary>The seat of EE on the CPT: term until 19 December 2025.</summary>
    public static Course OfCpt(params (string Name, string Value)[] inputs) => new("cpt-member-election",
        new(2024, 12, 2), Texts([.. new[] { ("State", "EE"), ("PartyStatus", "Member"), ("TermEnds", "2025-12-19") }
            .Concat(inputs).Reverse().DistinctBy(i => i.Item1)]));

    /// <summary>The Commissioner's term until 31 March 2024, electing part-session 22 to 26 January 2024.</summary>
    public static Course OfCommissioner() =>
        new("commissioner-election", new(2023, 5, 15), Texts(("TermEnds", "2024-03-31")));

    /// <summary>
    /// An election of one of the three senior officers; for the Secretary General the ballot is in June 2026.
    /// </summary>
    public static Course OfOffice(string definition, params (string Name, string Value)[] inputs) =>
        new(definition, new(2025, 9, 1), Texts([.. new[] { ("TermEnds", "2026-09-17") }.Concat(inputs).Reverse()
            .DistinctBy(i => i.Item1)]));

    public World World { get; }
    public Procedure Procedure => World.Find(Id);
    public DateOnly Today => ParisTime.DayOf(World.Now);
    public IEnumerable<Letter> Letters => World.Letters;
    public IEnumerable<JournalEntry> Journal => World.Steps.SelectMany(s => s.Journal);
    public Value.Map Result => (Value.Map)Procedure.Outputs["Result"];

    /// <summary>The codes of the steps that are asked now, of the procedure and of its ballot.</summary>
    public string[] Asked => [.. Open.Where(w => !w.Wait.Assignment!.IsOptional).Select(w => w.Wait.Assignment!.Step)];
    public Wait Wait(string step) => Open.Single(w => w.Wait.Assignment!.Step == step).Wait;
    public bool IsOpen(string step) => Open.Any(w => w.Wait.Assignment!.Step == step);
    public DateOnly? LastDay(string step) => Wait(step).Timetable?.LastDay;
    public string Date(string anchor) => Procedure.Anchors.Find(anchor)!.Notation;
    public Value Variable(string name) => Procedure.Activations[0].Variables["v-" + name];
    public IEnumerable<Letter> LettersOn(string activity) => Letters.Where(l => l.ActivityId == activity);

    private IEnumerable<(Procedure Procedure, Wait Wait)> Open => World.Procedures.Where(p => !p.IsOver)
        .SelectMany(p => p.Waits.Where(w => w.Assignment is not null).Select(w => (p, w)));

    public void GoTo(int year, int month, int day) => World.AdvanceTo(At(new(year, month, day)));

    /// <summary>Answers an open step; what the form requires and nobody gives is filled in.</summary>
    public Step Do(string step, string? outcome = null, params (string Name, Value Value)[] form) =>
        Do(step, null, outcome, form);

    public Step Do(string step, DateOnly? on, string? outcome, params (string Name, Value Value)[] form)
    {
        Assert.True(IsOpen(step), $"{step} is not open on {Today:yyyy-MM-dd}; asked are {string.Join(", ", Asked)}.");
        var (procedure, wait) = Open.Single(w => w.Wait.Assignment!.Step == step);
        outcome ??= wait.Assignment!.Outcomes[0].Name;
        var answer = Filled(wait, outcome, Value.MapOf(form));
        var taken = World.Send(procedure.Id, new Stimulus.TaskCompleted(wait.Id, outcome, answer)
        {
            Actor = "Ms Kask", DecidedOn = on, Seed = wait.Assignment!.NeedsSeed ? 7UL : null,
        });
        Assert.True(taken.Refusal is null, $"{step}: {taken.Refusal?.English}");
        Check();
        return taken;
    }

    /// <summary>Opens one more procedure beside the first, today.</summary>
    public Procedure AlsoOpen(string definition, string id, params (string Name, string Value)[] inputs) =>
        World.Open(id, Published(definition)!, new Stimulus.Opened(Texts(inputs)));

    /// <summary>The next step of any procedure is done on its last day; those that are left out lapse.</summary>
    public void NextAnswer(params string[] leftOut)
    {
        var next = Open.Where(w => !w.Wait.Assignment!.IsOptional && !leftOut.Contains(w.Wait.Assignment.Step))
            .OrderBy(w => w.Wait.Timetable?.LastDay ?? Today).ThenBy(w => w.Procedure.Id, StringComparer.Ordinal)
                .FirstOrDefault();
        if (next.Wait is null)
        {
            World.AdvanceTo(World.NextMoment!.Value);
            return;
        }
        if (next.Wait.Timetable?.LastDay is { } day && day > Today) World.AdvanceTo(At(day));
        if (World.Find(next.Procedure.Id).FindWait(next.Wait.Id) is not { } wait) return;
        var outcome = wait.Assignment!.Outcomes[0].Name;
        var taken = World.Send(next.Procedure.Id, new Stimulus.TaskCompleted(
            wait.Id, outcome, AtHome(Filled(wait, outcome, Value.Map.Empty), next.Procedure))
        {
            Actor = "Ms Kask", Seed = wait.Assignment.NeedsSeed ? 7UL : null,
        });
        Assert.True(taken.Refusal is null, $"{wait.Assignment.Step}: {taken.Refusal?.English}");
        Check();
    }

    // A list is presented by a state, and its candidates are that state's nationals.
    private static Value.Map AtHome(Value.Map answer, Procedure procedure) =>
        procedure.Inputs["State"].AsText is { } state && answer["candidates"] is Value.List list
            ? answer.With("candidates",
                Value.Of(list.Items.OfType<Value.Map>().Select(Value (c) => c.With("nationality", Value.Of(state)))))
            : answer;

    /// <summary>What a field of an open step offers.</summary>
    public string[] Choices(string step, string field) =>
        [.. Plain.Items(FieldOf(step, field)["options"]).Select(Plain.Text)];

    /// <summary>The names that stand in a field before anybody has typed.</summary>
    public string[] Proposed(string step, string field) => [.. Plain.Items(FieldOf(step, field)["default"])
        .Select(p => Plain.Text(p is Value.Map person ? person["name"] : p))];

    private Value.Map FieldOf(string step, string field) => Wait(step).Assignment!.Form.Items.OfType<Value.Map>()
        .Single(f => f["name"].AsText == field);

    /// <summary>Why the register is not taken, in English; it stays open.</summary>
    public string Refused(string step, params string[] signed)
    {
        var (procedure, wait) = Open.Single(w => w.Wait.Assignment!.Step == step);
        var answer = Value.MapOf(("signed", Value.Of(signed.Select(Value (l) => Value.Of(l)))));
        var taken = World.Send(procedure.Id,
            new Stimulus.TaskCompleted(wait.Id, wait.Assignment!.Outcomes[0].Name, answer));
        Assert.True(IsOpen(step) && taken.Refusal is not null, "The answer was taken.");
        return taken.Refusal!.English;
    }

    /// <summary>Everybody does on its last day what is asked first, until that step is asked.</summary>
    public Course Until(string step)
    {
        for (var moves = 0; !IsOpen(step); moves++)
        {
            Assert.True(moves < 200 && !Procedure.IsOver, $"{step} was never asked; {string.Join(", ", Asked)} are.");
            var asked = Open.Where(w => !w.Wait.Assignment!.IsOptional).ToArray();
            var next = asked.OrderBy(w => w.Wait.Timetable?.LastDay ?? Today).ThenBy(w => w.Wait.Id).FirstOrDefault();
            if (next.Wait is null) World.AdvanceTo(World.NextMoment!.Value);
            else if (next.Wait.Timetable?.LastDay is { } day && day > Today) World.AdvanceTo(At(day));
            else Do(next.Wait.Assignment!.Step);
        }
        return this;
    }

    /// <summary>The first ballot is held, counted and announced today, and the result is notified.</summary>
    public Course Announced()
    {
        foreach (var step in new[]
            { "P7.01", "P7.02", "P7.03", "P7.04", "P7.05", "P7.06", "P7.07", "P7.08", "P7.09", "P1.19" }) Do(step);
        return this;
    }

    /// <summary>Everybody does on its last day what is asked, until the procedure is over.</summary>
    public Course ToTheEnd()
    {
        for (var moves = 0; !Procedure.IsOver; moves++)
        {
            Assert.True(moves < 200, $"The procedure does not end; {string.Join(", ", Asked)} are asked.");
            Until(Asked.FirstOrDefault() ?? "P1.00");
            if (Asked.Length > 0)
            {
                var wait = Open.Where(w => !w.Wait.Assignment!.IsOptional)
                    .OrderBy(w => w.Wait.Timetable?.LastDay ?? Today).First().Wait;
                if (wait.Timetable?.LastDay is { } day && day > Today) World.AdvanceTo(At(day));
                if (IsOpen(wait.Assignment!.Step)) Do(wait.Assignment.Step);
            }
            else World.AdvanceTo(World.NextMoment!.Value);
        }
        return this;
    }

    public static Value.Map Person(string name, string sex = "F", string born = "1970-05-20") => Value.MapOf(
        ("name", Value.Of(name)), ("sex", Value.Of(sex)), ("birthDate", Value.Of(born)),
            ("nationality", Value.Of("EE")));

    public static (string, Value) Persons(params Value.Map[] persons) => ("candidates", Value.Of(persons));
    public static (string, Value) Three { get; } =
        Persons(Person("Anna Alder"), Person("Boris Birch", "M"), Person("Clara Cedar"));
    public static (string, Value) Votes(params (string Name, int Votes)[] votes) =>
        ("votes", Value.MapOf([.. votes.Select(v => (v.Name, (Value)Value.Of(v.Votes)))]));

    private static Value.Map Filled(Wait wait, string outcome, Value.Map answer)
    {
        foreach (var field in wait.Assignment!.Form.Items.OfType<Value.Map>())
        {
            var name = Plain.Text(field["name"]);
            var when = Plain.Items(field["when"]).Select(Plain.Text).ToArray();
            if (answer.Has(name) || !Plain.Truth(field["required"]) || when.Length > 0 && !when.Contains(outcome))
                continue;
            answer = answer.With(name, field["default"] is Value.List { Items.Length: var n }
                && n >= (Plain.Number(field["minItems"]) ?? 0)
                ? field["default"] : Plain.Text(field["type"]) switch
            {
                "persons" => Three.Item2,
                "list" => Value.Of(Enumerable.Range(1, 6).Select(Value (i) => Value.Of($"Member {i}"))),
                "votes" => Value.MapOf([.. Plain.Items(field["options"])
                    .Select((c, i) => (Plain.Text(c), (Value)Value.Of(i == 0 ? 30 : 5)))]),
                "checkbox" => Value.True,
                "number" => Value.Of(name == "for" ? 12 : 0),
                "choice" => Plain.Items(field["options"])[0],
                _ => Value.Of("2019-08-01"),
            });
        }
        return answer;
    }

    // What no course may ever bring about, whatever it is about.
    private void Check()
    {
        Assert.All(World.Procedures, p => Assert.Empty(p.Incidents));
        var twice = World.Steps.SelectMany(s =>
            s.Letters.Select(l => (s.After.Id, l.Wait, l.Occasion, l.CalendarSequence, l.To)))
            .GroupBy(l => l).FirstOrDefault(g => g.Count() > 1);
        Assert.True(twice is null, $"The same letter twice: {twice?.Key}.");
    }

    private static DateTimeOffset At(DateOnly day) => ParisTime.At(day, new TimeOnly(10, 0));
    private static Definition? Published(string id) => Definitions.FirstOrDefault(d => d.DefinitionId == id);
    private static Value.Map Texts(params (string Name, string Value)[] texts) =>
        Value.MapOf([.. texts.Select(t => (t.Name, (Value)Value.Of(t.Value)))]);

    private static Definition Read(string name)
    {
        var reading = new DefinitionReader(Catalog).Read(Text(name + ".json"));
        Assert.False(reading.HasErrors, string.Join('\n', reading.Findings));
        return reading.Definition!;
    }

    private static Institution ReadInstitution() => InstitutionJson.Read(Text("bodies.json"), Text("states.json"),
        Calendar.Read(Text("calendars", "part-sessions.json"), Text("calendars", "holidays.json")));

    private static string Text(params string[] path) => File.ReadAllText(Path.Combine([Folder, .. path]));

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Procedures.sln"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "workflows");
    }
}
