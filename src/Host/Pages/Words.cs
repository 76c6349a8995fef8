using Procedures.Execution;

namespace Procedures.Pages;

/// <summary>Texts that several pages show.</summary>
public static class Words
{
    public static readonly Bilingual Product = ("Procedures", "Procédures");
    public static readonly Bilingual Skip = ("Skip to the content", "Aller au contenu");
    public static readonly Bilingual Navigation = ("Main navigation", "Navigation principale");
    public static readonly Bilingual Files = ("Procedures", "Procédures");
    public static readonly Bilingual Tasks = ("Tasks", "Tâches");
    public static readonly Bilingual Definitions = ("Definitions", "Définitions");
    public static readonly Bilingual Letters = ("Letters", "Lettres");
    public static readonly Bilingual Mandates = ("Mandates", "Mandats");
    public static readonly Bilingual PartSessions = ("Part-sessions", "Parties de session");
    public static readonly Bilingual Contacts = ("Contacts", "Contacts");
    public static readonly Bilingual Open = ("Open a procedure", "Ouvrir une procédure");
    public static readonly Bilingual Error = ("Error: ", "Erreur : ");
    public static readonly Bilingual Colon = (": ", " : ");
    public static readonly Bilingual Problem = ("There is a problem", "Il y a un problème");
    public static readonly Bilingual Filter = ("Apply", "Appliquer");
    public static readonly Bilingual Clear = ("Show everything", "Tout afficher");
    public static readonly Bilingual All = ("All", "Tous");
    public static readonly Bilingual Back = ("Back", "Retour");
    public static readonly Bilingual Optional = ("(optional)", "(facultatif)");
    public static readonly Bilingual Provisional = ("provisional", "provisoire");
    public static readonly Bilingual Late = ("late", "en retard");
    public static readonly Bilingual Confidential = ("Confidential", "Confidentiel");
    public static readonly Bilingual ConfidentialStep = ("Confidential step", "Étape confidentielle");
    public static readonly Bilingual Practice = ("Practice", "Exercice");
    public static readonly Bilingual NoDeadline = ("no deadline", "sans échéance");
    public static readonly Bilingual Footer = (
        "Days and hours are those of Strasbourg (Europe/Paris). This host answers on this computer only.",
        "Les jours et les heures sont ceux de Strasbourg (Europe/Paris). Ce serveur ne répond que sur cet ordinateur.");

    public static Bilingual Of(ProcedureStatus status) => status switch
    {
        ProcedureStatus.Suspended => ("Under way", "En cours"),
        ProcedureStatus.Interrupted => ("Interrupted", "Interrompue"),
        ProcedureStatus.Finished => ("Completed", "Achevée"),
        ProcedureStatus.Cancelled => ("Discontinued", "Abandonnée"),
        _ => ("Stopped by an error", "Arrêtée par une erreur"),
    };

    /// <summary>Law, practice or our default: whose word a deadline is.</summary>
    public static Bilingual OfBasis(string basis) => basis switch
    {
        "Law" => ("By law", "Délai de droit"),
        "Practice" => ("By practice", "Délai d'usage"),
        "Default" => ("Our target", "Notre objectif"),
        _ => ("Deadline", "Échéance"),
    };
}
