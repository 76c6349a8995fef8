using Procedures.Deadlines;
using Procedures.Letters;

namespace Procedures.Pages;

/// <summary>An invented step with which templates are tried out.</summary>
internal static class TemplateSample
{
    private static readonly Uri Link = new("https://procedures.example.org/procedures/example/tasks/7");
    private static readonly Uri ReplyLink = new("https://procedures.example.org/reply/example");

    public static LetterFields In(Language language)
    {
        string T(string english, string french) => new Bilingual(english, french).In(language);
        var item = LetterFields.Empty.WithLink(Link).With(LetterField.Source, T("Rules, § 5", "Règles, § 5"))
            .With(LetterField.Subject, T(
                "[Example] Reminder: Submission of the list is due on Thursday 1 October 2026 (14 days left)",
                "[Exemple] Rappel : Dépôt de la liste, échéance le jeudi 1er octobre 2026 (dans 14 jours)"));
        return LetterFields.Empty
            .With(LetterField.Procedure, T("Example: election of a judge", "Exemple : élection d'un juge"))
            .With(LetterField.Step, T("Submission of the list", "Dépôt de la liste"))
            .With(LetterField.Meeting, T("Meeting of the committee", "Réunion de la commission"))
            .With(LetterField.State, T("Estonia", "Estonie"))
            .With(LetterField.Actor, T("Government (Estonia)", "Gouvernement (Estonie)"))
            .With(LetterField.Owner, T("Secretary General of the Assembly", "Secrétaire Général(e) de l'Assemblée"))
            .With(LetterField.Date, DateText.Long(new DateOnly(2026, 10, 1), language))
            .With(LetterField.DayFixed, true)
            .With(LetterField.OldDate, DateText.Long(new DateOnly(2026, 9, 1), language))
            .With(LetterField.Days, 14).With(LetterField.Round, 2).With(LetterField.Place, "Strasbourg")
            .With(LetterField.Explanation, T(
                "Three months before the part-session opens.",
                "Trois mois avant l'ouverture de la partie de session."))
            .With(LetterField.Source, T("Rules, § 5", "Règles, § 5"))
            .With(LetterField.OnExpiry, T(
                "The responsible body is told; the step stays open.",
                "L'organe responsable en est informé ; l'étape reste ouverte."))
            .With(LetterField.Instructions, T(
                "Send three names with their curricula vitae.",
                "Envoyez trois noms avec leurs curriculums vitæ."))
            .With(LetterField.Reason, T("The part-session was moved.", "La partie de session a été déplacée."))
            .With(LetterField.Outcomes, [T("List sent", "Liste envoyée"), T("No list", "Pas de liste")])
            .With(LetterField.Documents, [T("Model curriculum vitae", "Modèle de curriculum vitæ")])
            .With(LetterField.Result, T("A. Alder is elected.", "A. Alder est élue."))
            .With(LetterField.Subject, T("Invitation to submit a list", "Invitation à présenter une liste"))
            .With(LetterField.Count, 2).With([item, item.WithReplyLink(ReplyLink)])
            .WithLink(Link).WithReplyLink(ReplyLink)
            .WithBody(T(
                "Your Government is invited to submit a list.",
                    "Votre Gouvernement est invité à présenter une liste."));
    }
}
