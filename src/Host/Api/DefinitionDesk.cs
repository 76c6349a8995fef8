using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Procedures.Definitions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Saves and publishes definitions by Elsa's rules of versions, so that no work is lost.</summary>
/// <remarks>
/// One save of a definition at a time. A draft is overwritten in place, a published version never; a save that does not
/// know the newest text is refused, and both texts are kept.
/// </remarks>
internal sealed class DefinitionDesk(
    IProcedureStore store, DefinitionReader reader, PublishCheck check, RefusedSaves refused, SaveTrail trail,
    TriggerBook triggers, References references, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Saves what Studio sends, and publishes it when that is wanted.</summary>
    /// <param name="isImport">The text comes from a file and replaces what stands here.</param>
    public async Task<Saving> SaveAsync(
        SaveModel model, bool publish, Caller caller, CancellationToken cancel, bool isImport = false)
    {
        var definitionId = model.DefinitionId ?? NewId();
        return await InTurnAsync(definitionId, async () =>
        {
            var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
            if (!isImport && latest is not null
                && await UnseenAsync(model, latest, caller, cancel) is { IsDefault: false } unseen)
                return await RefuseOutdatedAsync(model, latest, unseen, caller, cancel);
            if (latest is not null && Empties(model, latest))
                return await RefuseEmptiedAsync(model, latest, caller, cancel);
            return await WriteAsync(model, definitionId, latest, publish, caller, cancel);
        }, cancel);
    }

    /// <summary>Publishes the latest version as it stands.</summary>
    public Task<Saving> PublishAsync(string definitionId, Caller caller, CancellationToken cancel) =>
        InTurnAsync(definitionId, async () =>
        {
            if (await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel) is not { } latest)
                return Saving.Unknown;
            if (latest.IsPublished) return Saving.Already(latest);
            return reader.Read(latest.Document).Definition is { } definition
                ? await PutAsync(definition, latest, latest.CreatedAt, publish: true, caller, cancel)
                : Saving.Refused(Unreadable);
        }, cancel);

    /// <summary>Makes a draft that says what an older version said.</summary>
    public Task<Saving> RevertAsync(string definitionId, int version, Caller caller, CancellationToken cancel) =>
        InTurnAsync(definitionId, async () =>
        {
            var old = await store.FindDefinitionAsync(definitionId, VersionChoice.Number(version), cancel);
            var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
            if (old is null || latest is null) return Saving.Unknown;
            if (reader.Read(old.Document).Definition is not { } definition) return Saving.Refused(Unreadable);
            var next = await NextVersionAsync(definitionId, cancel);
            var draft = DefinitionWriter.Renumber(definition, NewId(), definitionId, next, true, false);
            return await PutAsync(draft, latest, clock.GetUtcNow(), publish: false, caller, cancel);
        }, cancel);

    /// <summary>
    /// Makes a draft that says what was once saved, or was sent and refused. The newest text stays kept.
    /// </summary>
    public Task<Saving> BringBackAsync(RevisionText revision, Caller caller, CancellationToken cancel) =>
        InTurnAsync(revision.Revision.DefinitionId, async () =>
        {
            var definitionId = revision.Revision.DefinitionId;
            var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
            if (JsonNode.Parse(revision.Document) is not JsonObject sent) return Saving.Refused(Unreadable);
            var (model, now) = (SaveModel.Read(sent), clock.GetUtcNow());
            var name = model.Name.Length > 0 ? model.Name : definitionId;
            var next = await NextVersionAsync(definitionId, cancel);
            return reader.Read(model.WriteAs(NewId(), definitionId, next, name, now)).Definition is { } definition
                ? await PutAsync(definition, latest, now, publish: false, caller, cancel)
                : Saving.Refused(Unreadable);
        }, cancel);

    private async Task<int> NextVersionAsync(string definitionId, CancellationToken cancel) =>
        (await store.VersionsAsync(definitionId, cancel)).Select(v => v.Version).DefaultIfEmpty().Max() + 1;

    /// <summary>Makes published definitions that use this one as an activity use its published version.</summary>
    /// <param name="users">The definitions that may use it.</param>
    /// <returns>Those that were changed and published anew; one whose newest text is a draft is left to its
    /// owner.</returns>
    public async Task<ImmutableArray<string>> UpdateReferencesAsync(
        string definitionId, ImmutableArray<string> users, Caller caller, CancellationToken cancel)
    {
        var versions = await store.VersionsAsync(definitionId, cancel);
        if (versions.FirstOrDefault(v => v.IsPublished) is not { } published) return [];
        var updated = ImmutableArray.CreateBuilder<string>();
        foreach (var user in users)
            if ((await InTurnAsync(user, () => PointAsync(user, published, caller, cancel), cancel)).Stored is not null)
                updated.Add(user);
        return updated.ToImmutable();
    }

    private async Task<Saving> PointAsync(
        string definitionId, DefinitionRow published, Caller caller, CancellationToken cancel)
    {
        var latest = await store.FindDefinitionAsync(definitionId, VersionChoice.Latest, cancel);
        if (latest is not { IsPublished: true } || JsonNode.Parse(latest.Document) is not JsonObject json
            || !References.Point(json, published)) return Saving.Unknown;
        return await WriteAsync(SaveModel.Read(json), definitionId, latest, publish: true, caller, cancel);
    }

    /// <summary>Does something to a definition while nobody saves it.</summary>
    public async Task<T> InTurnAsync<T>(string definitionId, Func<Task<T>> act, CancellationToken cancel)
    {
        var turn = _turns.GetOrAdd(definitionId, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancel);
        try
        {
            return await act();
        }
        finally
        {
            turn.Release();
        }
    }

    private static readonly Bilingual Unreadable = (
        "The stored definition cannot be read.", "La définition enregistrée est illisible.");

    private async Task<Saving> WriteAsync(
        SaveModel model, string definitionId, StoredDefinition? latest, bool publish, Caller caller,
        CancellationToken cancel)
    {
        if (!publish && latest is { IsPublished: true } && SaysTheSame(model, latest)) return Saving.Of(latest);
        var isDraft = latest is { IsPublished: false };
        var version = isDraft ? latest!.Version : await NextVersionAsync(definitionId, cancel);
        var createdAt = isDraft ? latest!.CreatedAt : clock.GetUtcNow();
        var name = model.Name.Length > 0 ? model.Name : latest?.Name ?? definitionId;
        var text = model.WriteAs(isDraft ? latest!.Id : NewId(), definitionId, version, name, createdAt);
        var reading = reader.Read(text);
        return reading.Definition is { } definition
            ? await PutAsync(definition, latest, createdAt, publish, caller, cancel)
            : Saving.Refused([.. reading.Findings.Select(PublishCheck.Sentence)]);
    }

    // Studio saves by itself a moment after publishing: what was published needs no draft that says the same.
    private bool SaysTheSame(SaveModel model, StoredDefinition published)
    {
        var name = model.Name.Length > 0 ? model.Name : published.Name;
        var text = model.WriteAs(published.Id, published.DefinitionId, published.Version, name, published.CreatedAt);
        return reader.Read(text).Definition is { } sent && DefinitionWriter.Normalise(DefinitionWriter.Renumber(
            sent, published.Id, published.DefinitionId, published.Version, true, true)) == published.Document;
    }

    private async Task<Saving> PutAsync(
        Definition definition, StoredDefinition? before, DateTimeOffset createdAt, bool publish, Caller caller,
        CancellationToken cancel)
    {
        var final = DefinitionWriter.Renumber(
            definition, definition.Id, definition.DefinitionId, definition.Version, isLatest: true,
            isPublished: publish);
        var document = DefinitionWriter.Normalise(final);
        if (publish) document = await references.ResolveAsync(document, cancel);
        var reading = reader.Read(document);
        if (reading.Definition is not { } kept)
            return Saving.Refused([.. reading.Findings.Select(PublishCheck.Sentence)]);
        if (publish && await check.FindAsync(reading, cancel) is { IsEmpty: false } errors)
            return Saving.Refused(errors);
        var stored = new StoredDefinition
        {
            Id = kept.Id, DefinitionId = kept.DefinitionId, Version = kept.Version, Name = kept.Name, Hash = kept.Hash,
            IsLatest = true, IsPublished = publish, CreatedAt = createdAt, SavedAt = NextMoment(before),
            Document = document,
        };
        var starts = publish ? triggers.Of(kept, stored.SavedAt) : [];
        await store.SaveDefinitionAsync(stored, caller.Author, starts, cancel);
        return Saving.Of(stored);
    }

    // The moment of a save tells saves apart, so two saves never share one.
    private DateTimeOffset NextMoment(StoredDefinition? before)
    {
        var now = clock.GetUtcNow();
        return before is not null && now <= before.SavedAt ? before.SavedAt.AddTicks(1) : now;
    }

    // Default: the sender knows the newest text. Otherwise what was saved meanwhile, as far as the trail tells.
    private async Task<ImmutableArray<Revision>> UnseenAsync(
        SaveModel model, StoredDefinition latest, Caller caller, CancellationToken cancel)
    {
        var current = DefinitionJson.RevisionOf(latest);
        if (model.Echo is null) return model.EchoedId is { } id && id != latest.Id ? [] : default;
        if (model.Echo == current) return default;
        var since = await trail.SinceAsync(latest.DefinitionId, model.Echo, current, cancel);
        return SaveTrail.IsOwn(since, caller.Window) ? default : since;
    }

    private async Task<Saving> RefuseOutdatedAsync(
        SaveModel model, StoredDefinition latest, ImmutableArray<Revision> unseen, Caller caller,
        CancellationToken cancel)
    {
        var key = await refused.KeepAsync(latest, RevisionKind.Conflict, model, caller, cancel);
        var at = RefusedSaves.InParis(latest.SavedAt);
        var by = string.Join(", ", unseen.Select(r => r.Author.Person).Where(p => p.Length > 0).Distinct());
        var (byEnglish, byFrench) = by.Length == 0 ? ("", "") : ($" by {by}", $" par {by}");
        return Saving.Refused((
            $"Not saved: version {latest.Version} was saved in another window at {at.English}{byEnglish}. Your text is "
            + $"kept at {key}. Reload the page to go on from the other text.",
            $"Non enregistré : la version {latest.Version} a été enregistrée dans une autre fenêtre à {at.French}"
            + $"{byFrench}. Votre texte est conservé sous {key}. Rechargez la page pour continuer à partir de l’autre "
            + "texte."));
    }

    private static bool Empties(SaveModel model, StoredDefinition latest) =>
        SaveModel.IsEmpty(model.Json) && !SaveModel.IsEmpty(JsonNode.Parse(latest.Document) as JsonObject);

    private async Task<Saving> RefuseEmptiedAsync(
        SaveModel model, StoredDefinition latest, Caller caller, CancellationToken cancel)
    {
        var key = await refused.KeepAsync(latest, RevisionKind.Emptied, model, caller, cancel);
        return Saving.Refused((
            "Not saved: the drawing is empty, but the stored one is not. Reload the page; delete the definition if you "
            + $"no longer want it. What was sent is kept at {key}.",
            "Non enregistré : le dessin est vide, alors que celui qui est enregistré ne l’est pas. Rechargez la page ; "
            + $"supprimez la définition si vous n’en voulez plus. Ce qui a été envoyé est conservé sous {key}."));
    }

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
