using System.Text;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Replacement of a text within a text, by another text or by what a function answers.</summary>
internal static class TextReplacement
{
    public static Value Replace(Run run, string text, Arguments arguments, bool everywhere)
    {
        var sought = arguments.Text(0);
        var function = arguments[1] as Value.Function;
        var replacement = function is null ? arguments.Text(1) : "";
        var result = new StringBuilder();
        var copied = 0;
        run.SpendOnSearch(text, sought);
        var found = text.IndexOf(sought, StringComparison.Ordinal);
        while (found >= 0)
        {
            run.Spend();
            var inserted = function is null
                ? Expand(replacement, text, sought, found)
                : Conversions.ToText(run, function.Invoke(run, [Value.Of(sought), Value.Of(found), Value.Of(text)]));
            run.SpendOnText(inserted.Length);
            result.Append(text, copied, found - copied).Append(inserted);
            copied = found + sought.Length;
            var next = found + Math.Max(1, sought.Length);
            if (!everywhere || next > text.Length) break;
            found = text.IndexOf(sought, next, StringComparison.Ordinal);
        }
        return Value.Of(result.Append(text, copied, text.Length - copied).ToString());
    }

    /// <summary>JavaScript's signs in a replacement: $$, $&amp;, $` and $'.</summary>
    private static string Expand(string replacement, string text, string sought, int found)
    {
        if (!replacement.Contains('$', StringComparison.Ordinal)) return replacement;
        var expanded = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            var sign = replacement[i] == '$' && i + 1 < replacement.Length ? replacement[i + 1] : '\0';
            var meaning = sign switch
            {
                '$' => "$",
                '&' => sought,
                '`' => text[..found],
                '\'' => text[(found + sought.Length)..],
                _ => null,
            };
            if (meaning is null) expanded.Append(replacement[i]);
            else
            {
                expanded.Append(meaning);
                i++;
            }
        }
        return expanded.ToString();
    }
}
