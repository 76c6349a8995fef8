using Procedures.Expressions;
using Procedures.Mandates;
using Procedures.Storage;

namespace Procedures.Play;

/// <summary>Whatever may be asked of a store, each thing by its name and as often as one likes.</summary>
public sealed class Everything(IProcedureStore store)
{
    private static readonly Author Anna = new("Anna Alder", "window-a");
    private static readonly DateTimeOffset Late = Moves.Start.AddYears(3);
    private int _count;

    /// <summary>What is read outside a transaction.</summary>
    public IReadOnlyList<(string Name, Func<Task> Ask)> Reads =>
    [
        ("procedures by deadline", () => ListAsync(ProcedureOrder.Deadline)),
        ("procedures by change", () => ListAsync(ProcedureOrder.Changed)),
        ("procedures by opening", () => ListAsync(ProcedureOrder.Opened)),
        ("a procedure's row", () => store.FindProcedureAsync("first")),
        ("children", () => store.ChildrenAsync("first")),
        ("counts", () => store.CountAsync(Late, new DateOnly(2026, 1, 15))),
        ("open tasks", () => store.OpenTasksAsync(TaskFilter.All, PageRequest.First)),
        ("tasks of a procedure", () => store.TasksOfAsync("first")),
        ("a task", () => store.FindTaskAsync("first", 1)),
        ("a state", () => store.LoadAsync("first")),
        ("a journal's page", () => store.JournalAsync("first", PageRequest.First)),
        ("a journal's newest page", () => store.JournalAsync("first", PageRequest.First, newestFirst: true)),
        ("a whole journal", async () => { await foreach (var _ in store.ReadJournalAsync("first")) { } }),
        ("seals", async () => { await foreach (var _ in store.ReadSealsAsync()) { } }),
        ("journals without procedure", () => store.OrphanJournalsAsync()),
        ("letters", () => store.LettersAsync(LetterFilter.All, PageRequest.First)),
        ("a letter", () => store.FindLetterAsync("nobody")),
        ("pending letters", () => store.PendingLettersAsync(Late, 10)),
        ("the next letter's moment", () => store.NextLetterMomentAsync()),
        ("letters to an address", () => store.PendingLettersToAsync("a@x.int", Language.English)),
        ("merged letters", () => store.MergedLettersAsync("nobody")),
        ("due timers", () => store.DueTimersAsync(Late, 10)),
        ("the inbox", () => store.InboxAsync(Late, 10)),
        ("the inbox of a tree", () => store.InboxAsync(Late, 10, "first")),
        ("the next moment", () => store.NextMomentAsync()),
        ("troubled work", () => store.TroubledWorkAsync(10)),
        ("waits for an event", () => store.WaitsForAsync(Execution.WaitKind.Event, "x")),
        ("waits for a report", () => store.WaitsForAsync(Execution.WaitKind.Report, "x")),
        ("outside tasks", () => store.OutsideTasksAsync(10)),
        ("definitions", () => store.DefinitionsAsync()),
        ("the latest version", () => store.FindDefinitionAsync("d", VersionChoice.Latest)),
        ("the published version", () => store.FindDefinitionAsync("p", VersionChoice.Published)),
        ("a numbered version", () => store.FindDefinitionAsync("d", VersionChoice.Number(1))),
        ("a version", () => store.FindVersionAsync("d-v1")),
        ("a removed version", () => store.FindAnyVersionAsync("d-v1")),
        ("a text by its hash", () => store.FindDefinitionDocumentAsync("hash")),
        ("versions", () => store.VersionsAsync("d")),
        ("revisions", () => store.RevisionsAsync("d", PageRequest.First)),
        ("a revision", () => store.FindRevisionAsync(1)),
        ("the revision before", () => store.RevisionBeforeAsync(Revised with { Number = 2 })),
        ("contacts", () => store.ContactsAsync()),
        ("contacts of a body", () => store.ContactsAsync("CDH")),
        ("a draft", () => store.FindDraftAsync("first", 1)),
        ("a document", () => store.FindDocumentAsync("kind", "key")),
        ("documents", () => store.DocumentsAsync("kind")),
        ("words of letters", () => store.LetterTextsAsync()),
        ("the history of a letter's words", () => store.LetterTextHistoryAsync("f")),
        ("mandates", () => store.MandatesAsync("judge")),
        ("rows of mandates", () => store.MandateRowsAsync(MandateFilter.All)),
        ("changes of a mandate", () => store.MandateChangesAsync(Term(1))),
        ("unplanned mandates", () => store.UnplannedMandatesAsync("judge", "v1", 10)),
        ("due mandates", () => store.DueMandatesAsync(["judge"], new DateOnly(2027, 1, 1), 10)),
        ("triggers", () => store.TriggersAsync()),
        ("due triggers", () => store.DueTriggersAsync(Late, 10)),
    ];

