using Procedures.Execution;

namespace Procedures.Storage;

/// <summary>What lists show of a procedure beside what the procedure itself says.</summary>
internal sealed class ListColumns
{
    public ListColumns(Procedure procedure)
    {
        var asked = procedure.Waits.Where(w => w.Assignment is { IsOptional: false }).ToArray();
        var nearest = asked.OrderBy(w => w.Timetable?.LastDay ?? DateOnly.MaxValue).ThenBy(w => w.Id).FirstOrDefault();
        NextDeadline = nearest?.Timetable?.LastDay;
        var awaited = nearest is null ? procedure.Waits.Select(AwaitedAct.Of).FirstOrDefault(a => a is not null) : null;
        WaitingFor = nearest?.Assignment?.Body ?? awaited?.Body;
        WaitingTitle = nearest?.Assignment?.OpenTitle() ?? awaited?.Title ?? Bilingual.Empty;
        Stage = asked.LastOrDefault(w => w.Assignment!.Stage != Bilingual.Empty)?.Assignment!.Stage ?? Bilingual.Empty;
        OpenTasks = asked.Length;
        State = StateOf(procedure);
        EndedAt = procedure.IsOver ? procedure.ChangedAt : null;
        Search = SearchText.Fold(procedure.Id, procedure.Title.English, procedure.Title.French, procedure.Name, State,
            procedure.CorrelationId);
    }

    public DateOnly? NextDeadline { get; }
    public string? WaitingFor { get; }

    /// <summary>Neutral when the task is confidential.</summary>
    public Bilingual WaitingTitle { get; }

    /// <summary>Empty when no task names one; then the stage of before stays.</summary>
    public Bilingual Stage { get; }
    public int OpenTasks { get; }
    public string? State { get; }
    public DateTimeOffset? EndedAt { get; }
    public string Search { get; }

    /// <param name="before">Null: there was nothing before.</param>
    public bool AsksTheSameAs(ListColumns? before) => before is null ? Asked is null : Asked == before.Asked;

    private (DateOnly?, string?, Bilingual, int)? Asked =>
        OpenTasks == 0 || EndedAt is not null ? null : (NextDeadline, WaitingFor, WaitingTitle, OpenTasks);

    /// <summary>The state party: the input State, however it is capitalised.</summary>
    private static string? StateOf(Procedure procedure) => procedure.Inputs.Members
        .FirstOrDefault(m => m.Key.Equals("State", StringComparison.OrdinalIgnoreCase)).Value?.AsText;
}
