using System.Collections.Immutable;
using System.Globalization;
using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>Tells this host and the others what has changed. After each message the next ones gather for a moment.</summary>
/// <remarks>
/// PostgreSQL lets only one transaction with a message end at a time, and every message wakes all hosts: under load one
/// for every commit would cost more than the steps.
/// </remarks>
internal sealed class Announcer(NpgsqlDataSource source, Action<StoreChange> changed) : IAsyncDisposable
{
    // PostgreSQL takes 8000 bytes at most.
    private const int MostBytes = 7500;
    private const string Letters = "letters";
    private const string Due = "due";
    private const string Both = "letters due";
    private const string Nothing = "-";

    // Timers that fall due later are found by every host's own poll.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);
    private readonly CancellationTokenSource _last = new();
    private readonly Lock _lock = new();
    private Task _sending = Task.CompletedTask;
    private HashSet<string> _ids = new(StringComparer.Ordinal);
    private bool _hasWork;
    private bool _hasDueWork;
    private bool _isBusy;

    /// <summary>The host's own session, once it is there.</summary>
    public HostSession? Session { get; set; }

    /// <summary>Says to all that the host is there.</summary>
    public void Greet() => Send([], hasWork: false, hasDueWork: false);

    /// <summary>Says that there is something to do that no step has left.</summary>
    public void AnnounceWork()
    {
        if (Session is { HasOthers: true }) Send([], hasWork: false, hasDueWork: true);
    }

    /// <summary>Supposes everything after a time in which nothing could be heard.</summary>
    public void Suppose() => changed(new StoreChange([], IsOwn: false, HasWork: true) { HasDueWork = true });

    public void Announce(IEnumerable<StepRows> steps)
    {
        var written = steps.ToArray();
        var ids = written.Select(s => s.After.Id).ToImmutableArray();
        var hasWork = written.Any(s => !s.Commit.Letters.IsEmpty);
        changed(new StoreChange(ids, IsOwn: true, hasWork));
        if (Session is { HasOthers: true }) Send(ids, hasWork, written.Any(LeavesDueWork));
    }

    private static bool LeavesDueWork(StepRows step) => !step.Messages.IsEmpty || step.After.Waits.Any(wait =>
        wait.WakeAt <= step.After.ChangedAt + Soon && step.Before.FindWait(wait.Id)?.WakeAt != wait.WakeAt);

    /// <summary>Reads what a host has sent.</summary>
    public void Hear(string payload)
    {
        var lines = payload.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || Session is not { } session || lines[0] == Name(session)) return;
        session.SeeOther();
        if (lines.Length == 1) return;
        changed(new StoreChange([.. lines.Skip(2)], IsOwn: false, HasWork: lines[1] is Letters or Both)
        {
            HasDueWork = lines[1] is Due or Both,
        });
    }

    private static string Name(HostSession session) => session.Number.ToString(CultureInfo.InvariantCulture);

    private void Send(ImmutableArray<string> ids, bool hasWork, bool hasDueWork)
    {
        lock (_lock)
        {
            _ids.UnionWith(ids);
            _hasWork |= hasWork;
            _hasDueWork |= hasDueWork;
            if (_isBusy) return;
            _isBusy = true;
            _sending = SendAllAsync();
        }
    }

    /// <summary>Says at once what is still to be said.</summary>
    public async ValueTask DisposeAsync()
    {
        await _last.CancelAsync();
        Task sending;
        lock (_lock) sending = _sending;
        await sending;
        _last.Dispose();
    }

    private async Task SendAllAsync()
    {
        await Task.Yield();
        do
        {
            try
            {
                await SendGatheredAsync();
                await Pauses.WaitAsync(Gathering, _last.Token);
            }
            catch (OperationCanceledException)
            {
                // The host ends: nothing gathers any more.
            }
            catch (Exception exception) when (exception is NpgsqlException or ObjectDisposedException or TimeoutException)
            {
                // Whoever does not hear it finds it at the next poll: what could not be said is forgotten.
                TakePayload();
            }
        }
        while (IsMoreToSay());
    }

    private async Task SendGatheredAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.RunAsync("connection.notify", new { payload = TakePayload() }, CancellationToken.None);
    }

    private bool IsMoreToSay()
    {
        lock (_lock) return _isBusy = _ids.Count > 0 || _hasDueWork;
    }

    private string TakePayload()
    {
        lock (_lock)
        {
            var name = Session is { } session ? Name(session) : "0";
            var work = (_hasWork, _hasDueWork) switch
            {
                (true, true) => Both, (true, false) => Letters, (false, true) => Due, _ => Nothing,
            };
            var text = _ids.Count == 0 && !_hasDueWork ? name : $"{name}\n{work}\n{string.Join('\n', _ids)}";
            if (System.Text.Encoding.UTF8.GetByteCount(text) > MostBytes) text = $"{name}\n{work}";
            (_ids, _hasWork, _hasDueWork) = (new(StringComparer.Ordinal), false, false);
            return text;
        }
    }
}
