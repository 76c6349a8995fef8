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

    /// <summary>
    /// Whether a later word has been given on the part-session that the stimulus moves. Who failed to hear the earlier word
    /// in time must not come back to it: the later one reaches everybody.
    /// </summary>
    internal static async Task<bool> IsOvertakenAsync(ISettings settings, Stimulus stimulus, CancellationToken cancel) =>
        stimulus is Stimulus.Intervened { Act: Act.PartMoved { Session: var session } }
        && (await KnownAsync(settings, cancel)).Any(known =>
            (known.Year, known.Number) == (session.Year, session.Number) && known != session);

    /// <summary>Changes whenever a part-session is moved; empty while none has been.</summary>
    public static string Fingerprint(ImmutableArray<PartSession> moved) => moved.IsEmpty ? "" : Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(moved.OrderBy(p => (p.Year, p.Number)))).AsSpan(0, 6));

    /// <summary>
    /// Keeps the new days and hands them to every open procedure. Whom another one waits for learns them from that one.
    /// </summary>
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
        var open = await ToTellAsync(store, cancel);
        return await store.PostAsync([.. open.Select(p => Message(key, now, p.Id, stimulus))], cancel);
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
            var note = JsonNode.Parse(document)!;
            // What an earlier release has noted says nothing of the telling.
            if (note[TellingMember]?.GetValue<string>() is not { } telling
                || Json.TryReadDispatch(telling) is not Dispatch.Deliver { Stimulus: var stimulus }) continue;
            var at = note[AtMember]!.GetValue<DateTimeOffset>();
            if (now - at > Remembered) continue;
            // Who was opened later has begun with the new days. The same message is posted once.
            var open = (await ToTellAsync(store, cancel)).Where(p => p.OpenedAt <= at + Opening);
            told += await store.PostAsync([.. open.Select(p => Message(key, at, p.Id, stimulus))], cancel);
        }
        return told;
    }

    private static InboxMessage Message(string key, DateTimeOffset at, string id, Stimulus stimulus) => new(
        $"part/{key}/{at.UtcTicks.ToString(CultureInfo.InvariantCulture)}/{id}", ProcedureTree.RootOf(id),
        new Dispatch.Deliver(id, stimulus), at);

    private static async Task<IEnumerable<ProcedureRow>> ToTellAsync(IProcedureStore store, CancellationToken cancel)
    {
        var open = await RowsAsync(store, cancel);
        var ids = open.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var awaited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parent in open.Select(p => p.ParentId).OfType<string>().Where(ids.Contains).Distinct())
            if (await store.LoadAsync(parent, cancel) is { } procedure)
                awaited.UnionWith(procedure.Waits.Concat(procedure.Standstill?.Waits ?? [])
                    .Where(w => w.Kind == WaitKind.Child).Select(w => w.Key).OfType<string>());
        return open.Where(p => !awaited.Contains(p.Id));
    }

    /// <summary>
    /// The ids of all open procedures. What an incident has stopped may be taken up again and counts as open.
    /// </summary>
    public static async Task<ImmutableArray<string>> OpenAsync(
        IProcedureLists lists, CancellationToken cancel = default) =>
        [.. (await RowsAsync(lists, cancel)).Select(p => p.Id)];

    private static async Task<ImmutableArray<ProcedureRow>> RowsAsync(IProcedureLists lists, CancellationToken cancel)
    {
        var filter = ProcedureFilter.All with
        {
            Statuses = [ProcedureStatus.Suspended, ProcedureStatus.Interrupted, ProcedureStatus.Faulted],
            Order = ProcedureOrder.Opened,
        };
        // In one list: between two stretches of it one may end, and another would take its place unseen.
        return (await lists.ProceduresAsync(filter, new PageRequest(0, int.MaxValue), cancel)).Items;
    }
}
