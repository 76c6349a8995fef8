using System.Text.Json;

namespace Procedures.Expressions;

/// <summary>Where a text stops being JSON, in both languages; the framework's own sentence is English only.</summary>
public static class JsonMistake
{
    /// <summary>"it cannot be read from line 3, character 14 on"; lines and characters count from 1.</summary>
    public static Bilingual Of(JsonException mistake) =>
        mistake is { LineNumber: { } line, BytePositionInLine: { } position }
            ? ($"it cannot be read from line {line + 1}, character {position + 1} on",
                $"illisible à partir de la ligne {line + 1}, caractère {position + 1}")
            : ("it is not well formed", "il est mal formé");
}
