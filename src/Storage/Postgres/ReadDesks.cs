using Npgsql;
using Procedures.Storage.Rows;

namespace Procedures.Storage.Postgres;

/// <summary>What nearly every step asks for: steps that are taken at the same time ask together.</summary>
internal sealed class ReadDesks
{
    public ReadDesks(NpgsqlDataSource source)
    {
        var hand = new ReadHand(source);
        Documents = hand.Desk<string, KeyValuePair<string, string>>("directory.documents_of", kinds => new { kinds },
            row => (row.Text("kind"), KeyValuePair.Create(row.Text("document_key"), row.Text("document"))), kind => kind);
        Published = hand.Desk<string, (DefinitionRow, string)>("shelf.published_of",
            definitions => new { definition_ids = definitions },
            row => (row.Text("definition_id"), (ShelfReader.ReadRow(row), row.Text("written"))), id => id);
        Reports = hand.Desk<string, OpenWait>("waits.reports_for", keys => new { keys },
            row => (row.Text("wait_key"), new OpenWait(row.Text("procedure"), row.Int("wait"))), key => key);
        States = hand.Desk<StateKey, (string, string?)>("steps.load_all",
            keys => new
            {
                ids = Array.ConvertAll(keys, key => key.ProcedureId), steps = Array.ConvertAll(keys, key => key.Step),
                heads = Array.ConvertAll(keys, key => key.Head),
            },
            row => (new(row.Text("id"), row.Int("known_step"), row.Text("known_head")),
                (row.Text("definition_hash"), row.TextOrNull("document"))), key => key.ProcedureId);
    }

    /// <summary>By kind: keys and documents.</summary>
    public ReadDesk<string, KeyValuePair<string, string>> Documents { get; }

    /// <summary>By definition id: what is published, with the mark of the transaction that has written its text.</summary>
    public ReadDesk<string, (DefinitionRow Row, string Written)> Published { get; }

    /// <summary>Waits for the report of an outside task, by its id.</summary>
    public ReadDesk<string, OpenWait> Reports { get; }

    /// <summary>The content hash of a procedure's definition, and its state unless it is the one that is known.</summary>
    public ReadDesk<StateKey, (string DefinitionHash, string? Document)> States { get; }

    /// <summary>A procedure with what the host knows of it: number of the step and head of the journal.</summary>
    internal readonly record struct StateKey(string ProcedureId, int Step, string Head);
}
