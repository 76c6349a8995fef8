using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Procedures.Letters;

/// <summary>Reads a template for mistakes and says where they are, before anything is compiled.</summary>
/// <remarks>
/// The template engine renders a misspelt field as nothing and names no line for an open block; a letter with a hole
/// in it would reach forty-six governments.
/// </remarks>
internal sealed partial class TemplateScan
{
    private static readonly ImmutableHashSet<string> Blocks = ["if", "unless", "each"];
    private static readonly ImmutableDictionary<string, int> Functions =
        ImmutableDictionary<string, int>.Empty.Add("ordinal", 1).Add("plural", 3);

    private readonly string _file;
    private readonly string _text;
    private readonly Stack<(string Name, int At)> _open = new();

    private TemplateScan(string file, string text) => (_file, _text) = (file, text);

    /// <exception cref="LetterTemplateException">At the first mistake.</exception>
    public static void Check(string file, string text) => new TemplateScan(file, text).Run();

    /// <summary>The mistake at that offset of the text.</summary>
    public static LetterTemplateException Mistake(string file, string text, int offset, Bilingual problem)
    {
        var before = text.AsSpan(0, offset);
        var line = before.Count('\n') + 1;
        return new LetterTemplateException(file, line, offset - before.LastIndexOf('\n'), problem);
    }

    private void Run()
    {
        var end = 0;
        foreach (Match tag in Tag().Matches(_text))
        {
            RefuseBraces(end, tag.Index);
            end = tag.Index + tag.Length;
            CheckTag(tag.Groups["mark"].Value, tag.Groups["inner"].Value, tag.Index);
        }
        RefuseBraces(end, _text.Length);
        if (_open.TryPeek(out var block))
            throw At(block.At, ($"“{{{{#{block.Name}}}}}” is never closed by “{{{{/{block.Name}}}}}”.",
                $"« {{{{#{block.Name}}}}} » n'est jamais fermé par « {{{{/{block.Name}}}}} »."));
    }

    private void RefuseBraces(int start, int end)
    {
        var between = _text.AsSpan(start, end - start);
        foreach (var braces in new[] { "{{", "}}" })
            if (between.IndexOf(braces) is >= 0 and var at)
                throw At(start + at, ($"“{braces}” has no counterpart.", $"« {braces} » n'a pas de pendant."));
    }

    private void CheckTag(string mark, string inner, int at)
    {
        var words = Word().Matches(inner).Select(w => w.Value).ToArray();
        if (mark == "!") return;
        if (words.Length == 0) throw At(at, ("The braces are empty.", "Les accolades sont vides."));
        switch (mark)
        {
            case "#":
                if (!Blocks.Contains(words[0]) || words.Length != 2) throw Unknown(at, "#" + inner);
                CheckName(words[1], at);
                _open.Push((words[0], at));
                break;
            case "/":
                if (!_open.TryPop(out var block) || block.Name != inner)
                    throw At(at, ($"“{{{{/{inner}}}}}” closes nothing that is open here.",
                        $"« {{{{/{inner}}}}} » ne ferme rien d'ouvert ici."));
                break;
            case "": CheckPlain(words, inner, at); break;
            default: throw Unknown(at, mark + inner);
        }
    }

    private void CheckPlain(string[] words, string inner, int at)
    {
        if (words[0] == "else")
        {
            if (_open.Count == 0)
                throw At(at, ("“{{else}}” stands outside a block.", "« {{else}} » est hors d'un bloc."));
            if (words is not (["else"] or ["else", "if", _])) throw Unknown(at, inner);
            if (words.Length == 3) CheckName(words[2], at);
            return;
        }
        if (Functions.TryGetValue(words[0], out var arguments))
        {
            if (words.Length != arguments + 1) throw Unknown(at, inner);
            foreach (var argument in words.Skip(1).Where(w => w[0] is not '"' and not '\'')) CheckName(argument, at);
            return;
        }
        if (words.Length != 1) throw Unknown(at, inner);
        CheckName(words[0], at);
    }

    private void CheckName(string name, int at)
    {
        var isItem = name == "this" && _open.Any(b => b.Name == "each");
        if (!isItem && !LetterField.All.Contains(name)) throw Unknown(at, name);
    }

    private LetterTemplateException Unknown(int at, string what) =>
        At(at, ($"Letters do not know “{what}”.", $"Les lettres ne connaissent pas « {what} »."));

    private LetterTemplateException At(int offset, Bilingual problem) => Mistake(_file, _text, offset, problem);

    [GeneratedRegex(@"\{\{(?<mark>[#/^>!&]?)\s*(?<inner>[^{}]*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|[^\s"']+
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
