using Procedures.Deadlines;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures;

/// <summary>Carries one sample procedure from its opening to today, as its rehearsal went.</summary>
internal sealed class SampleCourse(IProcedureStore store, Conductor conductor, Postman postman, SampleClock time)
{
    private static readonly TimeOnly OfficeHour = new(10, 0);
    private const string Clerk = "Anna Alder";

    public async Task RunAsync(
        Definition definition, Value.Map inputs, RehearsedYear year, DateTimeOffset now, CancellationToken cancel)
    {
        var opening = await conductor.OpenAsync(
            definition, new OpeningRequest(inputs, Clerk) { CorrelationId = SampleProcedures.Mark }, cancel);
        if (opening.ProcedureId is not { } id) return;
        await postman.DoPendingAsync(cancel);
        foreach (var task in year.Tasks.Where(t => t.Outcome is not null).OrderBy(t => t.EndedOn))
        {
            await WaitUntilAsync(ParisTime.At(task.EndedOn!.Value, OfficeHour), cancel);
            // The rehearsal calls its procedure 1 and its children 1.1, 1.2 …
            await AnswerAsync(id + task.ProcedureId[1..], task, cancel);
        }
        await WaitUntilAsync(now, cancel);
    }

    private async Task AnswerAsync(string procedureId, RehearsedTask task, CancellationToken cancel)
    {
        if (await store.FindTaskAsync(procedureId, task.Wait.Id, cancel) is not { ClosedAt: null }) return;
        await conductor.SendAsync(
            procedureId,
            new Stimulus.TaskCompleted(task.Wait.Id, task.Outcome!, task.Answer)
            {
                Actor = Clerk, Seed = task.Wait.Assignment!.NeedsSeed ? 42 : null,
            },
            cancel);
        await postman.DoPendingAsync(cancel);
    }

    private async Task WaitUntilAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        while (await store.NextMomentAsync(cancel) is { } next && next <= moment)
        {
            if (next > time.Now) time.Now = next;
            if (await conductor.DoDueWorkAsync(100, cancel) == 0) break;
            await postman.DoPendingAsync(cancel);
        }
        if (moment > time.Now) time.Now = moment;
    }
}
