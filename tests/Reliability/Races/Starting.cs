namespace Procedures.Reliability.Races;

/// <summary>Lets many act at the same time, interleaved by a seed as far as the machine allows it.</summary>
internal static class Starting
{
    private const int MostYields = 40;

    /// <returns>What each act has given, in the order of the acts.</returns>
    public static async Task<T[]> AtOnceAsync<T>(Random chance, IEnumerable<Func<Task<T>>> acts)
    {
        var gun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = acts.ToArray();
        var (order, tasks) = (Enumerable.Range(0, all.Length).ToArray(), new Task<T>[all.Length]);
        chance.Shuffle(order);
        foreach (var i in order)
        {
            var yields = chance.Next(MostYields);
            tasks[i] = Task.Run(async () =>
            {
                await gun.Task;
                for (var y = 0; y < yields; y++) await Task.Yield();
                return await all[i]();
            });
        }
        gun.SetResult();
        return await Task.WhenAll(tasks);
    }
}
