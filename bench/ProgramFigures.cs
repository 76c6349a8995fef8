namespace Procedures.Bench;

/// <summary>The figures without PostgreSQL: the pure engine, SQLite, the host's start.</summary>
internal static class ProgramFigures
{
    /// <summary>The page of mandates alone.</summary>
    public static async IAsyncEnumerable<Figure> MandatesAsync(Subject subject, string root)
    {
        yield return await MandateFigures.PageAsync(subject, root, 1000);
    }

    public static async IAsyncEnumerable<Figure> MeasureAsync(Subject subject, string root, Action<string> say)
    {
        say("the engine");
        foreach (var figure in EngineFigures.Measure(subject)) yield return figure;
        say("the store");
        yield return await StoreFigures.ListAsync(subject, 100_000, Console.Error);
        yield return await MandateFigures.PageAsync(subject, root, 1000);
        say("the host");
        yield return await HostFigures.FirstPageAsync(root);
        say("Studio");
    }
}
