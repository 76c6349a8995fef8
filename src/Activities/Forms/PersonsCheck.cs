using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>Says what is wrong with a list of persons: name, sex (F or M), birthDate, nationality.</summary>
internal static class PersonsCheck
{
    public static Bilingual? Wrong(FormField field, Value value)
    {
        if (value is not Value.List list || list.Items.Any(i => i is not Value.Map))
            return ("give a list of persons.", "donnez une liste de personnes.");
        var persons = list.Items.Cast<Value.Map>().ToArray();
        // All at once: who fills in three persons does not want to be sent back three times.
        Bilingual[] wrong = [.. persons.SelectMany((person, i) => Wrong(field, person, i + 1))];
        if (wrong.Length > 0)
            return (string.Join(' ', wrong.Select(w => w.English)), string.Join(' ', wrong.Select(w => w.French)));
        var twice = persons.GroupBy(p => Plain.Text(p["name"]).Trim()).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? FieldCheck.CountOf(field, persons.Length)
            : ($"{twice.Key} stands twice in the list; remove one.",
                $"{twice.Key} figure deux fois ; retirez une entrée.");
    }

    private static IEnumerable<Bilingual> Wrong(FormField field, Value.Map person, int number)
    {
        if (person["name"].AsText is not { } name || string.IsNullOrWhiteSpace(name))
        {
            yield return ($"person {number} has no name.", $"la personne n° {number} n'a pas de nom.");
            yield break;
        }
        foreach (var part in field.Parts.Where(p => Plain.Text(person[p]).Trim().Length == 0))
            yield return ($"{name}: {Needed(part).English}.", $"{name} : {Needed(part).French}.");
        if (!person["sex"].IsNothing && person["sex"].AsText is not ("F" or "M" or "X" or ""))
            yield return ($"{name}: write the sex as F, M or X.", $"{name} : indiquez le sexe par F, M ou X.");
        if (Plain.Text(person["birthDate"]).Length > 0 && FieldCheck.DayIn(person["birthDate"]) is null)
            yield return ($"{name}: write the date of birth as 20 May 1970 or 1970-05-20.",
                $"{name} : écrivez la date de naissance ainsi : 20 mai 1970 ou 1970-05-20.");
    }

    private static Bilingual Needed(string part) => part switch
    {
        "sex" => ("the sex is missing", "le sexe manque"),
        "birthDate" => ("the date of birth is missing", "la date de naissance manque"),
        "nationality" => ("the nationality is missing", "la nationalité manque"),
        _ => ($"“{part}” is missing", $"« {part} » manque"),
    };
}
