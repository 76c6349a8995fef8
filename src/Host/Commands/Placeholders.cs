using System.Text.RegularExpressions;

namespace Procedures.Commands;

/// <summary>What stands in help for a thing that a person names: FILE in English, FICHIER in French.</summary>
internal static partial class Placeholders
{
    private static readonly Dictionary<string, string> French = new(StringComparer.Ordinal)
    {
        ["FILE"] = "FICHIER", ["FOLDER"] = "DOSSIER", ["NAME"] = "NOM", ["VALUE"] = "VALEUR", ["DATE"] = "JOUR",
        ["STEP"] = "ÉTAPE", ["OUTCOME"] = "ISSUE", ["COMMAND"] = "COMMANDE", ["CONNECTION"] = "CONNEXION",
        ["PAGE"] = "PAGE", ["ID"] = "ID",
    };

    /// <summary>The words in capitals in that language; everything else as it is typed.</summary>
    public static string In(string form, Language language) => language == Language.English ? form
        : Word().Replace(form, match => French.GetValueOrDefault(match.Value, match.Value));

    /// <summary>The words in both languages.</summary>
    public static Bilingual Both(string form) => (form, In(form, Language.French));

    [GeneratedRegex(@"\b[A-Z]{2,}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
