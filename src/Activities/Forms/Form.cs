using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>What a task asks for besides its outcome: a list of fields.</summary>
public sealed record Form(ImmutableArray<FormField> Fields)
{
    /// <summary>A field that every form takes, asked for or not.</summary>
    public const string Remark = "remark";

    public static readonly Form Empty = new([]);

    // The list that a task is opened with is the one that its answer is checked by.
    private static readonly ConditionalWeakTable<Value.List, Form> ReadBefore = [];

    /// <summary>The form as written; kept with the wait so that pages and checks read the same.</summary>
    public Value.List Source { get; init; } = Value.List.Empty;

    /// <summary>
    /// Reads a list of fields: {name, type, label, labelFr, required, default, options, help, helpFr, …}.
    /// </summary>
    /// <param name="value">A list of maps, or its JSON text; nothing is the empty form.</param>
    /// <exception cref="FormSyntaxException">The text is no JSON list, or a field cannot be read.</exception>
    public static Form Parse(Value value) =>
        ReadBefore.GetValue(FormReader.Fields(value), Read);

    private static Form Read(Value.List source) => new(FormReader.Read(source)) { Source = source };

    /// <summary>What stands in the form before anybody has typed.</summary>
    public Value.Map Defaults => Fields.Where(f => !f.Default.IsNothing)
        .Aggregate(Value.Map.Empty, (map, f) => map.With(f.Name, f.Default));

    public FormField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The fields that are asked for an outcome, in order.</summary>
    public IEnumerable<FormField> For(string outcome) => Fields.Where(f => f.IsAskedFor(outcome));

    /// <summary>The answer with texts turned into what their fields hold, as far as they can be read.</summary>
    /// <remarks>Web forms send texts; programs send values. Both become the same answer.</remarks>
    public Value.Map Normalise(Value.Map answer) =>
        Fields.Where(f => answer.Has(f.Name))
            .Aggregate(answer, (map, field) => map.With(field.Name, FieldReading.Read(field, map[field.Name])));

    /// <summary>Everything that is wrong with a normalised answer; empty when it can be taken.</summary>
    public ImmutableArray<FieldProblem> Check(Value.Map answer, string outcome)
    {
        if (Fields.IsEmpty) return [];
        var problems = For(outcome).Select(f => FieldCheck.Problem(f, answer[f.Name])).OfType<FieldProblem>();
        var unknown = answer.Members.Select(m => m.Key).Where(name => name != Remark && Field(name) is null)
            .Select(name => new FieldProblem(name, (
                $"The form has no field “{name}”: leave it out.",
                $"Le formulaire n'a pas de champ « {name} » : ne le renseignez pas.")));
        return [.. problems.Concat(unknown)];
    }
}
