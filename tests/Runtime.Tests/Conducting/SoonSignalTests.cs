using Procedures.Letters;

namespace Procedures.Runtime.Conducting;

/// <summary>Of another host's work this one hears often and looks seldom.</summary>
public sealed class SoonSignalTests
{
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_is_raised_once_for_all_who_have_asked_and_only_when_the_time_is_over()
    {
        var signal = new WorkSignal();
        using var soon = new SoonSignal(signal, _time, TimeSpan.FromSeconds(1));
        var first = WaitAsync(signal);
        soon.Raise();
        _time.Advance(TimeSpan.FromMilliseconds(600));
        soon.Raise();
        Assert.False(first.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(400));
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        var second = WaitAsync(signal);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);
    }

    private Task WaitAsync(WorkSignal signal) => signal.WaitAsync(TimeSpan.FromDays(1), _time, CancellationToken.None);
}
