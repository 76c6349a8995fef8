using System.Text;
using Procedures.Expressions.Syntax;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>The methods of texts.</summary>
internal static class TextMethods
{
    public static readonly MethodTable<string> Table = new(new Dictionary<string, Method<string>>
    {
        ["at"] = (_, s, a) => CharacterAt(s, a.Whole(0) < 0 ? a.Whole(0) + s.Length : a.Whole(0), Value.Undefined),
        ["charAt"] = (_, s, a) => CharacterAt(s, a.Whole(0), Value.Of("")),
        ["charCodeAt"] = (_, s, a) => Value.Of(IsInside(s, a.Whole(0)) ? s[(int)a.Whole(0)] : double.NaN),
        ["codePointAt"] = (_, s, a) =>
            IsInside(s, a.Whole(0)) ? Value.Of(CodePoint(s, (int)a.Whole(0))) : Value.Undefined,
        ["concat"] = Concat,
        ["endsWith"] = (run, s, a) =>
            Value.Of(s.AsSpan(0, a.Position(1, s.Length, s.Length)).EndsWith(Searched(run, s, a))),
        ["includes"] = (run, s, a) =>
            Value.Of(s.IndexOf(Searched(run, s, a), From(s, a), StringComparison.Ordinal) >= 0),
        ["indexOf"] = (run, s, a) => Value.Of(s.IndexOf(Searched(run, s, a), From(s, a), StringComparison.Ordinal)),
        ["lastIndexOf"] = LastIndexOf,
        ["localeCompare"] = (run, s, a) => Value.Of(Collation.Compare(run, s, a.Text(0))),
        ["normalize"] = (run, s, a) => Value.Of(Normal(run, s, a)),
        ["padEnd"] = (run, s, a) => Value.Of(s + Padding(run, s, a)),
        ["padStart"] = (run, s, a) => Value.Of(Padding(run, s, a) + s),
        ["repeat"] = Repeat,
        ["replace"] = (run, s, a) => TextReplacement.Replace(run, s, a, everywhere: false),
        ["replaceAll"] = (run, s, a) => TextReplacement.Replace(run, s, a, everywhere: true),
        ["slice"] = (run, s, a) => Part(run, s, a.Position(0, s.Length, 0), a.Position(1, s.Length, s.Length)),
        ["split"] = Split,
        ["startsWith"] = (run, s, a) => Value.Of(s.AsSpan(From(s, a)).StartsWith(Searched(run, s, a))),
        ["substring"] = Substring,
        ["toLocaleLowerCase"] = (run, s, _) => Lower(run, s),
        ["toLocaleUpperCase"] = (run, s, _) => Upper(run, s),
        ["toLowerCase"] = (run, s, _) => Lower(run, s),
        ["toString"] = (_, s, _) => Value.Of(s),
        ["toUpperCase"] = (run, s, _) => Upper(run, s),
        ["trim"] = (run, s, _) => Value.Of(Paid(run, Blanks.Trim(s))),
        ["trimEnd"] = (run, s, _) => Value.Of(Paid(run, Blanks.Trim(s, start: false))),
        ["trimStart"] = (run, s, _) => Value.Of(Paid(run, Blanks.Trim(s, end: false))),
        ["valueOf"] = (_, s, _) => Value.Of(s),
    });

    private static bool IsInside(string s, double index) => index >= 0 && index < s.Length;

    private static Value CharacterAt(string s, double index, Value otherwise) =>
        IsInside(s, index) ? Value.Of(s[(int)index].ToString()) : otherwise;

    private static int CodePoint(string s, int index) =>
        index + 1 < s.Length && char.IsSurrogatePair(s, index) ? char.ConvertToUtf32(s, index) : s[index];

    private static string Paid(Run run, string s)
    {
        run.SpendOnText(s.Length);
        return s;
    }

    private static string Searched(Run run, string s, Arguments a)
    {
        var sought = a.Text(0);
        run.SpendOnSearch(s, sought);
        return sought;
    }

