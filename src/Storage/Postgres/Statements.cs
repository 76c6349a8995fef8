namespace Procedures.Storage.Postgres;

/// <summary>PostgreSQL's statements, by file and name: "steps.load".</summary>
internal static class Statements
{
    private static readonly SqlTexts All = new("postgres/statements/");

    /// <exception cref="InvalidOperationException">There is no such statement.</exception>
    public static string Of(string name) => All.Of(name);
}
