using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Procedures.Deadlines.Notation;

/// <summary>Reads a sheet line by line, and refuses names that stand twice or depend on themselves.</summary>
internal static partial class SheetReader
{
    public static ImmutableArray<SheetLine> Read(string text)
    {
        var lines = new List<SheetLine>();
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(raw) || raw.TrimStart().StartsWith('#')) continue;
            var line = ReadLine(raw, number);
            if (lines.Find(other => other.Name == line.Name) is { } twice)
                throw new RuleSyntaxException((
                    $"Line {number}: {line.Name} is defined already on line {twice.Number}.",
                    $"Ligne {number} : {line.Name} est déjà défini à la ligne {twice.Number}."), line.Column, number);
            lines.Add(line);
        }
        RefuseCycles(lines);
        return [.. lines];
    }

    private static SheetLine ReadLine(string raw, int number)
    {
        var bar = raw.IndexOf('|', StringComparison.Ordinal);
        var definition = bar < 0 ? raw : raw[..bar];
        var label = bar < 0 ? null : Label(raw[(bar + 1)..]);
        var equals = definition.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? definition : definition[..equals]).Trim();
        var column = raw.Length - raw.TrimStart().Length + 1;
        if (!NamePattern().IsMatch(name) || Reader.IsReserved(name))
            throw new RuleSyntaxException((
                $"Line {number}: \"{name}\" cannot be the name of a date; write NAME = formula | English | French.",
                $"Ligne {number} : « {name} » ne peut être le nom d'une date ; "
                + "écrivez NOM = formule | anglais | français."), column, number);
        if (equals < 0) return new SheetLine(number, column, name, null, null, label);
        var formula = definition[(equals + 1)..];
        try
        {
            return new SheetLine(number, column, name, formula.Trim(), FormulaReader.Read(formula, equals + 2), label);
        }
        catch (RuleSyntaxException problem)
        {
            throw new RuleSyntaxException(($"Line {number}: {problem.Text.English}",
                $"Ligne {number} : {problem.Text.French}"), problem.Column, number);
        }
    }

    // "English | French"; one text alone serves both languages.
    private static Bilingual? Label(string text)
    {
        var parts = text.Split('|', 2);
        var english = parts[0].Trim();
        var french = parts.Length > 1 ? parts[1].Trim() : english;
        if (english.Length == 0 && french.Length == 0) return null;
        return (english.Length == 0 ? french : english, french.Length == 0 ? english : french);
    }

    private static void RefuseCycles(List<SheetLine> lines)
    {
        var byName = lines.ToDictionary(line => line.Name, StringComparer.Ordinal);
        var safe = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines) Visit(line, [], byName, safe);
    }

    private static void Visit(
        SheetLine line, ImmutableList<string> path, Dictionary<string, SheetLine> byName, HashSet<string> safe)
    {
        if (safe.Contains(line.Name)) return;
        if (path.Contains(line.Name))
        {
            var circle = string.Join(" → ", path.SkipWhile(name => name != line.Name).Append(line.Name));
            throw new RuleSyntaxException((
                $"Line {line.Number}: {line.Name} depends on itself ({circle}).",
                $"Ligne {line.Number} : {line.Name} dépend de lui-même ({circle})."), line.Column, line.Number);
        }
        foreach (var name in line.Formula?.Names ?? [])
            if (byName.TryGetValue(name, out var next)) Visit(next, path.Add(line.Name), byName, safe);
        safe.Add(line.Name);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();
}
