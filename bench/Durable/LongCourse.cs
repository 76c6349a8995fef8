using System.Diagnostics;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Bench;

/// <summary>A procedure that asks for the same task again and again.</summary>
internal sealed class LongCourse
{
    private readonly Workshop _workshop;
    private string _task;
    private readonly string _id;

    private LongCourse(Workshop workshop, Procedure procedure) =>
        (_workshop, _id, _task) = (workshop, procedure.Id, procedure.Waits[0].Key!);

    public static async Task<LongCourse> OpenAsync(Workshop workshop) =>
        new(workshop, (await workshop.Conductor.OpenAsync("bench-endless", Workshop.Plain)).Step!.After);

    /// <summary>Takes steps one after the other.</summary>
    /// <returns>The milliseconds of each.</returns>
    public async Task<double[]> TakeAsync(int steps)
    {
        var times = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var step = await _workshop.Conductor.SendAsync(_id, new Stimulus.TaskReported(_task, Value.Of("done")));
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            _task = step.After.Waits[0].Key!;
        }
        return times;
    }
}
