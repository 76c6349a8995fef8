using System.Text;
using System.Text.Json;

namespace Procedures.Definitions.Format;

/// <summary>A first walk over a JSON text: what would make it unreadable, and members that stand twice.</summary>
/// <remarks>It keeps its own stack instead of recursing, so that no nesting can overflow anything.</remarks>
internal sealed class JsonScan
{
    public const int DeepestNesting = 200;
    private const int ReportedDuplicates = 100;
    private const int ShownFrames = 12;
    private readonly List<Frame> _frames = [];

    /// <summary>The places of members whose name stood before in the same object.</summary>
    public List<string> Duplicates { get; } = [];

    /// <summary>Walks the whole text; null when it can be read.</summary>
    public JsonProblem? Run(ReadOnlySpan<byte> json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json)) return new JsonProblem("$", NotUtf8);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting + 10 });
        try
        {
            while (reader.Read())
                if (Take(ref reader) is { } problem)
                    return problem;
            return null;
        }
        catch (JsonException malformed)
        {
            return new JsonProblem(Path(), Malformed(json, malformed));
        }
    }

    private JsonProblem? Take(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            _frames.RemoveAt(_frames.Count - 1);
            return null;
        }
        if (reader.TokenType == JsonTokenType.PropertyName) return TakeName(ref reader);
        if (_frames.Count > 0 && _frames[^1].Names is null) _frames[^1].Index++;
        if (reader.TokenType == JsonTokenType.String)
            return Text(ref reader) is null ? new JsonProblem(Path(), HalfCharacter) : null;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return null;
        if (_frames.Count == DeepestNesting) return new JsonProblem(Path(), TooDeep);
        _frames.Add(new Frame(reader.TokenType == JsonTokenType.StartObject ? [] : null));
        return null;
    }

    private JsonProblem? TakeName(ref Utf8JsonReader reader)
    {
        if (Text(ref reader) is not { } name) return new JsonProblem(Path(), HalfCharacter);
        _frames[^1].Name = name;
        if (!_frames[^1].Names!.Add(name) && Duplicates.Count < ReportedDuplicates) Duplicates.Add(Path());
        return null;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped) return "";
        try { return reader.GetString(); }
        catch (InvalidOperationException) { return null; }
    }

    private string Path()
    {
        var path = "$";
        foreach (var frame in _frames.Take(ShownFrames))
        {
            if (frame.Names is null && frame.Index >= 0) path = JsonPath.Item(path, frame.Index);
            else if (frame.Name is { } name) path = JsonPath.Member(path, name);
        }
        return _frames.Count > ShownFrames ? path + "…" : path;
    }

    private Bilingual Malformed(ReadOnlySpan<byte> json, JsonException malformed)
    {
        var line = (int)(malformed.LineNumber ?? 0);
        var rest = json;
        for (var i = 0; i < line; i++) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var before = (int)Math.Min(malformed.BytePositionInLine ?? 0, rest.Length);
        var column = Encoding.UTF8.GetCharCount(rest[..before]) + 1;
        if (json.Trim(" \r\n\t"u8).IsEmpty) return ("The file is empty.", "Le fichier est vide.");
        return rest[before..].Trim(" \r\n\t,:"u8).IsEmpty && _frames.Count > 0
            ? ($"The JSON ends too early, at line {line + 1}, column {column}: it is not complete.",
                $"Le JSON s’arrête trop tôt, à la ligne {line + 1}, colonne {column} : il n’est pas complet.")
            : ($"The JSON is not valid at line {line + 1}, column {column}.",
                $"Le JSON n’est pas valide à la ligne {line + 1}, colonne {column}.");
    }

    private static readonly Bilingual NotUtf8 = (
        "The file is not UTF-8 text. Save it with the encoding UTF-8.",
        "Le fichier n’est pas du texte UTF-8. Enregistrez-le avec l’encodage UTF-8.");

    private static readonly Bilingual HalfCharacter = (
        "A text contains half a character (an unpaired \\ud8xx escape).",
        "Un texte contient la moitié d’un caractère (une séquence \\ud8xx isolée).");

    private static readonly Bilingual TooDeep = (
        $"The JSON nests more than {DeepestNesting} levels deep; no definition needs that.",
        $"Le JSON comporte plus de {DeepestNesting} niveaux d’imbrication ; aucune définition n’en a besoin.");

    /// <summary>An object (with the names seen so far) or an array (with the index reached).</summary>
    private sealed class Frame(HashSet<string>? names)
    {
        public HashSet<string>? Names { get; } = names;
        public string? Name { get; set; }
        public int Index { get; set; } = -1;
    }
}
