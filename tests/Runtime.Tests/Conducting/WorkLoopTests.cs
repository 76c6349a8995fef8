namespace Procedures.Runtime.Conducting;

/// <summary>The loop of a worker: it asks little while there is nothing to do, and misses nothing.</summary>
public sealed class WorkLoopTests : IDisposable
{
    private static readonly DateTimeOffset LongAgo = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly CancellationTokenSource _stop = new();
    private readonly WorkSignal _signal = new();
    private int _worked;
    private int _asked;

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Who_has_slept_through_a_poll_only_asks_whether_something_is_due()
    {
        await RunAsync(asksFirst: true, nextMoment: () => null, questions: 5);

        Assert.Equal((1, 5), (_worked, _asked));
    }

    [Fact]
    public async Task What_has_fallen_due_during_a_poll_is_done()
    {
        await RunAsync(asksFirst: true, nextMoment: () => _asked == 3 ? LongAgo : null, questions: 5);

        Assert.Equal((2, 5), (_worked, _asked));
    }

    [Fact]
    public async Task Who_is_knocked_for_works_without_asking()
    {
        await RunAsync(asksFirst: true, questions: 3, nextMoment: () =>
        {
            _signal.Raise();
            return null;
        });

        Assert.Equal((3, 3), (_worked, _asked));
    }

    [Fact]
    public async Task Who_must_look_for_himself_works_at_every_poll()
    {
        await RunAsync(asksFirst: false, nextMoment: () => null, questions: 5);

        Assert.Equal((5, 5), (_worked, _asked));
    }

    [Fact]
    public async Task After_a_failure_the_work_is_tried_again_when_it_is_due()
    {
        var troubles = new List<Exception>();
        await RunAsync(asksFirst: true, questions: 3, nextMoment: () => LongAgo, work: () =>
            _worked == 1 ? throw new InvalidOperationException("Once.") : 0, troubled: troubles.Add);

        Assert.Equal("Once.", Assert.Single(troubles).Message);
        Assert.Equal(3, _worked);
    }

    private async Task RunAsync(
        bool asksFirst, Func<DateTimeOffset?> nextMoment, int questions, Func<int>? work = null,
        Action<Exception>? troubled = null) => await WorkLoop.RunAsync(
        new WorkLoop.Settings(_signal, TimeProvider.System, TimeSpan.FromMilliseconds(1), troubled ?? (e => throw e))
        {
            AsksFirst = asksFirst,
        },
        () =>
        {
            _worked++;
            return Task.FromResult(work?.Invoke() ?? 0);
        },
        () =>
        {
            if (++_asked == questions) _stop.Cancel();
            return Task.FromResult(nextMoment());
        }, _stop.Token);
}