    /// <summary>What reads and writes within one transaction.</summary>
    public IReadOnlyList<(string Name, Func<Task> Ask)> Together =>
    [
        ("a claim of timers", async () => await (await store.ClaimTimersAsync(Late, 10)).DisposeAsync()),
        ("a claim of a message", () => ClaimAsync(null)),
        ("a claim of a tree's message", () => ClaimAsync("first")),
        ("a draft of a definition", () => SaveAsync("d", isPublished: false)),
        ("a published definition", () => SaveAsync("p", isPublished: true)),
        ("triggers of what is published", () => store.SetTriggersAsync("p", "p-v1", [])),
        ("a kept revision", () => store.KeepRevisionAsync(Revised, "text")),
        ("a removed version", () => store.RemoveVersionAsync("nobody")),
        ("a removed definition", () => store.RemoveDefinitionAsync("nobody")),
        ("a changed mandate", () => store.ChangeMandatesAsync(
            [new MandateChange(null, Term(Next()), "Anna Alder", "found", Moves.Start)])),
        ("merged letters", () => store.BeginMergedAttemptAsync("merged", ["nobody"])),
        ("a letter in the place of another", () => store.ReplaceLetterAsync("nobody", [])),
        ("a message in the place of another", () => store.ReplaceAsync("nobody", [])),
    ];

    /// <summary>What one statement writes, or one batch.</summary>
    public IReadOnlyList<(string Name, Func<Task> Ask)> Writes =>
    [
        ("an opening and an answer", OpenAndAnswerAsync),
        ("a number", () => store.NextNumberAsync("stem")),
        ("a contact", () => store.SaveContactAsync(new Contact("CDH", "A", "a@x.int", ContactLanguage.English))),
        ("a draft", () => store.SaveDraftAsync(new Draft("first", 1, Value.Map.Empty, "Clerk", Moves.Start))),
        ("a document", () => store.SaveDocumentAsync("kind", "key", "text")),
        ("words of a letter", () => store.SaveLetterTextAsync(new LetterText("f", Next(), "x", "Clerk", Moves.Start))),
        ("a mandate", () => store.SaveMandatesAsync([Term(1)])),
        ("a plan", () => store.SavePlansAsync(
            [new PlannedMandate(Term(1), "v1", "d", null, new OpeningPlan(null, null, Bilingual.Empty))])),
        ("an attempt to send", () => store.BeginAttemptAsync("nobody", Moves.Start)),
        ("the end of an attempt", () => store.EndLetterAsync(
            "nobody", LetterState.Sending, new LetterEnding(LetterState.Sent, Moves.Start))),
        ("attempts of the dead", () => store.AbandonAttemptsAsync(("gone", "parti"), Moves.Start)),
        ("a message", () => store.PostAsync(
            [new InboxMessage($"m{Next()}", "first", new Execution.Dispatch.Deliver("nobody", Moves.Opening), Moves.Start)])),
        ("a timer that is dropped", () => store.DropTimerAsync(new DueTimer("nobody", 1, Moves.Start, 0))),
        ("old revisions that go", () => store.PruneRevisionsAsync(Moves.Start.AddYears(-1), 10)),
    ];

    private static Revision Revised => new()
    {
        DefinitionId = "d", VersionId = "d-v1", Version = 1, Name = "Definition", Hash = "hash",
        Kind = RevisionKind.Saved, SavedAt = Moves.Start, Author = Anna,
    };

    private static Mandate Term(int number) => new(
        "judge", "EE", "A", new DateOnly(2020, 1, 1).AddDays(number), new DateOnly(2029, 1, 1).AddDays(number));

    private int Next() => Interlocked.Increment(ref _count);

    private Task ListAsync(ProcedureOrder order) =>
        store.ProceduresAsync(ProcedureFilter.All with { Order = order }, PageRequest.First);

    private async Task ClaimAsync(string? origin)
    {
        await using var claim = await store.ClaimMessageAsync(Late, origin);
        if (claim is not null) await claim.ReplaceAsync([]);
    }

    private Task SaveAsync(string id, bool isPublished) => store.SaveDefinitionAsync(
        new StoredDefinition
        {
            Id = $"{id}-v1", DefinitionId = id, Version = 1, Name = "Definition", Hash = "hash", IsLatest = true,
            IsPublished = isPublished, CreatedAt = Moves.Start, SavedAt = Moves.Start.AddSeconds(Next()), Document = "{}",
        },
        Anna, []);

    private async Task OpenAndAnswerAsync()
    {
        var opened = Moves.Open(PlayDefinitions.Engine, $"p{Next()}", PlayDefinitions.TwoTasks);
        await CommitAsync(new StepCommit(opened, Moves.Opening));
        var answer = Moves.Answer(opened.After.Waits[0]);
        var procedure = await store.LoadAsync(opened.After.Id);
        var answered = PlayDefinitions.Engine.Advance(procedure!, answer, Moves.Start.AddDays(1));
        await CommitAsync(new StepCommit(answered, answer));
    }

    private async Task CommitAsync(StepCommit step)
    {
        var result = await store.CommitAsync(CommitBatch.Of(step));
        if (result != CommitResult.Committed) throw new InvalidOperationException($"{step.Step.After.Id}: {result}");
    }
}
