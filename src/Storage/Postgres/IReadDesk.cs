namespace Procedures.Storage.Postgres;

/// <summary>A desk at which questions of one kind gather until the reading hand takes them along.</summary>
internal interface IReadDesk
{
    /// <summary>All that has been asked since the last time as one question, or null.</summary>
    IReadQuestion? TakeQuestion();
}
