using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Procedures.Reliability.Malformed;

/// <summary>
/// Damaged bodies, by seed, to every address that takes one: Studio's and the forms of the pages. The host must not fail,
/// must say what is wrong, and must lose no definition and change none by halves.
/// </summary>
internal static class DamagedBodies
{
    private const string Name = "damaged bodies";
    private const int EachHost = 400;

    public static Outcome Run(bool onPostgres, int count, int firstSeed) =>
        Task.Run(() => RunAsync(onPostgres, count, firstSeed)).GetAwaiter().GetResult();

    private static async Task<Outcome> RunAsync(bool onPostgres, int count, int firstSeed)
    {
        var watch = Stopwatch.StartNew();
        var (findings, ends) = (new List<Finding>(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        var note = "";
        for (var first = firstSeed; first < firstSeed + count; first += EachHost)
            note = await OnHostAsync(onPostgres, first, Math.Min(EachHost, firstSeed + count - first), findings, ends);
        note = string.Create(CultureInfo.InvariantCulture, $"from seed {firstSeed}, {note}; ")
            + string.Join(", ", ends.Select(e => $"{e.Key}: {e.Value}"));
        return new Outcome(
            [new Figure($"Damaged bodies to the running host on {(onPostgres ? "PostgreSQL" : "SQLite")}", count, ends.Count,
                findings.Count, note, watch.Elapsed)],
            [.. findings]);
    }

    // A host of its own for each few hundred: some requests delete, and in the end nothing would be left to damage.
    private static async Task<string> OnHostAsync(
        bool onPostgres, int firstSeed, int count, List<Finding> findings, SortedDictionary<string, int> ends)
    {
        await using var ground = await BodyGround.PrepareAsync(onPostgres);
        var makes = new DamagedRequests(ground, await BodiesAsync(ground));
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
        {
            var before = await ground.ShelfAsync();
            var (request, told) = await makes.MakeAsync(new Random(seed));
            ground.Failures.Clear();
            using (request)
            using (var answer = await ground.Client.SendAsync(request))
            {
                var end = $"{(told.Contains("/elsa/", StringComparison.Ordinal) ? "API" : "form")} {(int)answer.StatusCode}";
                ends[end] = ends.GetValueOrDefault(end) + 1;
                var problem = await ProblemAsync(ground, answer, before, told);
                if (problem is not null) findings.Add(new Finding(Name, $"seed {seed}", $"{told}: {problem}"));
            }
        }
        var after = $"seeds {firstSeed} to {firstSeed + count - 1}";
        findings.AddRange((await ground.HalfChangedAsync()).Select(b => new Finding(Name, after, b)));
        findings.AddRange((await ground.BreachesAsync()).Select(b => new Finding(Name, after, $"{b.ProcedureId}: {b.Why.English}")));
        return $"{ground.Routes.Length} addresses of Studio and {ground.Forms.Length} pages with forms";
    }

    private static async Task<string?> ProblemAsync(
        BodyGround ground, HttpResponseMessage answer, ImmutableSortedDictionary<string, string> before, string told)
    {
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500) return $"{(int)answer.StatusCode} {string.Join("; ", ground.Failures)}";
        var isRefused = (int)answer.StatusCode >= 400;
        if (isRefused && told.Contains("/elsa/", StringComparison.Ordinal) && !HasSentence(text))
            return $"{(int)answer.StatusCode} without a sentence: {text[..Math.Min(200, text.Length)]}";
        var after = await ground.ShelfAsync();
        // An upload of several files takes what it can and says what it could not.
        var mayChange = told.Contains("import-files", StringComparison.Ordinal);
        if (isRefused && !mayChange && !before.SequenceEqual(after)) return $"{(int)answer.StatusCode}, and a definition has changed";
        var mayRemove = !isRefused && (told.StartsWith("DELETE", StringComparison.Ordinal)
            || told.Contains("/delete/", StringComparison.Ordinal));
        var (known, left) = (Definitions(before), Definitions(after));
        return mayRemove || known.All(left.Contains) ? null : $"lost {string.Join(", ", known.Except(left))}";
    }

    private static HashSet<string> Definitions(ImmutableSortedDictionary<string, string> shelf) =>
        shelf.Values.Select(v => v.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

    private static bool HasSentence(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("errors").EnumerateObject()
                .SelectMany(e => e.Value.EnumerateArray()).Any(s => s.GetString() is { Length: > 0 });
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whole bodies: a definition as Studio saves it, and one object with the members of all other requests.</summary>
    private static async Task<ImmutableArray<JsonObject>> BodiesAsync(BodyGround ground)
    {
        var rows = await ground.Store.DefinitionsAsync();
        var bodies = new List<JsonObject>();
        foreach (var row in rows)
        {
            var json = JsonNode.Parse((await ground.Store.FindVersionAsync(row.Id))!.Document)!;
            bodies.Add(new JsonObject { ["model"] = json.DeepClone(), ["publish"] = false });
            bodies.Add((JsonObject)json);
        }
        return [.. bodies];
    }
}
