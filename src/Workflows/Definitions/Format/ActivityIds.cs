namespace Procedures.Definitions.Format;

/// <summary>Reads the ids of activities: each must be there, and be the only one of its name.</summary>
internal sealed class ActivityIds
{
    private const int Longest = 128;
    private readonly Dictionary<string, string> _places = [];
    private int _given;

    /// <summary>The id of the activity; one that follows from its place in the file when it has none.</summary>
    public string Read(JsonObjectReader activity)
    {
        var id = activity.Text("id");
        if (string.IsNullOrWhiteSpace(id))
        {
            activity.Log.Error(activity.Place, null, ("The activity has no id.", "L’activité n’a pas d’identifiant."));
            return Given(activity.Place);
        }
        if (id.Length > Longest)
            activity.Log.Refuse(activity.At("id"), null, (
                $"The id is longer than {Longest} characters.",
                $"L’identifiant comporte plus de {Longest} caractères."));
        else if (!_places.TryAdd(id, activity.Place))
            activity.Log.Error(activity.At("id"), id, (
                $"The id {id} stands twice: at {_places[id]} and at {activity.Place}.",
                $"L’identifiant {id} figure deux fois : en {_places[id]} et en {activity.Place}."));
        return id.Length > Longest ? id[..8] : id;
    }

    private string Given(string place)
    {
        do _given++;
        while (!_places.TryAdd($"activity{_given}", place));
        return $"activity{_given}";
    }
}
