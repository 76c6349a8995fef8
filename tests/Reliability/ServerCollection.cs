namespace Procedures.Reliability;

/// <summary>Tests that share one PostgreSQL take turns: some of them end it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServerCollection
{
    public const string Name = "PostgreSQL";
}
