using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>Writes a letter whose words stand in the definition, and goes on.</summary>
public sealed class LetterActivity : ActivityType
{
    private static readonly InputDeclaration To = Tags("To", ("To", "À"),
        ("The codes of the bodies that are written to.", "Les codes des organes destinataires."));
    private static readonly InputDeclaration CopyTo = Choose("CopyTo", ("Copy to", "Copie à"),
        ("Who receives a copy.",
         "Qui en reçoit copie."), [new Choice("", ("(nobody)", "(personne)")), .. Bodies.Choices], "");
    private static readonly InputDeclaration Subject = Line("Subject", ("Subject", "Objet (anglais)"),
        ("{Name} stands for a variable, an input or a date of reference.",
         "{Nom} représente une variable, une entrée ou une date de référence."));
    private static readonly InputDeclaration SubjectFr = Line("SubjectFr", ("Subject (French)", "Objet (français)"),
        ("The same in French.", "De même en français."));
    private static readonly InputDeclaration Text = Lines("Text", ("Text", "Texte (anglais)"),
        ("The body of the letter, in Markdown.", "Le corps de la lettre, en Markdown."));
    private static readonly InputDeclaration TextFr = Lines("TextFr", ("Text (French)", "Texte (français)"),
        ("The same in French.", "De même en français."));
    private static readonly InputDeclaration LegalSource = Line("LegalSource", ("Legal source", "Base juridique"),
        ("The article that the letter rests on.", "L'article sur lequel la lettre repose."));
    private static readonly InputDeclaration LegalSourceFr = Line("LegalSourceFr",
        ("Legal source (French)", "Base juridique (français)"), ("The same in French.", "De même en français."));
    private static readonly InputDeclaration Kind = Choose("Kind", ("Kind", "Genre"),
        ("An ordinary letter, or the announcement of a result.", "Une lettre ordinaire, ou l'annonce d'un résultat."),
        [new("Letter", ("Letter",
            "Lettre")), new("Result", ("Result of a ballot", "Résultat d'un scrutin"))], "Letter");
    private static readonly InputDeclaration Ballot = Whole("Ballot", ("Ballot number", "Numéro du tour"),
        ("For the result of a ballot: which one, 1 for the first.",
         "Pour le résultat d'un scrutin : lequel, 1 pour le premier tour."), 1);
    private static readonly InputDeclaration Confidential = Check("Confidential", ("Confidential", "Confidentiel"),
        ("The letter carries the neutral subject and no text; the addressee reads it after signing in.",
         "La lettre porte l'objet neutre et aucun texte ; le destinataire la lit après connexion."));
    private static readonly InputDeclaration NeutralSubject = Line("NeutralSubject",
        ("Neutral subject", "Objet neutre (anglais)"),
        ("What a confidential letter shows as its subject.", "Ce qu'une lettre confidentielle porte comme objet."));
    private static readonly InputDeclaration NeutralSubjectFr = Line("NeutralSubjectFr",
        ("Neutral subject (French)", "Objet neutre (français)"), ("The same in French.", "De même en français."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Procedures.Letter", Drawers.Steps, ("Letter", "Lettre"),
        ("Writes to bodies and goes on at once.", "Écrit à des organes et continue aussitôt."))
    {
        Inputs =
        [
            To, CopyTo, Subject, SubjectFr, Text, TextFr, Kind, Ballot, LegalSource, LegalSourceFr, Confidential,
            NeutralSubject, NeutralSubjectFr,
        ],
    };

    public override void Start(Activation activation)
    {
        var addressees = Addressees(activation, To);
        if (addressees.Count == 0) throw new ActivityFault((
                "To: the letter has no addressee.",
                "To : la lettre n'a pas de destinataire."));
        var confidential = Plain.Truth(activation.Input(Confidential));
        var subject = confidential ? Neutral(activation) : Wording.Of(activation, Subject, SubjectFr);
        var kind = activation.Text(Kind) == "Result" ? LetterKind.Result : LetterKind.Letter;
        var copy = activation.Text(CopyTo) is { Length: > 0 } body ? StepInputs.BodyOf(activation, body) : null;
        foreach (var to in addressees)
            activation.Send(new Letter(kind, $"letter-{activation.Id}", to)
            {
                CopyTo = copy, Subject = subject, StepTitle = subject,
                LegalSource = Wording.Of(activation, LegalSource, LegalSourceFr),
                Body = confidential ? Bilingual.Empty : Wording.Of(activation, Text, TextFr),
                IsConfidential = confidential,
                Round = kind == LetterKind.Result ? Round(activation) : null,
            });
        activation.Note(Journal.JournalEvent.LetterWritten, Sentence(activation, subject, addressees));
        activation.Complete();
    }

    /// <summary>The bodies that a list input names, with the state where they need one, each once.</summary>
    internal static IReadOnlyList<string> Addressees(Activation activation, InputDeclaration input) =>
    [
        .. Plain.Items(activation.Input(input)).Select(Plain.Text).Where(b => b.Length > 0)
            .Select(b => StepInputs.BodyOf(activation, b)).Distinct(),
    ];

    private static int Round(Activation activation) =>
        Plain.Number(activation.Input(Ballot)) is { } number && number >= 1 && number == Math.Floor(number)
            ? (int)number
            : throw new ActivityFault((
                $"Ballot: {Plain.Text(activation.Input(Ballot))} is no number of a ballot.",
                $"Ballot : {Plain.Text(activation.Input(Ballot))} n'est pas un numéro de tour."));

    private static Bilingual Neutral(Activation activation) =>
        Wording.Of(activation, NeutralSubject, NeutralSubjectFr) is { English.Length: > 0 } neutral
            ? neutral : ("Letter concerning the procedure", "Lettre relative à la procédure");

    private static Bilingual Sentence(Activation activation, Bilingual subject, IReadOnlyList<string> addressees)
    {
        var names = addressees.Select(activation.Institution.NameOf).ToArray();
        return ($"Letter “{subject.English}” to {string.Join(", ", names.Select(n => n.English))}.",
            $"Lettre « {subject.French} » à {string.Join(", ", names.Select(n => n.French))}.");
    }
}
