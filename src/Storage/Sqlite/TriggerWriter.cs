using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Procedures.Storage.Sqlite;

/// <summary>Writes the starts of a definition into the transaction that is open.</summary>
internal static class TriggerWriter
{
    public static void Set(
        SqliteConnection connection, string definitionId, string versionId, ImmutableArray<StartTrigger> triggers)
    {
        connection.Run("triggers.keep_only", new
        {
            definition_id = definitionId,
            activities = JsonSerializer.Serialize(triggers.Select(t => t.ActivityId)),
        });
        foreach (var trigger in triggers)
            connection.Run("triggers.put", new
            {
                definition_id = definitionId, activity_id = trigger.ActivityId, version_id = versionId,
                schedule = trigger.Schedule, due_at = Texts.Of(trigger.DueAt),
            });
    }

    /// <returns>False when somebody else has dealt with that moment.</returns>
    public static bool MoveOn(SqliteConnection connection, TriggerStart start) =>
        connection.Run("triggers.move_on", new
        {
            definition_id = start.Trigger.DefinitionId, activity_id = start.Trigger.ActivityId,
            version_id = start.Trigger.VersionId, due_at = Texts.Of(start.Trigger.DueAt), next = Texts.Of(start.Next),
        }) == 1;
}
