using System.Text.Json;
using Procedures.Catalog;

namespace Procedures.Definitions.Format;

/// <summary>Finds the declaration of the type that an activity names, or says why there is none.</summary>
internal sealed class ActivityTypeReader(ActivityCatalog catalog)
{
    private const int Suggested = 50;
    private readonly ActivityDeclaration[] _declarations = [.. catalog.Types.Select(t => t.Declaration)];
    private readonly Dictionary<string, Bilingual> _questions = [];

    public ActivityDeclaration? Find(JsonObjectReader activity, string? type, int version)
    {
        if (type is null)
        {
            if (activity.Any("type") is null)
                activity.Log.Error(activity.Place, activity.Activity, (
                    "The activity has no type.", "L’activité n’a pas de type."));
            return null;
        }
        if (catalog.Find(type, version) is { } known)
        {
            if (known.Declaration.Refusal is { } refusal)
                activity.Log.Error(activity.At("type"), activity.Activity, refusal);
            return known.Declaration;
        }
        if (ReferenceIn(activity) is not null) return null;
        var versions = _declarations.Where(d => d.TypeName == type).Select(d => d.Version).Order().ToArray();
        if (versions.Length > 0)
            activity.Log.Error(activity.At("version"), activity.Activity, Version(type, version, versions));
        else activity.Log.Error(activity.At("type"), activity.Activity, Unknown(type));
        return null;
    }

    /// <summary>
    /// The definition that an activity stands for, as the designer writes it; null for other activities.
    /// </summary>
    public static DefinitionReference? ReferenceIn(JsonObjectReader activity) =>
        activity.Any("workflowDefinitionId") is { ValueKind: JsonValueKind.String } id
        && id.GetString() is { Length: > 0 } named
            ? new DefinitionReference(
                named, activity.Text("workflowDefinitionVersionId") is { Length: > 0 } version ? version : null)
            : null;

    private static Bilingual Version(string type, int version, int[] known) => (
        $"The activity type {type} has no version {version}; it has {string.Join(", ", known)}.",
        $"Le type d’activité {type} n’a pas de version {version} ; versions existantes : {string.Join(", ", known)}.");

    private Bilingual Unknown(string type)
    {
        var (shown, question) = (Quote.Of(type), Question(type));
        return ($"The activity type {shown.English} is not known.{question.English}",
            $"Le type d’activité {shown.French} est inconnu.{question.French}");
    }

    // Comparing names costs time; a file with thousands of unknown ones gets suggestions for the first only.
    private Bilingual Question(string type)
    {
        if (_questions.TryGetValue(type, out var question)) return question;
        if (_questions.Count >= Suggested) return Bilingual.Empty;
        return _questions[type] = NearestNames.Question(NearestNames.Of(type, _declarations.Select(d => d.TypeName)));
    }
}
