using Procedures.Deadlines;
using Procedures.Expressions;

namespace Procedures.Reliability.Kills;

/// <summary>An answer as a browser posts it from the page of a task.</summary>
internal static class FormPost
{
    public static Dictionary<string, string> Of(Value.Map answer, string outcome)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["act"] = "complete", ["outcome"] = outcome, ["recorded-by"] = "Clara Cedar",
            ["f.decided-on"] = ParisTime.DayOf(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd"),
        };
        foreach (var (name, value) in answer.Members) Put(fields, $"f.{name}", value);
        return fields;
    }

    private static void Put(Dictionary<string, string> fields, string name, Value value)
    {
        switch (value)
        {
            case Value.Map map:
                foreach (var (part, content) in map.Members) Put(fields, $"{name}.{part}", content);
                break;
            case Value.List { Items: [Value.Map, ..] } persons:
                foreach (var (row, person) in persons.Items.Index()) Put(fields, $"{name}.{row}", person);
                break;
            case Value.List list:
                fields[name] = string.Join('\n', list.Items.Select(TextOf));
                break;
            case Value.Truth { Is: false }:
                break;
            default:
                fields[name] = TextOf(value);
                break;
        }
    }

    private static string TextOf(Value value) => value.AsText ?? ValueJson.ToJson(value);
}
