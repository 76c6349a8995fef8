using Microsoft.Data.Sqlite;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Storage.Sqlite;

/// <summary>Whether a procedure may be opened beside those that run; asked in the transaction that opens it.</summary>
internal static class ActivationCheck
{
    public static bool Allows(SqliteConnection connection, StepCommit commit)
    {
        if (commit.Stimulus is not Stimulus.Opened { AsActivity: false } opened) return true;
        var after = commit.Step.After;
        var statement = after.Definition.Activation switch
        {
            ActivationStrategy.Singleton => "steps.running_of_definition",
            ActivationStrategy.CorrelatedSingleton => "steps.running_of_definition_and_correlation",
            ActivationStrategy.Correlation => "steps.running_of_correlation",
            _ => null,
        };
        // As in Elsa the id that the opening was asked for counts, and none at all sets no limit to what is looked for.
        return statement is null || connection.Scalar<string>(statement, new
        {
            id = after.Id, definition_id = after.Definition.DefinitionId, correlation_id = opened.CorrelationId,
        }) is null;
    }
}
