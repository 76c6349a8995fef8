using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Host.Tests;

/// <summary>A database that the last release has written opens, is whole, and its procedures go on.</summary>
public sealed class LastReleaseTests : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("procedures-release-").FullName;
    private WebApplication? _app;

    public static TheoryData<string> Releases =>
        [.. Directory.EnumerateFiles(Folder, "*.db").Select(f => Path.GetFileNameWithoutExtension(f))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Releases");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task Todays_program_opens_it_finds_nothing_broken_and_goes_on(string release)
    {
        var store = await StartAsync(release);
        var before = await new Verifier(store).VerifyAsync();
        Assert.Empty(before.Breaches);
        Assert.Equal(5, before.Procedures);

        var (id, step) = await AnswerSomethingAsync(store);

        Assert.Equal(step + 1, (await store.FindProcedureAsync(id))!.Step);
        var after = await new Verifier(store).VerifyAsync();
        Assert.Empty(after.Breaches);
        Assert.True(after.Entries > before.Entries);
    }

    [Fact]
    public async Task A_text_that_the_last_release_saved_is_kept_when_it_is_changed_for_the_first_time()
    {
        var store = await StartAsync("0.1");
        Assert.Equal(0, (await store.RevisionsAsync("judge-election", PageRequest.First)).Total);
        var old = (await store.FindDefinitionAsync("judge-election", VersionChoice.Latest))!;

        await store.SaveDefinitionAsync(old with
        {
            Id = "new", Version = old.Version + 1, IsPublished = false, Hash = "changed", Document = "{}",
            SavedAt = old.SavedAt.AddDays(1),
        });

        var kept = (await store.RevisionsAsync("judge-election", PageRequest.First)).Items;
        Assert.Equal([RevisionKind.Saved, RevisionKind.Published], kept.Select(r => r.Kind));
        Assert.Equal(old.Document, (await store.FindRevisionAsync(kept[1].Number))!.Document);
    }

    /// <summary>Completes the first open task whose form may be left empty.</summary>
    private async Task<(string Id, int StepBefore)> AnswerSomethingAsync(IProcedureStore store)
    {
        var conductor = _app!.Services.GetRequiredService<Conductor>();
        var rows = (await store.ProceduresAsync(ProcedureFilter.All, PageRequest.First)).Items;
        foreach (var row in rows.OrderBy(r => r.Id, StringComparer.Ordinal))
            foreach (var wait in (await store.LoadAsync(row.Id))!.Waits.Where(w =>
                w.Assignment is { IsOptional: false }))
            {
                var answer = new Stimulus.TaskCompleted(wait.Id, wait.Assignment!.Outcomes[0].Name, Value.Map.Empty)
                {
                    Actor = "Clara Cedar",
                };
                if (!(await conductor.SendAsync(row.Id, answer)).IsIdle) return (row.Id, row.Step);
            }
        throw new InvalidOperationException("No task takes an empty form.");
    }

    private async Task<IProcedureStore> StartAsync(string release)
    {
        File.Copy(Path.Combine(Folder, release + ".db"), Path.Combine(_data, "procedures.db"));
        _app = WebProgram.Build(
            ["--urls=http://127.0.0.1:0", $"--data={_data}", "--samples=false"],
            parts => parts.Replace(ServiceDescriptor.Singleton<TimeProvider>(
                new StillClock(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)))));
        await _app.StartAsync();
        await _app.Services.GetRequiredService<StartWork>().Done;
        return _app.Services.GetRequiredService<IProcedureStore>();
    }
}
