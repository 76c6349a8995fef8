using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Part-sessions that were moved after the calendar was read: every procedure learns of them.</summary>
public static class MovedParts
{
    private const string Kind = "moved-part";

    // Beside the days: when and in which words open procedures are told of them.
    private const string AtMember = "At";
    private const string TellingMember = "Telling";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    // No procedure needs longer from looking at the days to being open.
    private static readonly TimeSpan Opening = TimeSpan.FromMinutes(1);
    private static readonly ProcedureJson Json = new(_ => null);

    /// <summary>What has been moved so far; procedures that are opened begin with it.</summary>
    public static async Task<ImmutableArray<PartSession>> KnownAsync(
        ISettings settings, CancellationToken cancel = default) =>
        [.. (await settings.DocumentsAsync(Kind, cancel)).Select(d => JsonSerializer.Deserialize<PartSession>(d.Value)!)];

    /// <summary>Changes whenever a part-session is moved; empty while none has been.</summary>
    public static string Fingerprint(ImmutableArray<PartSession> moved) => moved.IsEmpty ? "" : Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(moved.OrderBy(p => (p.Year, p.Number)))).AsSpan(0, 6));

    /// <summary>Keeps the new days and hands them to every open procedure that has no parent; children learn from theirs.</summary>
    /// <param name="stimulus">Tells each procedure the new days, the reason and who has moved them.</param>
    /// <remarks>
    /// The messages are posted in one transaction; each is done once, also after a crash. Whom a crash in between has left
    /// out is told by <see cref="TellMissedAsync"/>.
    /// </remarks>
    /// <returns>How many procedures are told.</returns>
    public static async Task<int> MoveAsync(
        IProcedureStore store, PartSession session, Stimulus.Intervened stimulus, DateTimeOffset now,
        CancellationToken cancel = default)
    {
        var key = $"{session.Year.ToString(CultureInfo.InvariantCulture)}-{session.Number}";
        var note = JsonSerializer.SerializeToNode(session)!.AsObject();
        note[AtMember] = now;
        note[TellingMember] = Json.Write(new Dispatch.Deliver("", stimulus));
        // First the note: a procedure that is opened in between knows the new days and takes the message all the same.
        await store.SaveDocumentAsync(Kind, key, note.ToJsonString(), cancel);
        var ids = await OpenAsync(store, withChildren: false, cancel);
        return await store.PostAsync([.. ids.Select(id => Message(key, now, id, stimulus))], cancel);
    }

    /// <summary>
    /// Tells of the last day's moves whoever has not been told: because the program ended in between, or because a
    /// procedure was just being opened, with the days of before.
    /// </summary>
    /// <returns>How many procedures are told.</returns>
    public static async Task<int> TellMissedAsync(
        IProcedureStore store, DateTimeOffset now, CancellationToken cancel = default)
    {
        var told = 0;
        foreach (var (key, document) in await store.DocumentsAsync(Kind, cancel))
        {
            if (JsonNode.Parse(document)![TellingMember]?.GetValue<string>() is not { } telling) continue;
            var at = JsonNode.Parse(document)![AtMember]!.GetValue<DateTimeOffset>();
            if (now - at > Remembered) continue;
            var stimulus = ((Dispatch.Deliver)Json.ReadDispatch(telling)).Stimulus;
            // Who was opened later has begun with the new days. The same message is posted once.
            var open = (await RowsAsync(store, withChildren: false, cancel)).Where(p => p.OpenedAt <= at + Opening);
            told += await store.PostAsync([.. open.Select(p => Message(key, at, p.Id, stimulus))], cancel);
        }
        return told;
    }

    private static InboxMessage Message(string key, DateTimeOffset at, string id, Stimulus stimulus) => new(
        $"part/{key}/{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}/{id}", ProcedureTree.RootOf(id),
        new Dispatch.Deliver(id, stimulus), at);

    /// <summary>
    /// The ids of all open procedures, or only of those that have no parent. What an incident has stopped may be taken up
    /// again and counts as open.
    /// </summary>
    public static async Task<ImmutableArray<string>> OpenAsync(
        IProcedureLists lists, bool withChildren, CancellationToken cancel = default) =>
        [.. (await RowsAsync(lists, withChildren, cancel)).Select(p => p.Id)];

    private static async Task<ImmutableArray<ProcedureRow>> RowsAsync(
        IProcedureLists lists, bool withChildren, CancellationToken cancel)
    {
        var filter = ProcedureFilter.All with
        {
            Statuses = [ProcedureStatus.Suspended, ProcedureStatus.Interrupted, ProcedureStatus.Faulted],
            OnlyRoots = !withChildren, Order = ProcedureOrder.Opened,
        };
        // In one list: between two stretches of it one may end, and another would take its place unseen.
        return (await lists.ProceduresAsync(filter, new PageRequest(0, int.MaxValue), cancel)).Items;
    }
}
