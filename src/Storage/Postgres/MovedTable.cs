namespace Procedures.Storage.Postgres;

/// <summary>A table that was copied, and how many rows it has on both sides.</summary>
public sealed record MovedTable(string Name, long Rows);
