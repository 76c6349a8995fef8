using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>A message as the inbox holds it.</summary>
internal sealed class InboxColumns(InboxMessage message, ProcedureJson json)
{
    public object Parameters { get; } = new
    {
        id = message.Id, origin = message.Origin, dispatch = json.Write(message.Dispatch),
        created_at = Texts.Of(message.CreatedAt),
    };
}
