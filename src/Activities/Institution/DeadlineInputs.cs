using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Deadlines;
using Procedures.Execution;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// The inputs that say until when a step may last, who is reminded and what happens when the day passes.
/// </summary>
/// <param name="reminders">The reminder profile when the definition names none.</param>
public sealed class DeadlineInputs(string reminders)
{
    public InputDeclaration Deadline { get; } = Line("Deadline", ("Deadline", "Échéance"),
        ("The rule by which the last day is found, such as “nlt EO - 12 mo”. Empty: no deadline.",
         "La règle qui donne le dernier jour, par exemple « nlt EO - 12 mo ». Vide : pas d'échéance."));
    public InputDeclaration Reminders { get; } = Choose("Reminders", ("Reminders", "Rappels"),
        ("On which days before and after the last day the body is reminded.",
         "Les jours, avant et après l'échéance, où l'organe reçoit un rappel."),
        [.. ReminderProfile.All.Select(p => new Choice(p.Name, DeadlineTexts.Of(p)))], reminders);
    public InputDeclaration OnExpiry { get; } = Choose("OnExpiry", ("When the day passes", "Si l'échéance passe"),
        ("What happens when the last day passes without an answer.",
         "Ce qui se passe si l'échéance passe sans réponse."),
        [.. Enum.GetValues<OnExpiry>().Select(e => new Choice(e.ToString(), DeadlineTexts.Of(e)))], "Escalate");
    public InputDeclaration EscalateTo { get; } = Choose("EscalateTo", ("Escalate to", "Signaler à"),
        ("Who is told when the last day has passed.", "Qui est informé quand l'échéance est passée."),
        [new Choice("", ("(nobody named)", "(personne)")), .. Bodies.Choices], "");
    public InputDeclaration CopyTo { get; } = Choose("CopyTo", ("Copy to", "Copie à"),
        ("The secretariat that receives a copy of every letter of the step.",
         "Le secrétariat qui reçoit copie de chaque lettre de l'étape."),
        [new Choice("", ("(nobody)", "(personne)")), .. Bodies.Choices], "");

    public ImmutableArray<InputDeclaration> All => [Deadline, Reminders, OnExpiry, EscalateTo, CopyTo];

    /// <summary>Until when, as the inputs say now; null when there is no deadline.</summary>
    /// <exception cref="ActivityFault">The rule or a choice cannot be read.</exception>
    public Timetable? Timetable(Activation activation)
    {
        var rule = Wording.Fill(activation, activation.Text(Deadline), Language.English).Trim();
        if (rule.Length == 0) return null;
        var profile = activation.Text(Reminders);
        if (ReminderProfile.Find(profile) is null)
            throw new ActivityFault((
                $"Reminders: there is no profile “{profile}”.",
                $"Reminders : il n'y a pas de profil « {profile} »."));
        if (!Enum.TryParse<OnExpiry>(activation.Text(OnExpiry), ignoreCase: true, out var onExpiry))
            throw new ActivityFault((
                $"OnExpiry: “{activation.Text(OnExpiry)}” is none of Escalate, Block, Branch, Lapse, Note.",
                $"OnExpiry : « {activation.Text(OnExpiry)} » n'est pas l'un de Escalate, Block, Branch, Lapse, Note."));
        try
        {
            Rule.Parse(rule);
        }
        catch (RuleSyntaxException error)
        {
            throw new ActivityFault((
                $"Deadline “{rule}”, column {error.Column}: {error.Text.English}",
                $"Échéance « {rule} », colonne {error.Column} : {error.Text.French}"), error);
        }
        return new Timetable(rule, profile, onExpiry) { EscalateTo = BodyOrNull(activation, EscalateTo) };
    }

    /// <summary>Who receives copies, or null.</summary>
    public string? Copy(Activation activation) => BodyOrNull(activation, CopyTo);

    private static string? BodyOrNull(Activation activation, InputDeclaration input) =>
        activation.Text(input) is { Length: > 0 } body ? StepInputs.BodyOf(activation, body) : null;
}
