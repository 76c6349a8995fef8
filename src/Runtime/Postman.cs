using System.Collections.Immutable;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Takes letters to the mail server and writes down how that ended.</summary>
/// <remarks>
/// An attempt is noted before anything is said to the server. A crash in between leaves a letter of which nobody
/// knows whether it left; it is never sent again unless a person says so.
/// </remarks>
public sealed class Postman(
    ILetterBox letters, ILetterCarrier carrier, LetterSettings settings, TimeProvider clock, PostmanOptions options,
    MergedReminders? reminders = null)
{
    private readonly MergedReminders _reminders = reminders ?? new(LetterTemplates.BuiltIn(), settings);
    private readonly UntoldEndings _untold = new(letters);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
    ];

    private static readonly string[] Asking =
    [
        nameof(LetterKind.Task), nameof(LetterKind.Meeting), nameof(LetterKind.DeadlineMoved), nameof(LetterKind.Escalation),
        nameof(LetterKind.Reminder), nameof(LetterKind.DueToday), nameof(LetterKind.Overdue),
    ];

    private const int MostLetters = 1000;

    private static readonly Bilingual Broken = (
        "The program stopped while the letter was being sent. It may have left.",
        "Le programme s'est arrêté pendant l'envoi. La lettre est peut-être partie.");

    private static readonly Bilingual Needless = (
        "The step was closed before the letter left. Nothing is to be done.",
        "L'étape a été close avant le départ de la lettre. Il n'y a rien à faire.");

    private static readonly Bilingual NothingToTakeBack = (
        "No letter about this step had left to this address, so there is nothing to take back. Nothing is to be done.",
        "Aucune lettre relative à cette étape n'était partie à cette adresse ; il n'y a donc rien à annuler ni rien à faire.");

    private static Bilingual Unwritable(Exception problem) => (
        $"The letter could not be put together: {problem.Message}",
        $"La lettre n'a pu être composée : {problem.Message}");

    /// <summary>Who has resolved a letter that was held back because it was no longer true.</summary>
    public const string ByItself = ActorText.Program;

    /// <summary>Raised when a letter has been written.</summary>
    public WorkSignal Work { get; } = new();

    /// <summary>Sends what is to be sent by now, a batch at most.</summary>
    /// <returns>How many letters there were.</returns>
    public async Task<int> DoPendingAsync(CancellationToken cancel = default)
    {
        await _untold.TellAsync();
        await _untold.TellDoubtsAsync(Moments.Now(clock));
        await letters.AbandonAttemptsAsync(Broken, Moments.Now(clock), cancel);
        var pending = await letters.PendingLettersAsync(Moments.Now(clock), options.Batch, cancel);
        var handled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var letter in pending.Where(letter => handled.Add(letter.Id)))
        {
            cancel.ThrowIfCancellationRequested();
            if (await HasFallenAwayAsync(letter, cancel)) continue;
            var together = await TogetherWithAsync(letter, cancel);
            handled.UnionWith(together.Select(l => l.Id));
            if (letter.Merged is not null || together.Length > 1) await CarryTogetherAsync(letter, together, cancel);
            else await CarryAloneAsync(letter, cancel);
        }
        return pending.Length;
    }

    /// <summary>Works until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => WorkLoop.RunAsync(
        new WorkLoop.Settings(Work, clock, options.Poll, options.Troubled) { IsOutOfReach = letters.IsOutOfReach },
        () => DoPendingAsync(cancel), () => letters.NextLetterMomentAsync(cancel), cancel);

    /// <summary>Does what a person has decided about a letter whose fate is not known.</summary>
    /// <returns>False when the letter is not in that state (any more).</returns>
    public async Task<bool> ResolveNotKnownAsync(
        string letterId, NotKnownResolution resolution, string actor, CancellationToken cancel = default)
    {
        var state = resolution == NotKnownResolution.Resend ? LetterState.Pending : LetterState.Sent;
        var ending = new LetterEnding(state, Moments.Now(clock)) { ResolvedBy = actor };
        var done = await letters.FindLetterAsync(letterId, cancel) is { } letter
            && await EndAsync(letter, LetterState.NotKnown, ending, cancel);
        Work.Raise();
        return done;
    }

    /// <summary>Sends a letter that had not left once more, after its cause was mended.</summary>
    /// <returns>False when the letter is not in that state, or has no address.</returns>
    public async Task<bool> ResendAsync(string letterId, string actor, CancellationToken cancel = default)
    {
        if (await letters.FindLetterAsync(letterId, cancel) is not { Address.Length: > 0, Text.Length: > 0 } letter)
            return false;
        var ending = new LetterEnding(LetterState.Pending, Moments.Now(clock)) { ResolvedBy = actor };
        var done = await EndAsync(letter, LetterState.NotSent, ending, cancel);
        Work.Raise();
        return done;
    }

    // Whether an attempt has begun may be unclear when the connection broke. Nothing was said to a server, so the letter
    // waits as before; a row that another host has is left alone. The note may still be on its way to the row.
    private async Task<bool> BeginAsync(string id, bool isMerged, Func<Task<bool>> begin)
    {
        try
        {
            return await begin();
        }
        catch
        {
            _untold.AddDoubt(id, isMerged, new LetterEnding(LetterState.Pending, Moments.Now(clock)));
            throw;
        }
    }

    private async Task CarryAloneAsync(StoredLetter letter, CancellationToken cancel)
    {
        Message message;
        try
        {
            message = MessageOf(letter);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            await SetAsideAsync(letter, problem, cancel);
            return;
        }
        if (await BeginAsync(
            letter.Id, isMerged: false, () => letters.BeginAttemptAsync(letter.Id, Moments.Now(clock), cancel)))
            await CarryAsync(letter, letter.Id, isMerged: false, message, cancel);
    }

    // For a person to see; the letters behind it must not wait for that.
    private async Task SetAsideAsync(StoredLetter letter, Exception problem, CancellationToken cancel)
    {
        options.Troubled(problem);
        var ending = new LetterEnding(LetterState.NotSent, Moments.Now(clock)) { Error = Unwritable(problem) };
        await EndAsync(letter, LetterState.Pending, ending, cancel);
    }

    private async Task CarryAsync(StoredLetter letter, string id, bool isMerged, Message message, CancellationToken cancel)
    {
        options.CrashPoints.Reach(CrashPoint.AfterLetterMarked);
        var delivery = await DeliverAsync(message, cancel);
        options.CrashPoints.Reach(CrashPoint.AfterLetterCarried);
        _untold.Add(id, isMerged, EndingOf(letter, delivery));
        await _untold.TellAsync();
    }

    // A carrier says how it ended whatever happens. Should it break all the same, the row must not wait for ever.
    private async Task<Delivery> DeliverAsync(Message message, CancellationToken cancel)
    {
        try
        {
            return await carrier.Carry(message, cancel);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            options.Troubled(problem);
            return new Delivery.NotKnown((
                $"The program failed while the letter was being sent. It may have left. {problem.Message}",
                $"Le programme a échoué pendant l'envoi. La lettre est peut-être partie. {problem.Message}"));
        }
    }

    // Reminders that travel in one letter share its fate: it is the letter that left or did not.
    private Task<bool> EndAsync(
        StoredLetter letter, LetterState from, LetterEnding ending, CancellationToken cancel) =>
        letter.Merged is { } merged
            ? letters.EndMergedAsync(merged, from, ending, cancel)
            : letters.EndLetterAsync(letter.Id, from, ending, cancel);

    private async Task<ImmutableArray<StoredLetter>> TogetherWithAsync(StoredLetter letter, CancellationToken cancel)
    {
        if (letter.Merged is { } merged)
            return [.. (await letters.MergedLettersAsync(merged, cancel)).Where(l => l.State == LetterState.Pending)];
        if (!MergedReminders.MayWait(letter)) return [letter];
        var others = await letters.PendingLettersToAsync(letter.Address, letter.Language, cancel);
        // What is being gathered leaves with the first that is due; what waits for another morning stays.
        var soon = Moments.Now(clock) + settings.Gathering;
        var due = others.Where(l => l.Id == letter.Id || l.NextAttemptAt is null || l.NextAttemptAt <= soon);
        var together = ImmutableArray.CreateBuilder<StoredLetter>();
        foreach (var other in due.Where(l => MergedReminders.MayTravelTogether(letter, l)))
            if (other.Id == letter.Id || !await HasFallenAwayAsync(other, cancel)) together.Add(other);
        return together.ToImmutable();
    }

    // A letter may have waited, a reminder for its hour or any for a mail server, while its step was done or fell away:
    // nobody is asked for that any more, and who was never asked is not told that nothing is asked.
    private async Task<bool> HasFallenAwayAsync(StoredLetter letter, CancellationToken cancel)
    {
        if (letter.Wait == 0) return false;
        var why = letter.Kind == nameof(LetterKind.Withdrawn)
            ? await WasToldAsync(letter, cancel) ? null : NothingToTakeBack
            : IsOvertakable(letter) && !await options.IsStillAsked(letter, cancel) ? Needless : null;
        return why is not null && await letters.EndLetterAsync(letter.Id, LetterState.Pending,
            new LetterEnding(LetterState.NotSent, Moments.Now(clock)) { Error = why, ResolvedBy = ByItself }, cancel);
    }

    // What leaves at once cannot have been overtaken, and need not be asked about.
    private bool IsOvertakable(StoredLetter letter) => MergedReminders.MayWait(letter)
        || letter.Merged is null && Asking.Contains(letter.Kind)
            && (letter.Attempts > 0 || Moments.Now(clock) - letter.WrittenAt >= options.Fresh);

    // True as well when nothing else was ever written: then this letter is the first that the address hears of it; and
    // when another letter is due, which another host may be about to send.
    private async Task<bool> WasToldAsync(StoredLetter withdrawal, CancellationToken cancel)
    {
        var filter = new LetterFilter { ProcedureId = withdrawal.ProcedureId };
        var written = (await letters.LettersAsync(filter, new PageRequest(0, MostLetters), cancel)).Items
            .Where(l => l.Wait == withdrawal.Wait && l.Address == withdrawal.Address && l.Id != withdrawal.Id).ToArray();
        var now = Moments.Now(clock);
        return written.Length == 0 || written.Any(l => l.State == LetterState.Pending
            ? l.NextAttemptAt is null || l.NextAttemptAt <= now
            : l.State != LetterState.NotSent);
    }

    private async Task CarryTogetherAsync(
        StoredLetter first, ImmutableArray<StoredLetter> together, CancellationToken cancel)
    {
        var id = first.Merged ?? _reminders.IdOf(together);
        Message message;
        try
        {
            message = await _reminders.WriteAsync(id, together, cancel);
        }
        catch (Exception problem) when (
            problem is not OperationCanceledException and not OutOfMemoryException && !letters.IsOutOfReach(problem))
        {
            // One of them keeps no other from leaving alone, unless they have travelled together before.
            if (first.Merged is null) await CarryAloneAsync(first, cancel);
            else await SetAsideAsync(first, problem, cancel);
            return;
        }
        if (!await BeginAsync(
            id, isMerged: true, () => letters.BeginMergedAttemptAsync(id, [.. together.Select(l => l.Id)], cancel)))
            return;
        await CarryAsync(first, id, isMerged: true, message, cancel);
    }

    private LetterEnding EndingOf(StoredLetter letter, Delivery delivery)
    {
        var now = Moments.Now(clock);
        return delivery switch
        {
            Delivery.Sent sent => new LetterEnding(LetterState.Sent, now) { Reply = sent.Reply },
            Delivery.NotSent { Permanent: false } later when now - letter.WrittenAt < options.Patience =>
                new LetterEnding(LetterState.Pending, now)
                {
                    Error = later.Reason, NextAttemptAt = now + Pauses[Math.Min(letter.Attempts, Pauses.Length - 1)],
                },
            Delivery.NotSent never => new LetterEnding(LetterState.NotSent, now) { Error = never.Reason },
            Delivery.NotKnown unknown => new LetterEnding(LetterState.NotKnown, now) { Error = unknown.Reason },
            _ => throw new InvalidOperationException($"A delivery does not end as {delivery.GetType().Name}."),
        };
    }

    /// <summary>The letter of a row as it goes over the wire.</summary>
    public Message MessageOf(StoredLetter letter) => MessageOf(letter, settings);

    internal static Message MessageOf(StoredLetter letter, LetterSettings settings)
    {
        var shown = ShownAddressees.Read(letter.Shown);
        return new Message
        {
            MessageId = letter.Id, Moment = letter.WrittenAt, From = settings.From, ReplyTo = settings.ReplyTo,
            Recipient = new Mailbox(letter.ContactName, letter.Address), To = shown.To, Cc = shown.Cc,
            Subject = letter.Subject, Language = letter.Language, Text = letter.Text, Html = letter.Html,
            Calendar = letter.Calendar is { } json
                ? StoredCalendarEntry.Read(json).ToCalendar(
                    settings.From, new Mailbox(letter.ContactName, letter.Address))
                : null,
        };
    }
}
