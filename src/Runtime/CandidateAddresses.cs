using System.Collections.Immutable;
using System.Text.Json;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Where letters to the candidates of a file go.</summary>
/// <remarks>
/// These are addresses of private persons. They stand apart from the procedure: neither its state nor its journal, neither
/// exports nor what Studio shows know them. All procedures of one file, the children too, share them.
/// </remarks>
public sealed class CandidateAddresses(ISettings settings)
{
    /// <summary>The code of the candidates of a procedure taken together.</summary>
    public const string Body = "CAND";

    private const string VariableName = "Candidates";

    /// <summary>Every candidate who is known in the file of that procedure, by name.</summary>
    public async Task<ImmutableArray<Candidate>> OfAsync(string procedureId, CancellationToken cancel = default) =>
    [
        .. (await settings.DocumentsAsync(KindOf(procedureId), cancel))
            .Select(d => JsonSerializer.Deserialize<Candidate>(d.Value)!),
    ];

    /// <summary>Those who are written to now: of a procedure that lists its candidates, the listed ones.</summary>
    public async Task<ImmutableArray<Candidate>> WrittenToAsync(Procedure procedure, CancellationToken cancel = default)
    {
        var known = await OfAsync(procedure.Id, cancel);
        var listed = NamesIn(procedure);
        return listed.IsEmpty ? known
            : [.. listed.Select(name => known.FirstOrDefault(c => c.Name == name)
                ?? new Candidate(name, "", ContactLanguage.Both, "", default))];
    }

    /// <summary>Writes a candidate's address down; a name says which.</summary>
    public Task SaveAsync(string procedureId, Candidate candidate, CancellationToken cancel = default) =>
        settings.SaveDocumentAsync(
            KindOf(procedureId), candidate.Name, JsonSerializer.Serialize(candidate), cancel);

    /// <summary>The candidate is no longer known in the file: no letter goes there.</summary>
    public Task<bool> ForgetAsync(string procedureId, string name, CancellationToken cancel = default) =>
        settings.DeleteDocumentAsync(KindOf(procedureId), name, cancel);

    /// <summary>Takes in what a form says: a name that is new, an address that is given. None is taken away.</summary>
    public async Task TakeInAsync(
        string procedureId, IReadOnlyCollection<Candidate> given, CancellationToken cancel = default)
    {
        if (given.Count == 0) return;
        var known = (await OfAsync(procedureId, cancel)).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in given.Where(c => c.Address.Length > 0 || !known.Contains(c.Name)))
            await SaveAsync(procedureId, candidate, cancel);
    }

    /// <summary>The names on the list of candidates as the procedure keeps it now; none when it keeps no list.</summary>
    public static ImmutableArray<string> NamesIn(Procedure procedure) =>
    [
        .. procedure.Activations.SelectMany(a => a.Variables.Members)
            .Where(v => v.Key == VariableName || v.Key == "v-" + VariableName).SelectMany(v => Plain.Items(v.Value))
            .Concat(Plain.Items(procedure.Inputs[VariableName]))
            .Select(c => Plain.Text(c is Value.Map map ? map["name"] : c).Trim()).Where(n => n.Length > 0).Distinct(),
    ];

    private static string KindOf(string procedureId) => $"candidates/{ProcedureTree.RootOf(procedureId)}";
}
