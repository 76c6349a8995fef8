using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Play;

/// <summary>
/// The smallest activity that asks something of a body: enough for what a store and a conductor must do.
/// </summary>
public sealed class Ask : ActivityType
{
    private static readonly InputDeclaration Step = Text("Step", "P0.01");
    private static readonly InputDeclaration Title = Text("Title", "Task");
    private static readonly InputDeclaration Body = Text("Body", "CDH");
    private static readonly InputDeclaration Rule = Text("Rule", "");
    private static readonly InputDeclaration Profile = Text("Profile", "R14");
    private static readonly InputDeclaration Expiry = Text("Expiry", "Escalate");
    private static readonly InputDeclaration CopyTo = Text("CopyTo", "");
    private static readonly InputDeclaration Confidential = Truth("Confidential");
    private static readonly InputDeclaration Optional = Truth("Optional");
    private static readonly InputDeclaration Draws = Truth("Draws");

    public override ActivityDeclaration Declaration { get; } = new(
        "Play.Ask", ("Play", "Jeu"), ("Ask", "Demander"), ("Asks a body.", "Demande à un organe."))
    {
        Inputs = [Step, Title, Body, Rule, Profile, Expiry, CopyTo, Confidential, Optional, Draws],
    };

    public override void Start(Activation activation)
    {
        var (title, rule) = (activation.Text(Title), activation.Text(Rule));
        var copyTo = activation.Text(CopyTo);
        activation.Wait(new WaitRequest(WaitKind.Task)
        {
            Assignment = new Assignment(activation.Text(Step), (title, title + " (fr)"), activation.Text(Body))
            {
                Stage = ("Stage of " + title, "Étape de " + title), LegalSource = ("Rule 1", "Article 1"),
                CopyTo = copyTo.Length > 0 ? copyTo : null,
                IsConfidential = Plain.Truth(activation.Input(Confidential)),
                IsOptional = Plain.Truth(activation.Input(Optional)), NeedsSeed = Plain.Truth(activation.Input(Draws)),
                Outcomes = [new OutcomeChoice("Done", ("Done", "Fait"))],
            },
            Timetable = rule.Length == 0
                ? null
                : new Timetable(rule, activation.Text(Profile), Enum.Parse<OnExpiry>(activation.Text(Expiry))),
        });
    }

    public override void Resumed(Activation activation, Wait wait, Value payload)
    {
        if (activation.Answer is { Outcome: "Refused" })
            throw new AnswerRefused(new Bilingual("Not so.", "Pas ainsi."));
        if (activation.Answer?.Seed is { } seed)
            activation.Note("Noted", ($"Drawn with {seed}.", $"Tiré avec {seed}."));
        activation.Complete();
    }

    private static InputDeclaration Text(string name, string value) =>
        new(name, "String", (name, name), (name, name)) { Default = Value.Of(value) };

    private static InputDeclaration Truth(string name) =>
        new(name, "Boolean", (name, name), (name, name)) { Default = Value.False };
}
