using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

/// <summary>The sentence under "Why this date?", word for word.</summary>
public class ExplanationTests
{
    private static readonly Anchors June2019 = Anchors.Empty
        .With("E", Part(2019, 3), ("electing part-session", "partie de session de l'élection"))
        .With("EO", Day("2019-06-24"), ("opening of the electing part-session",
            "ouverture de la partie de session de l'élection"))
        .With("L", Day("2019-02-25"), ("date of the list", "date de la liste"))
        .With("P1.04.completed", Day("2026-04-28"))
        .With("M", Day("2026-08-31"))
        .With("TS", Day("2019-10-01"));

    [Theory]
    [InlineData("nlt EO - 12 mo",
        "Not later than 12 calendar months before Monday 24 June 2019 (EO, opening of the electing part-session): "
        + "Sunday 24 June 2018, that day included; it falls on a weekend and is not moved.",
        "Au plus tard 12 mois calendaires avant le lundi 24 juin 2019 (EO, ouverture de la partie de session de "
        + "l'élection) : le dimanche 24 juin 2018, ce jour compris ; cette date tombe un week-end et n'est pas "
        + "reportée.")]
    [InlineData("nlt L",
        "Not later than Monday 25 February 2019 (L, date of the list), that day included.",
        "Au plus tard le lundi 25 février 2019 (L, date de la liste), ce jour compris.")]
    [InlineData("before L",
        "Before Monday 25 February 2019 (L, date of the list): the last day in time is Sunday 24 February 2019; "
        + "it falls on a weekend and is not moved.",
        "Avant le lundi 25 février 2019 (L, date de la liste) : le dernier jour utile est le dimanche 24 février 2019 "
        + "; cette date tombe un week-end et n'est pas reportée.")]
    [InlineData("before EO - 1 w",
        "Before the day 1 week before Monday 24 June 2019 (EO, opening of the electing part-session), "
        + "Monday 17 June 2019: the last day in time is Sunday 16 June 2019; it falls on a weekend and is not moved.",
        "Avant le jour situé 1 semaine avant le lundi 24 juin 2019 (EO, ouverture de la partie de session de "
        + "l'élection), le lundi 17 juin 2019 : le dernier jour utile est le dimanche 16 juin 2019 ; cette date tombe "
        + "un week-end et n'est pas reportée.")]
    [InlineData("nbf 2026-09-30 + 1 d",
        "Not before the day 1 calendar day after Wednesday 30 September 2026: Thursday 1 October 2026, "
        + "that day included.",
        "Pas avant le jour situé 1 jour calendaire après le mercredi 30 septembre 2026 : le jeudi 1er octobre 2026, "
        + "ce jour compris.")]
    [InlineData("on L + 30 d",
        "On the day 30 calendar days after Monday 25 February 2019 (L, date of the list): Wednesday 27 March 2019.",
        "Le jour situé 30 jours calendaires après le lundi 25 février 2019 (L, date de la liste) : "
        + "le mercredi 27 mars 2019.")]
    [InlineData("L",
        "On Monday 25 February 2019 (L, date of the list).",
        "Le lundi 25 février 2019 (L, date de la liste).")]
    [InlineData("within 4 w of P1.04.completed",
        "Within 4 weeks of Tuesday 28 April 2026 (P1.04.completed): Tuesday 26 May 2026, that day included.",
        "Dans un délai de 4 semaines après le mardi 28 avril 2026 (P1.04.completed) : le mardi 26 mai 2026, "
        + "ce jour compris.")]
    [InlineData("within 4 wd of P1.04.completed",
        "Within 4 working days of Tuesday 28 April 2026 (P1.04.completed): Tuesday 5 May 2026, that day included; "
        + "weekends and 1 holiday (Friday 1 May 2026) are left out.",
        "Dans un délai de 4 jours ouvrables après le mardi 28 avril 2026 (P1.04.completed) : le mardi 5 mai 2026, "
        + "ce jour compris ; week-ends et 1 jour férié (vendredi 1er mai 2026) non comptés.")]
    [InlineData("EO - 3 w … EO - 7 d",
        "Opens on the day 3 weeks before Monday 24 June 2019 (EO, opening of the electing part-session): "
        + "Monday 3 June 2019; due not later than 7 calendar days before Monday 24 June 2019 (EO, opening of the "
        + "electing part-session): Monday 17 June 2019, that day included.",
        "Ouverture le jour situé 3 semaines avant le lundi 24 juin 2019 (EO, ouverture de la partie de session de "
        + "l'élection) : le lundi 3 juin 2019 ; échéance au plus tard 7 jours calendaires avant le lundi 24 juin 2019 "
        + "(EO, ouverture de la partie de session de l'élection) : le lundi 17 juin 2019, ce jour compris.")]
    [InlineData("in E",
        "During the third part-session of 2019 (E, electing part-session): from Monday 24 June 2019 to "
        + "Friday 28 June 2019, both days included.",
        "Pendant la troisième partie de session de 2019 (E, partie de session de l'élection) : du lundi 24 juin 2019 "
        + "au vendredi 28 juin 2019, ces deux jours compris.")]
    [InlineData("in month 2026-09",
        "In September 2026: from Tuesday 1 September 2026 to Wednesday 30 September 2026, both days included.",
        "En septembre 2026 : du mardi 1er septembre 2026 au mercredi 30 septembre 2026, ces deux jours compris.")]
    [InlineData("nlt open(E) - 3 d",
        "Not later than 3 calendar days before Monday 24 June 2019 (opening of E, the third part-session of 2019): "
        + "Friday 21 June 2019, that day included.",
        "Au plus tard 3 jours calendaires avant le lundi 24 juin 2019 (ouverture de E, la troisième partie de session "
        + "de 2019) : le vendredi 21 juin 2019, ce jour compris.")]
    [InlineData("nlt date(year(TS), 1, 10)",
        "Not later than Thursday 10 January 2019 (the year of TS), that day included.",
        "Au plus tard le jeudi 10 janvier 2019 (l'année de TS), ce jour compris.")]
    [InlineData("nlt M - 6 mo",
        "Not later than 6 calendar months before Monday 31 August 2026 (M): Saturday 28 February 2026, that day "
        + "included; February 2026 has no day 31, so its last day is taken; it falls on a weekend and is not moved.",
        "Au plus tard 6 mois calendaires avant le lundi 31 août 2026 (M) : le samedi 28 février 2026, ce jour "
        + "compris ; février 2026 n'a pas de jour 31, son dernier jour est retenu ; cette date tombe un week-end et "
        + "n'est pas reportée.")]
    [InlineData("in part(2026,4)",
        "During the fourth part-session of 2026: from Monday 28 September 2026 to Friday 2 October 2026, both days "
        + "included; provisional, because the dates of the fourth part-session of 2026 are to be confirmed.",
        "Pendant la quatrième partie de session de 2026 : du lundi 28 septembre 2026 au vendredi 2 octobre 2026, ces "
        + "deux jours compris ; provisoire, car les dates de la quatrième partie de session de 2026 sont à confirmer.")]
    [InlineData("nlt 2026-12-24",
        "Not later than Thursday 24 December 2026, that day included; it is a holiday of the Organisation "
        + "(End-of-year closure) and is not moved.",
        "Au plus tard le jeudi 24 décembre 2026, ce jour compris ; c'est un jour férié de l'Organisation (Fermeture "
        + "de fin d'année) et la date n'est pas reportée.")]
    [InlineData("nlt EO and before TS - 4 mo",
        "Not later than Monday 24 June 2019 (EO, opening of the electing part-session), that day included; before the "
        + "day 4 calendar months before Tuesday 1 October 2019 (TS), Saturday 1 June 2019: the last day in time is "
        + "Friday 31 May 2019; the earliest last day counts, Friday 31 May 2019; it is a holiday of the Organisation "
        + "(Day after Ascension) and is not moved.",
        "Au plus tard le lundi 24 juin 2019 (EO, ouverture de la partie de session de l'élection), ce jour compris ; "
        + "avant le jour situé 4 mois calendaires avant le mardi 1er octobre 2019 (TS), le samedi 1er juin 2019 : le "
        + "dernier jour utile est le vendredi 31 mai 2019 ; le dernier jour le plus proche l'emporte, le vendredi "
        + "31 mai 2019 ; c'est un jour férié de l'Organisation (Lendemain de l'Ascension) et la date n'est pas "
        + "reportée.")]
    public void Every_form_says_why_in_one_sentence_of_each_language(string rule, string english, string french)
    {
        var explanation = Rule.Parse(rule).Resolve(June2019, Product) switch
        {
            Deadline deadline => deadline.Explanation,
            OpenEnded open => open.Explanation,
            var other => throw new InvalidOperationException(other.ToString()),
        };
        Assert.Equal(english, explanation.English);
        Assert.Equal(french, explanation.French);
    }

