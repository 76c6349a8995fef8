using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Procedures.Activities;

/// <summary>What people read for an outcome.</summary>
public static class OutcomeTexts
{
    private static readonly FrozenDictionary<string, string> French = new Dictionary<string, string>
    {
        ["Accepted"] = "Accepté", ["Adopted"] = "Adopté", ["Agreed"] = "Accord", ["Agreement"] = "Accord",
        ["Approved"] = "Approuvé", ["Carried"] = "Adoptée", ["Complete"] = "Complet", ["Confirmed"] = "Confirmé",
        ["Done"] = "Fait", ["Drawn"] = "Tirage effectué", ["Elected"] = "Élu(e)", ["Endorsed"] = "Approuvé",
        ["Enough"] = "Nombre suffisant", ["Expired"] = "Échéance passée", ["Favourable"] = "Favorable",
        ["Held"] = "Tenue", ["Incomplete"] = "Incomplet", ["Lapsed"] = "Forclos", ["Moved"] = "Date déplacée",
        ["NextBallot"] = "Tour suivant", ["NoAgreement"] = "Pas d'accord", ["NoOpinion"] = "Sans avis",
        ["NotCarried"] = "Non adoptée", ["Postponed"] = "Reportée", ["Published"] = "Publié", ["Received"] = "Reçu",
        ["Record"] = "Enregistrer", ["Refused"] = "Refusé", ["Rejected"] = "Rejeté", ["Reported"] = "Signalé",
        ["Reservations"] = "Avec réserves", ["Sent"] = "Envoyé", ["Submitted"] = "Soumis",
        ["TooFew"] = "Nombre insuffisant", ["Unfavourable"] = "Défavorable", ["Withdrawn"] = "Retiré",
    }.ToFrozenDictionary();

    /// <summary>The texts of an outcome: those that are given, else the usual ones for its name.</summary>
    public static Bilingual Of(string name, string? english = null, string? french = null)
    {
        var own = english is { Length: > 0 } ? english : Words(name);
        return (own, french is { Length: > 0 } ? french : French.GetValueOrDefault(name, own));
    }

    /// <summary>"TooFew" becomes "Too few"; a name with spaces stays as it is.</summary>
    public static string Words(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal)) return name;
        var words = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            if (begins) words.Append(' ');
            words.Append(begins ? char.ToLower(name[i], CultureInfo.InvariantCulture) : name[i]);
        }
        return words.ToString();
    }
}
