using Npgsql;

namespace Procedures.Storage.Postgres;

/// <summary>What several have asked of one desk, on its way.</summary>
internal interface IReadQuestion
{
    /// <summary>Asks, from the beginning when it has been asked before.</summary>
    void AddTo(NpgsqlBatch batch);

    /// <summary>A row of the answer has come.</summary>
    void Take(Row row);

    /// <summary>All rows have come: those who wait are told.</summary>
    void Answer();

    void Fail(Exception exception);
}
