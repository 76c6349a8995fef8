using System.Collections.Immutable;
using Procedures.Execution;

namespace Procedures.Storage.Postgres;

/// <summary>A message as the inbox holds it, with its place among those that arrive together.</summary>
internal sealed record InboxRow(InboxMessage Message, int Place, string Dispatch)
{
    public static ImmutableArray<InboxRow> All(IEnumerable<InboxMessage> messages, ProcedureJson json) =>
        [.. messages.Select((message, place) => new InboxRow(message, place, json.Write(message.Dispatch)))];
}