    /// <summary>
    /// The second argument as a position to search from; unlike slice, negative ones mean the beginning.
    /// </summary>
    private static int From(string s, Arguments a) => (int)Math.Clamp(a.Whole(1), 0, s.Length);

    private static Value Lower(Run run, string s) => Value.Of(Paid(run, s).ToLowerInvariant());

    private static Value Upper(Run run, string s) =>
        Value.Of(Paid(run, s).ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal));

    private static Value Concat(Run run, string s, Arguments a)
    {
        var content = new StringBuilder(s);
        run.SpendOnText(s.Length);
        for (var i = 0; i < a.Count; i++) content.Append(Paid(run, a.Text(i)));
        return Value.Of(content.ToString());
    }

    private static Value LastIndexOf(Run run, string s, Arguments a)
    {
        var sought = Searched(run, s, a);
        var limit = a.Number(1);
        var last = double.IsNaN(limit) ? s.Length : Math.Clamp(Numbers.Whole(limit), 0, s.Length);
        for (var i = (int)Math.Min(last, s.Length - sought.Length); i >= 0; i--)
            if (string.CompareOrdinal(s, i, sought, 0, sought.Length) == 0) return Value.Of(i);
        return Value.Of(-1);
    }

    private static string Normal(Run run, string s, Arguments a)
    {
        run.SpendOnText(8.0 * s.Length);
        NormalizationForm? form = (a.Has(0) ? a.Text(0) : "NFC") switch
        {
            "NFC" => NormalizationForm.FormC, "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC, "NFKD" => NormalizationForm.FormKD, _ => null,
        };
        if (form is null) throw run.Fault((
            "normalize knows the forms NFC, NFD, NFKC and NFKD", "normalize connaît les formes NFC, NFD, NFKC et NFKD"));
        return Collation.Normal(s, form.Value);
    }

    private static string Padding(Run run, string s, Arguments a)
    {
        var missing = a.Whole(0) - s.Length;
        var filler = a.Has(1) ? a.Text(1) : " ";
        if (missing <= 0 || filler.Length == 0) return "";
        run.SpendOnText(missing + s.Length);
        var padding = new StringBuilder((int)missing);
        while (padding.Length < missing)
            padding.Append(filler, 0, Math.Min(filler.Length, (int)missing - padding.Length));
        return padding.ToString();
    }

    private static Value Repeat(Run run, string s, Arguments a)
    {
        var times = a.Whole(0);
        if (times < 0 || double.IsInfinity(times))
            throw run.Fault((
                "repeat needs a count that is neither negative nor infinite",
                "repeat demande un nombre ni négatif ni infini"));
        if (s.Length == 0) return Value.Of("");
        run.SpendOnText(times * s.Length);
        return Value.Of(new StringBuilder().Insert(0, s, (int)times).ToString());
    }

    private static Value Part(Run run, string s, int from, int to)
    {
        run.SpendOnText(to - from);
        return Value.Of(from < to ? s[from..to] : "");
    }

    private static Value Substring(Run run, string s, Arguments a)
    {
        var from = (int)Math.Clamp(a.Whole(0), 0, s.Length);
        var to = (int)Math.Clamp(a.Whole(1, s.Length), 0, s.Length);
        return Part(run, s, Math.Min(from, to), Math.Max(from, to));
    }

    private static Value Split(Run run, string s, Arguments a)
    {
        run.SpendOnSearch(s, a.Has(0) ? a.Text(0) : "");
        var limit = a.Has(1) ? Numbers.ToUInt32(a.Number(1)) : uint.MaxValue;
        var items = new List<Value>();
        if (!a.Has(0)) items.Add(Value.Of(s));
        else if (a.Text(0) is var separator && separator.Length == 0)
        {
            run.Spend(s.Length);
            items.AddRange(s.Select(c => Value.Of(c.ToString())));
        }
        else
        {
            foreach (var part in s.Split(separator))
            {
                run.Spend();
                items.Add(Value.Of(part));
            }
        }
        return Value.Of(items.Count <= limit ? items : items.Take((int)limit));
    }
}
