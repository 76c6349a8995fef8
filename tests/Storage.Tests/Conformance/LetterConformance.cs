using Procedures.Play;

namespace Procedures.Storage.Conformance;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task A_letter_is_written_with_its_step_and_comes_back_as_it_was()
    {
        var letter = Letter("<a@x.int>") with { Calendar = "{}", IsConfidential = true, IsCopy = true };
        await OpenWithAsync(letter);

        Assert.Equal(letter with { NextAttemptAt = Moves.Start }, await Store.FindLetterAsync("<a@x.int>"));
        Assert.Equal(Moves.Start, await Store.NextLetterMomentAsync());
    }

    [Fact]
    public async Task The_same_letter_is_never_written_twice()
    {
        await OpenWithAsync(Letter("<a@x.int>"), Letter("<a@x.int>"), Letter("<other-id@x.int>"));

        Assert.Equal(1, (await Store.LettersAsync(LetterFilter.All, PageRequest.First)).Total);
    }

    [Fact]
    public async Task A_letter_in_another_language_or_to_another_address_is_another_letter()
    {
        await OpenWithAsync(Letter("<a@x.int>"), Letter("<b@x.int>") with { Language = Language.French },
            Letter("<c@x.int>") with { Address = "c@x.int" }, Letter("<d@x.int>") with { Address = "" },
            Letter("<e@x.int>") with { Address = "", Body = "TO" });

        Assert.Equal(5, (await Store.LettersAsync(LetterFilter.All, PageRequest.First)).Total);
    }

    [Fact]
    public async Task A_step_whose_letters_were_addressed_from_an_old_book_is_not_written()
    {
        await Store.SaveContactAsync(new Contact("CDH", "Committee", "old@x.int", ContactLanguage.English));
        var old = await Store.AddressBookAsync();
        await Store.DeleteContactAsync("CDH", "old@x.int");
        await Store.SaveContactAsync(new Contact("CDH", "Committee", "new@x.int", ContactLanguage.English));

        Assert.Equal(CommitResult.LostRace, await OpenFromAsync(old));
        Assert.Null(await Store.LoadAsync("p"));
        var book = await Store.AddressBookAsync();
        Assert.Equal("new@x.int", Assert.Single(book.Of("CDH")).Address);
        Assert.Empty(book.Of("PANEL"));
        Assert.Equal(CommitResult.Committed, await OpenFromAsync(book));
    }

    [Fact]
    public async Task An_address_book_that_is_asked_for_anew_is_not_old()
    {
        Assert.Empty((await Store.AddressBookAsync()).Of("CDH"));
        await Store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@x.int", ContactLanguage.English));

        Assert.Equal("cdh@x.int", Assert.Single((await Store.AddressBookAsync(anew: true)).Of("CDH")).Address);
    }

    [Fact]
    public async Task An_attempt_begins_once_and_ends_once()
    {
        await OpenWithAsync(Letter("<a@x.int>"));

        Assert.True(await Store.BeginAttemptAsync("<a@x.int>", Moves.Start));
        Assert.False(await Store.BeginAttemptAsync("<a@x.int>", Moves.Start));
        var sent = new LetterEnding(LetterState.Sent, Moves.Start.AddSeconds(2)) { Reply = "250 queued as 7" };
        Assert.True(await Store.EndLetterAsync("<a@x.int>", LetterState.Sending, sent));
        Assert.False(await Store.EndLetterAsync("<a@x.int>", LetterState.Sending, sent));

        var letter = await Store.FindLetterAsync("<a@x.int>");
        Assert.Equal((LetterState.Sent, 1, "250 queued as 7"), (letter!.State, letter.Attempts, letter.Reply));
        Assert.Equal(Moves.Start.AddSeconds(2), letter.EndedAt);
        Assert.Null(await Store.NextLetterMomentAsync());
    }

    [Fact]
    public async Task A_letter_that_is_to_be_tried_later_is_not_pending_before()
    {
        await OpenWithAsync(Letter("<a@x.int>"));
        await Store.BeginAttemptAsync("<a@x.int>", Moves.Start);
        await Store.EndLetterAsync("<a@x.int>", LetterState.Sending, new LetterEnding(LetterState.Pending, Moves.Start)
        {
            NextAttemptAt = Moves.Start.AddMinutes(5), Error = ("Busy.", "Occupé."),
        });

        Assert.Empty(await Store.PendingLettersAsync(Moves.Start.AddMinutes(4), 10));
        Assert.False(await Store.BeginAttemptAsync("<a@x.int>", Moves.Start.AddMinutes(4)));
        Assert.Single(await Store.PendingLettersAsync(Moves.Start.AddMinutes(5), 10));
    }

    [Fact]
    public async Task Attempts_whose_end_was_never_noted_become_not_known()
    {
        await OpenWithAsync(Letter("<a@x.int>"), Letter("<b@x.int>") with { Address = "b@x.int" });
        await Store.BeginAttemptAsync("<a@x.int>", Moves.Start);
        await ReopenAsync();

        Assert.Equal(1, await Store.AbandonAttemptsAsync(("Stopped.", "Arrêté."), Moves.Start.AddHours(1)));

        var page = await Store.LettersAsync(new LetterFilter { States = [LetterState.NotKnown] }, PageRequest.First);
        Assert.Equal(("<a@x.int>", "Arrêté."), (Assert.Single(page.Items).Id, page.Items[0].Error.French));
        Assert.Equal("<b@x.int>", Assert.Single(await Store.PendingLettersAsync(Moves.Start, 10)).Id);
    }

    [Fact]
    public async Task Letters_are_joined_all_or_none_and_then_end_together()
    {
        await OpenWithAsync(Letter("<a@x.int>"), Letter("<b@x.int>") with { Occasion = "before-7" },
            Letter("<c@x.int>") with { Occasion = "today", Language = Language.French },
            Letter("<d@x.int>") with { Occasion = "today", NextAttemptAt = Moves.Start.AddHours(1) });
        Assert.Equal(["<a@x.int>", "<b@x.int>", "<d@x.int>"],
            (await Store.PendingLettersToAsync("cdh@x.int", Language.English)).Select(l => l.Id));
        Assert.True(await Store.BeginAttemptAsync("<b@x.int>", Moves.Start));

        Assert.False(await Store.BeginMergedAttemptAsync("<m@x.int>", ["<a@x.int>", "<b@x.int>"]));
        Assert.Empty(await Store.MergedLettersAsync("<m@x.int>"));
        Assert.True(await Store.BeginMergedAttemptAsync("<m@x.int>", ["<a@x.int>", "<d@x.int>"]));
        Assert.False(await Store.BeginAttemptAsync("<a@x.int>", Moves.Start));
        var later = new LetterEnding(LetterState.Pending, Moves.Start) { NextAttemptAt = Moves.Start.AddMinutes(5) };
        Assert.True(await Store.EndMergedAsync("<m@x.int>", LetterState.Sending, later));
        Assert.False(await Store.EndMergedAsync("<m@x.int>", LetterState.Sending, later));
        Assert.False(await Store.BeginAttemptAsync("<a@x.int>", Moves.Start.AddHours(2)));
        Assert.False(await Store.BeginMergedAttemptAsync("<other@x.int>", ["<a@x.int>"]));

        await ReopenAsync();
        var rows = await Store.MergedLettersAsync("<m@x.int>");
        Assert.Equal([("<a@x.int>", 1), ("<d@x.int>", 1)], rows.Select(r => (r.Id, r.Attempts)));
        Assert.All(rows, r => Assert.Equal((LetterState.Pending, "<m@x.int>"), (r.State, r.Merged)));
    }

    [Fact]
    public async Task A_letter_without_an_address_is_replaced_once_contacts_are_known()
    {
        var nowhere = Letter("<n@x.int>") with { Address = "", State = LetterState.NotSent };
        await OpenWithAsync(nowhere);

        Assert.True(await Store.ReplaceLetterAsync("<n@x.int>", [Letter("<a@x.int>")]));
        Assert.False(await Store.ReplaceLetterAsync("<a@x.int>", []));
        Assert.Null(await Store.FindLetterAsync("<n@x.int>"));
        Assert.NotNull(await Store.FindLetterAsync("<a@x.int>"));
    }

    private async Task OpenWithAsync(params StoredLetter[] letters)
    {
        var step = Moves.Open(Engine, "p", PlayDefinitions.TwoTasks);
        await Store.CommitAsync(CommitBatch.Of(new StepCommit(step, Moves.Opening) { Letters = [.. letters] }));
    }

    private Task<CommitResult> OpenFromAsync(AddressBook book) => Store.CommitAsync(CommitBatch.Of(
        new StepCommit(Moves.Open(Engine, "p", PlayDefinitions.TwoTasks), Moves.Opening) { AddressBook = book.Revision }));

    private static StoredLetter Letter(string id) => new()
    {
        Id = id, ProcedureId = "p", Wait = 1, Occasion = "task", Kind = "Task", Body = "CDH", ContactName = "Committee",
        Address = "cdh@x.int", Language = Language.English, Subject = "Subject", Text = "Text", Html = "<p>Text</p>",
        Logical = "{}", WrittenAt = Moves.Start,
    };
}
