namespace Procedures.Storage;

/// <summary>The store cannot be opened as things stand; the text says to an operator why and what to do.</summary>
public sealed class StoreRefusedException(Bilingual text, Exception? cause = null) : SpokenException(text, cause)
{
    /// <summary>A definition of the store is none that this program reads.</summary>
    public static StoreRefusedException Unreadable() => new((
        "A stored definition cannot be read.", "Une définition conservée est illisible."));

    /// <summary>The database was written by a newer program.</summary>
    public static StoreRefusedException TooNew(string database, long version, long newest) => new((
        $"The database {database} has schema version {version}; this program knows versions up to {newest}. "
            + "It was written by a newer program: start that one, or restore an older copy.",
        $"La base {database} a la version de schéma {version} ; ce programme connaît les versions jusqu'à {newest}. "
            + "Elle a été écrite par un programme plus récent : lancez celui-ci, ou rétablissez une copie plus ancienne."));
}
