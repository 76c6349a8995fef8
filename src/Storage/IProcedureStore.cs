namespace Procedures.Storage;

/// <summary>Everything that outlives the program: procedures, what is due, letters, definitions, people.</summary>
/// <remarks>
/// Safe to use from several threads. A task that has completed is on the disk. Moments are handed in: no store reads
/// a clock. Moments are UTC whatever offset they are given in.
/// </remarks>
public interface IProcedureStore
    : IStepStore, IDueWork, IProcedureLists, ITaskLists, IJournalReader, ILetterBox, IDefinitionShelf, IDraftStore,
      IDirectory, IMandateRegister, ISettings, IRevisions, ITriggers, IAsyncDisposable;
