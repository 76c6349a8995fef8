using System.Globalization;
using System.Text.Json.Nodes;
using Procedures.Reliability.Planted;

namespace Procedures.Reliability;

/// <summary>A figure with the run that has measured it.</summary>
/// <param name="Form"><see cref="Short"/> or <see cref="Long"/>.</param>
/// <param name="Day">As it is written in the table, UTC.</param>
internal sealed record ReportedFigure(Figure Figure, string Form, string Commit, string Day, string Machine)
{
    public const string Short = "short";
    public const string Long = "long";

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["form"] = Form, ["name"] = Figure.Name, ["runs"] = Figure.Runs, ["distinct"] = Figure.Distinct,
            ["broken"] = Figure.Broken, ["seconds"] = Math.Round(Figure.Took.TotalSeconds, 1), ["note"] = Figure.Note,
            ["commit"] = Commit, ["date"] = Day, ["machine"] = Machine,
        };
        if (!Figure.Caught.IsEmpty)
            json["caught"] = new JsonArray([.. Figure.Caught.Select(c =>
                new JsonObject { ["id"] = c.Id, ["breaks"] = c.Breaks, ["by"] = c.By })]);
        return json;
    }

    /// <param name="file">A file of before, whose head said when all of it was measured.</param>
    public static ReportedFigure Read(JsonObject json, JsonObject file)
    {
        string TextOf(string name, string otherwise = "") => (string?)(json[name] ?? file[name]) ?? otherwise;
        var took = TimeSpan.FromSeconds(double.Parse(json["seconds"]!.ToJsonString(), CultureInfo.InvariantCulture));
        var figure = new Figure((string)json["name"]!, (long)json["runs"]!, (long)json["distinct"]!, (long)json["broken"]!,
            TextOf("note"), took)
        {
            Caught = [.. (json["caught"]?.AsArray() ?? []).Select(c =>
                new CaughtFault((string)c!["id"]!, (string)c["breaks"]!, (string?)c["by"]))],
        };
        return new ReportedFigure(figure, TextOf("form", Short), TextOf("commit"), TextOf("date"), TextOf("machine"));
    }
}
