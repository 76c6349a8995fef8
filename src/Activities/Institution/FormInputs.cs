using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Forms;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>The inputs that say what is asked besides the outcome and where the answer goes.</summary>
public sealed class FormInputs
{
    public InputDeclaration Form { get; } = Json("Form", ("Form", "Formulaire"),
        ("The fields: a list of {name, type, label, labelFr, required, default, options, help, helpFr, min, max, " +
             "minItems, maxItems, when}.",
         "Les champs : une liste de {name, type, label, labelFr, required, default, options, help, helpFr, min, max, " +
             "minItems, maxItems, when}."));
    public InputDeclaration Keep { get; } = Pairs("Keep", ("Keep in variables", "Conserver dans des variables"),
        ("Which field of the answer goes into which variable.", "Quel champ de la réponse va dans quelle variable."));

    public ImmutableArray<InputDeclaration> All => [Form, Keep];

    /// <summary>The form that the definition gives, after the fields that the activity itself asks for.</summary>
    /// <exception cref="ActivityFault">The form cannot be read.</exception>
    public Form Read(Activation activation, params ReadOnlySpan<Value> own)
    {
        try
        {
            var form = Forms.Form.Parse(activation.Input(Form));
            return own.IsEmpty ? form : Forms.Form.Parse(new Value.List([.. own, .. form.Source.Items]));
        }
        catch (FormSyntaxException error)
        {
            throw new ActivityFault(error.Text, error);
        }
    }

    /// <summary>
    /// Which field goes into which variable; both must exist, and that is checked before anybody is asked.
    /// </summary>
    /// <exception cref="ActivityFault">There is no such field or no such variable.</exception>
    public Value.Map ReadKeep(Activation activation, Form form)
    {
        var keep = Structure.Map(activation, Keep);
        foreach (var (field, target) in keep.Members)
        {
            if (form.Field(field) is null && field != Forms.Form.Remark)
                throw new ActivityFault((
                $"Keep: the form has no field “{field}”.",
                $"Keep : le formulaire n'a pas de champ « {field} »."));
            var name = Plain.Text(target);
            if (!activation.SetVariable(name, activation.Variable(name)))
                throw new ActivityFault((
                $"Keep: there is no variable “{name}”.",
                $"Keep : il n'y a pas de variable « {name} »."));
        }
        return keep;
    }
}
