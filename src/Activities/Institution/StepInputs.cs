using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;
using static Procedures.Activities.InputKinds;

namespace Procedures.Activities;

/// <summary>
/// The inputs that say which step this is, who acts and what is asked: declared and read in one place.
/// </summary>
/// <param name="body">The code of the body that acts when the definition names none.</param>
public sealed class StepInputs(string body)
{
    public InputDeclaration Step { get; } = Line("Step", ("Step", "Étape"),
        ("The step's code in the rules, such as P1.07. Its days become the dates of reference P1.07.opened and " +
            "P1.07.completed.",
         "Le code de l'étape dans les règles, par exemple P1.07. Ses jours deviennent les dates de référence " +
             "P1.07.opened et P1.07.completed."));
    public InputDeclaration Title { get; } = Line("Title", ("Title", "Titre (anglais)"),
        ("What is done, in English. {Name} stands for a variable, an input or a date of reference.",
         "Ce qui est fait, en anglais. {Nom} représente une variable, une entrée ou une date de référence."));
    public InputDeclaration TitleFr { get; } = Line("TitleFr", ("Title (French)", "Titre (français)"),
        ("The same in French.", "De même en français."));
    public InputDeclaration NeutralTitle { get; } = Line("NeutralTitle", ("Neutral title", "Titre neutre (anglais)"),
        ("For a confidential step: the title that letters and lists show instead.",
         "Pour une étape confidentielle : le titre que portent les lettres et les listes."));
    public InputDeclaration NeutralTitleFr { get; } = Line("NeutralTitleFr",
        ("Neutral title (French)", "Titre neutre (français)"), ("The same in French.", "De même en français."));
    public InputDeclaration Stage { get; } = Line("Stage", ("Stage", "Phase (anglais)"),
        ("The stage of the file to which the step belongs.", "La phase du dossier à laquelle l'étape appartient."));
    public InputDeclaration StageFr { get; } = Line("StageFr", ("Stage (French)", "Phase (français)"),
        ("The same in French.", "De même en français."));
    public InputDeclaration Body { get; } = Choose("Body", ("Body", "Organe"),
        ("Who acts. For a body that exists once per state, the state of the procedure is added.",
         "Qui agit. Pour un organe propre à chaque État, l'État de la procédure est ajouté."), Bodies.Choices, body);
    public InputDeclaration Instructions { get; } = Lines("Instructions", ("Instructions", "Consignes (anglais)"),
        ("What is asked, in English.", "Ce qui est demandé, en anglais."));
    public InputDeclaration InstructionsFr { get; } = Lines("InstructionsFr",
        ("Instructions (French)", "Consignes (français)"), ("The same in French.", "De même en français."));
    public InputDeclaration Documents { get; } = Tags("Documents", ("Documents", "Documents"),
        ("Documents that belong to the step.", "Documents qui appartiennent à l'étape."));
    public InputDeclaration DocumentsFr { get; } = Tags("DocumentsFr", ("Documents (French)", "Documents (français)"),
        ("The same in French, in the same order.", "De même en français, dans le même ordre."));
    public InputDeclaration LegalSource { get; } = Line("LegalSource", ("Legal source", "Base juridique"),
        ("The article that the step rests on.", "L'article sur lequel l'étape repose."));
    public InputDeclaration LegalSourceFr { get; } = Line("LegalSourceFr",
        ("Legal source (French)", "Base juridique (français)"), ("The same in French.", "De même en français."));
    public InputDeclaration Basis { get; } = Choose("Basis", ("Basis", "Fondement"),
        ("Who speaks: the law, practice, or only the default of this definition.",
         "Qui parle : le droit, la pratique, ou seulement le choix par défaut de cette définition."),
        [new("Law", ("Law",
            "Droit")), new("Practice", ("Practice", "Pratique")), new("Default", ("Default", "Choix par défaut"))],
        "Default");
    public InputDeclaration Deviation { get; } = Line("Deviation",
        ("Departs from the law", "Écart par rapport au droit (anglais)"),
        ("Only for a step of law that you change without a new rule set: why it differs, and the source. The page shows it.",
         "Seulement pour une étape de droit modifiée sans nouveau jeu de règles : pourquoi elle diffère, et la source. La " +
             "page l'affiche."));
    public InputDeclaration DeviationFr { get; } = Line("DeviationFr",
        ("Departs from the law (French)", "Écart par rapport au droit (français)"),
        ("The same in French.", "De même en français."));
    public InputDeclaration Confidential { get; } = Check("Confidential", ("Confidential", "Confidentiel"),
        ("Letters carry the neutral title, the day and a link, and nothing else.",
         "Les lettres portent le titre neutre, le jour et un lien, et rien d'autre."));

    /// <summary>In the order in which the designer shows them.</summary>
    public ImmutableArray<InputDeclaration> All =>
    [
        Step, Title, TitleFr, Stage, StageFr, Body, Instructions, InstructionsFr, Documents, DocumentsFr,
        LegalSource, LegalSourceFr, Basis, Deviation, DeviationFr, Confidential, NeutralTitle, NeutralTitleFr,
    ];

    /// <summary>Who must act and what is asked, as the inputs say now.</summary>
    public Assignment Assignment(Activation activation)
    {
        var confidential = Plain.Truth(activation.Input(Confidential));
        var title = Wording.Of(activation, Title, TitleFr);
        if (title.English.Length == 0) title = Bilingual.Same(activation.Node.DisplayText ?? StepOf(activation));
        return new Assignment(StepOf(activation), title, BodyOf(activation, activation.Text(Body)))
        {
            PublicTitle = confidential ? NeutralFor(activation) : null,
            Stage = Wording.Of(activation, Stage, StageFr),
            Instructions = Wording.Of(activation, Instructions, InstructionsFr),
            Documents = [.. Wording.List(activation, Documents, DocumentsFr)],
            LegalSource = Wording.Of(activation, LegalSource, LegalSourceFr),
            Basis = activation.Text(Basis),
            Deviation = Wording.Of(activation, Deviation, DeviationFr),
            IsConfidential = confidential,
        };
    }

    /// <summary>The step's code; the activity's name or id when it has none.</summary>
    public string StepOf(Activation activation) =>
        activation.Text(Step) is { Length: > 0 } code ? code : activation.Node.Name ?? activation.Node.Id;

    /// <summary>The body's code with the procedure's state where it needs one.</summary>
    public static string BodyOf(Activation activation, string body) =>
        activation.Institution.CodeFor(body, activation.ProcedureInputs["State"].AsText);

    // A title with fields could tell a candidate's name; without a neutral title it is replaced altogether.
    private Bilingual NeutralFor(Activation activation)
    {
        if (Wording.Of(activation, NeutralTitle, NeutralTitleFr) is { English.Length: > 0 } neutral) return neutral;
        var (title, french) = (activation.Text(Title), activation.Text(TitleFr));
        var telling = title.Contains('{', StringComparison.Ordinal) || french.Contains('{', StringComparison.Ordinal);
        return telling || title.Length == 0
            ? ("Confidential step", "Étape confidentielle")
            : (title, french.Length == 0 ? title : french);
    }
}
