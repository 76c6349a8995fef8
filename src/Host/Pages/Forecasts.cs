using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>What lies ahead of a procedure if every step is done on its last good day, by its first outcome.</summary>
public sealed class Forecasts(IProcedureStore store, DefinitionLibrary library, Engine engine)
{
    /// <summary>The published definitions by definition id.</summary>
    public async Task<IReadOnlyDictionary<string, Definition>> PublishedAsync(CancellationToken cancel)
    {
        var published = new Dictionary<string, Definition>(StringComparer.Ordinal);
        foreach (var row in await store.DefinitionsAsync(publishedOnly: true, cancel))
            if (await library.PublishedAsync(row.DefinitionId, cancel) is { } definition)
                published[row.DefinitionId] = definition;
        return published;
    }

    /// <summary>The year of a procedure that is not open yet.</summary>
    public async Task<RehearsedYear> OfAsync(
        Definition definition, Value.Map inputs, DateOnly today, ImmutableArray<PartSession> moved,
        CancellationToken cancel)
    {
        var published = await PublishedAsync(cancel);
        return new Rehearsal.Rehearsal(engine, published.GetValueOrDefault)
            .Run(definition, inputs, AnswerScript.Empty, today, moved: moved);
    }

    /// <summary>What is still to come of a procedure that is under way.</summary>
    public async Task<RehearsedYear> OfAsync(Procedure procedure, DateTimeOffset now, CancellationToken cancel)
    {
        var published = await PublishedAsync(cancel);
        var children = ImmutableArray.CreateBuilder<Procedure>();
        await AddChildrenAsync(procedure.Id, children, cancel);
        return new Rehearsal.Rehearsal(engine, published.GetValueOrDefault)
            .Continue(procedure, children, AnswerScript.Empty, now);
    }

    private async Task AddChildrenAsync(string id, ImmutableArray<Procedure>.Builder found, CancellationToken cancel)
    {
        foreach (var row in await store.ChildrenAsync(id, cancel))
        {
            if (await store.LoadAsync(row.Id, cancel) is not { IsOver: false } child) continue;
            found.Add(child);
            await AddChildrenAsync(child.Id, found, cancel);
        }
    }
}