    [Theory]
    [InlineData("nlt EO - 12 mo", "Not later than 12 calendar months before EO, that day included.",
        "Au plus tard 12 mois calendaires avant le jour EO, ce jour compris.")]
    [InlineData("before L", "Before L: the last day in time is the day before it.",
        "Avant le jour L : le dernier jour utile est la veille.")]
    [InlineData("nbf V + 1 y", "Not before the day 1 year after V, that day included.",
        "Pas avant le jour situé 1 an après le jour V, ce jour compris.")]
    [InlineData("EO - 21 d … EO - 7 d",
        "Opens on the day 21 calendar days before EO; due not later than 7 calendar days before EO, that day included.",
        "Ouverture le jour situé 21 jours calendaires avant le jour EO ; échéance au plus tard 7 jours calendaires "
        + "avant le jour EO, ce jour compris.")]
    [InlineData("in E", "During E, from its opening to its close.", "Pendant E, de l'ouverture à la clôture.")]
    [InlineData("close(part(year(TS)+1,1)) + 2 wd",
        "On the day 2 working days after the close of the first part-session of the year of TS + 1.",
        "Le jour situé 2 jours ouvrables après le jour de la clôture de la première partie de session de l'année de "
        + "TS + 1.")]
    [InlineData("within 6 w of C1.opened", "Within 6 weeks of C1.opened, the last day included.",
        "Dans un délai de 6 semaines après le jour C1.opened, dernier jour compris.")]
    [InlineData("in month (year(TS) - 1, 9)", "In September of the year of TS − 1, from the first day to the last.",
        "En septembre de l'année de TS − 1, du premier au dernier jour.")]
    [InlineData("nlt date(year(TS),1,1)", "Not later than 1 January of the year of TS, that day included.",
        "Au plus tard le 1er janvier de l'année de TS, ce jour compris.")]
    public void A_rule_reads_in_words_without_dates(string rule, string english, string french) =>
        Assert.Equal(new Bilingual(english, french), Rule.Parse(rule).Describe());

    [Fact]
    public void A_description_uses_the_label_where_there_is_one() =>
        Assert.Equal("Before L (date of the list): the last day in time is the day before it.",
            Rule.Parse("before L").Describe(June2019).English);
}
