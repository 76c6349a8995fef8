using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procedures.Host.Tests;
using Procedures.Letters;

namespace Procedures.Practice;

/// <summary>While the clock moves, nobody works on a day that is over by then.</summary>
public sealed class PracticeMoveTests
{
    [Fact]
    public async Task A_long_move_shows_how_far_it_is_refuses_forms_and_can_be_stopped()
    {
        var carrier = new SlowCarrier();
        await using var host = await PracticeHost.StartAsync(change: parts =>
            parts.Replace(ServiceDescriptor.Singleton<ILetterCarrier>(carrier)));
        await host.OpenElectionAsync();
        await carrier.Asked;
        using var reader = host.Reader();
        var form = await reader.PageAsync("/en/procedures/new/judge-election");
        var move = host.Moves.Begin(host.Moves.Now.AddDays(30))!;
        Assert.Null(host.Moves.Begin(host.Moves.Now.AddDays(2)));

        using var shown = await reader.Client.GetAsync("/en/practice");
        Assert.Equal("1", shown.Headers.GetValues("Refresh").Single());
        var page = await PageReader.ReadAsync(shown);
        Assert.Equal("30", page.QuerySelector("progress")!.GetAttribute("max"));
        using var refused = await reader.SendAsync(form, "preview", ("f.State", "EE"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);

        using var stopped = await reader.SendAsync(page, "stop");
        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        Assert.True(move.Done.IsCompleted);
        Assert.Equal(new DateOnly(2023, 9, 1), host.Moves.Today);
        carrier.Go();
    }

    /// <summary>Carries no letter before it is told to.</summary>
    private sealed class SlowCarrier : ILetterCarrier
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;
        public void Go() => _go.TrySetResult();

        public async Task<Delivery> Carry(Message message, CancellationToken cancel)
        {
            _asked.TrySetResult();
            await _go.Task.WaitAsync(cancel);
            return new Delivery.Sent("carried");
        }
    }
}
