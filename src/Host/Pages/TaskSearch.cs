using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>What the list of tasks is asked for, as it stands in the address.</summary>
public sealed record TaskSearch(string Text, string Body, string State, int PageNumber)
{
    public bool IsEmpty => Text.Length + Body.Length + State.Length == 0;

    public static TaskSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(), query["body"].ToString(), query["state"].ToString(),
        ProcedureSearch.NumberIn(query));

    public TaskFilter Filter => new()
    {
        Text = Text.Length > 0 ? Text : null,
        Bodies = Body.Length > 0 ? [Body] : [],
        State = State.Length > 0 ? State : null,
    };
}
