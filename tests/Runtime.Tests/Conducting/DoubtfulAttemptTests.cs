using System.Collections.Immutable;
using Procedures.Letters;
using Procedures.Play;
using Procedures.Storage;
using Procedures.Storage.Postgres;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// A connection breaks while an attempt is noted, and PostgreSQL writes the note only after the host has asked about
/// it.
/// </summary>
public sealed class DoubtfulAttemptTests
{
    [Fact]
    public async Task A_letter_whose_attempt_is_noted_late_is_sent_all_the_same()
    {
        await using var store = await PostgresStore.OpenAsync(
            PostgresAddress.Read(await PostgresServer.NewDatabaseAsync()), PlayDefinitions.Read);
        var (clock, mail) = (new HandClock(Moves.Start), new MailPile());
        await using var house = House.Of(store, clock, mail, NoCrashPoints.Instance);
        await store.SaveContactAsync(new Contact("CDH", "Committee", "cdh@example.org", ContactLanguage.English));
        await house.OpenAsync(PlayDefinitions.Sequence("asks", new { type = "Play.Ask", id = "one" }), "p");
        var slow = new SlowToNote(store);
        var postman = new Postman(slow, mail, House.LetterSettings, clock, new PostmanOptions());

        await Assert.ThrowsAsync<IOException>(() => postman.DoPendingAsync());
        // It asks what became of the attempt; only then it is noted.
        await postman.DoPendingAsync();
        Assert.Equal(LetterState.Sending, Assert.Single(await house.LettersAsync()).State);
        while (await postman.DoPendingAsync() > 0) { }

        Assert.Equal(LetterState.Sent, Assert.Single(await house.LettersAsync()).State);
        Assert.Single(mail.Received);
    }

    private sealed class SlowToNote(ILetterBox letters) : ILetterBox
    {
        private Func<Task<bool>>? _underWay;
        private bool _hasBroken;

        public async Task<bool> BeginAttemptAsync(string id, DateTimeOffset now, CancellationToken cancel = default)
        {
            if (_hasBroken) return await letters.BeginAttemptAsync(id, now, cancel);
            _hasBroken = true;
            _underWay = () => letters.BeginAttemptAsync(id, now, CancellationToken.None);
            throw new IOException("The connection broke.");
        }

        public async Task<bool> EndLetterAsync(
            string id, LetterState from, LetterEnding ending, CancellationToken cancel = default)
        {
            var hasChanged = await letters.EndLetterAsync(id, from, ending, cancel);
            if (_underWay is { } arrives) await arrives();
            _underWay = null;
            return hasChanged;
        }

        public Task<Page<StoredLetter>> LettersAsync(
            LetterFilter filter, PageRequest page, CancellationToken cancel = default) =>
            letters.LettersAsync(filter, page, cancel);

        public Task<StoredLetter?> FindLetterAsync(string id, CancellationToken cancel = default) =>
            letters.FindLetterAsync(id, cancel);

        public Task<ImmutableArray<StoredLetter>> PendingLettersAsync(
            DateTimeOffset now, int limit, CancellationToken cancel = default) =>
            letters.PendingLettersAsync(now, limit, cancel);

        public Task<DateTimeOffset?> NextLetterMomentAsync(CancellationToken cancel = default) =>
            letters.NextLetterMomentAsync(cancel);

        public Task<ImmutableArray<StoredLetter>> PendingLettersToAsync(
            string address, Language language, CancellationToken cancel = default) =>
            letters.PendingLettersToAsync(address, language, cancel);

        public Task<ImmutableArray<StoredLetter>> MergedLettersAsync(
            string merged, CancellationToken cancel = default) =>
            letters.MergedLettersAsync(merged, cancel);

        public Task<bool> BeginMergedAttemptAsync(
            string merged, ImmutableArray<string> ids, CancellationToken cancel = default) =>
            letters.BeginMergedAttemptAsync(merged, ids, cancel);

        public Task<bool> EndMergedAsync(
            string merged, LetterState from, LetterEnding ending, CancellationToken cancel = default) =>
            letters.EndMergedAsync(merged, from, ending, cancel);

        public Task<int> AbandonAttemptsAsync(
            Bilingual reason, DateTimeOffset now, CancellationToken cancel = default) =>
            letters.AbandonAttemptsAsync(reason, now, cancel);

        public Task<bool> ReplaceLetterAsync(
            string id, ImmutableArray<StoredLetter> written, CancellationToken cancel = default) =>
            letters.ReplaceLetterAsync(id, written, cancel);
    }
}
