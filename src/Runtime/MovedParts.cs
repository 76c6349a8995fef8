using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Part-sessions that were moved after the calendar was read: every procedure learns of them.</summary>
public static class MovedParts
{
    private const string Kind = "moved-part";

    /// <summary>What has been moved so far; procedures that are opened begin with it.</summary>
    public static async Task<ImmutableArray<PartSession>> KnownAsync(
        ISettings settings, CancellationToken cancel = default) =>
        [.. (await settings.DocumentsAsync(Kind, cancel)).Select(d => JsonSerializer.Deserialize<PartSession>(d.Value)!)];

    /// <summary>Changes whenever a part-session is moved; empty while none has been.</summary>
    public static string Fingerprint(ImmutableArray<PartSession> moved) => moved.IsEmpty ? "" : Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(moved.OrderBy(p => (p.Year, p.Number)))).AsSpan(0, 6));

    /// <summary>Keeps the new days and hands them to every open procedure that has no parent; children learn from theirs.</summary>
    /// <param name="stimulus">Tells each procedure the new days, the reason and who has moved them.</param>
    /// <remarks>The messages are posted in one transaction; each is done once, also after a crash.</remarks>
    /// <returns>How many procedures are told.</returns>
    public static async Task<int> MoveAsync(
        IProcedureStore store, PartSession session, Stimulus.Intervened stimulus, DateTimeOffset now,
        CancellationToken cancel = default)
    {
        var key = $"{session.Year.ToString(CultureInfo.InvariantCulture)}-{session.Number}";
        // First the note: a procedure that is opened in between knows the new days and takes the message all the same.
        await store.SaveDocumentAsync(Kind, key, JsonSerializer.Serialize(session), cancel);
        var batch = $"part/{key}/{now.UtcTicks.ToString(CultureInfo.InvariantCulture)}";
        var ids = await OpenAsync(store, withChildren: false, cancel);
        return await store.PostAsync([.. ids.Select(id => new InboxMessage(
            $"{batch}/{id}", ProcedureTree.RootOf(id), new Dispatch.Deliver(id, stimulus), now))], cancel);
    }

    /// <summary>The ids of all open procedures, or only of those that have no parent.</summary>
    public static async Task<ImmutableArray<string>> OpenAsync(
        IProcedureLists lists, bool withChildren, CancellationToken cancel = default)
    {
        const int handful = 500;
        var filter = ProcedureFilter.All with
        {
            Statuses = [ProcedureStatus.Suspended, ProcedureStatus.Interrupted], OnlyRoots = !withChildren,
            Order = ProcedureOrder.Opened,
        };
        var ids = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            var page = await lists.ProceduresAsync(filter, new PageRequest(ids.Count, handful), cancel);
            ids.AddRange(page.Items.Select(p => p.Id));
            if (page.Items.Length < handful) return ids.ToImmutable();
        }
    }
}
