using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>What the list of procedures is asked for, as it stands in the address.</summary>
public sealed record ProcedureSearch(string Text, string Status, string State, string Definition, int PageNumber)
{
    /// <summary>The statuses by their words in the address.</summary>
    public static readonly IReadOnlyList<(string Word, ProcedureStatus Status)> Statuses =
    [
        ("under-way", ProcedureStatus.Suspended), ("interrupted", ProcedureStatus.Interrupted),
        ("completed", ProcedureStatus.Finished), ("discontinued", ProcedureStatus.Cancelled),
        ("stopped", ProcedureStatus.Faulted),
    ];

    public bool IsEmpty => Text.Length + Status.Length + State.Length + Definition.Length == 0;

    public static ProcedureSearch Read(IQueryCollection query) => new(
        query["q"].ToString().Trim(), query["status"].ToString(), query["state"].ToString(),
        query["definition"].ToString(), NumberIn(query));

    /// <summary>The page's number in an address; the first when there is none.</summary>
    public static int NumberIn(IQueryCollection query) =>
        int.TryParse(query["page"], out var number) && number is > 0 and < 1_000_000 ? number : 1;

    public ProcedureFilter Filter => new()
    {
        Text = Text.Length > 0 ? Text : null,
        Statuses = [.. Statuses.Where(s => s.Word == Status).Select(s => s.Status)],
        State = State.Length > 0 ? State : null,
        DefinitionIds = Definition.Length > 0 ? [Definition] : [],
        OnlyRoots = true,
    };

    public PageRequest Stretch => new((PageNumber - 1) * Paging.Size, Paging.Size);
}
