using System.Globalization;
using System.Text;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Writes values as JSON.stringify does.</summary>
internal sealed class JsonWriting
{
    private readonly StringBuilder json = new();
    private readonly Run run;
    private readonly string indent;

    private JsonWriting(Run run, string indent) => (this.run, this.indent) = (run, indent);

    /// <summary>The JSON text; undefined for a value that JSON cannot say.</summary>
    public static Value Write(Run run, Value value, string indent)
    {
        if (IsUnsayable(value)) return Value.Undefined;
        var writing = new JsonWriting(run, indent);
        writing.Append(value, "");
        return Value.Of(writing.json.ToString());
    }

    private static bool IsUnsayable(Value value) =>
        value is Value.UndefinedValue or Value.Function and not NativeFunction { Does: null };

    private void Append(Value value, string margin)
    {
        run.Spend(1 + Math.Floor(margin.Length / 16.0));
        switch (value)
        {
            case Value.Text text: Quote(text.Content); break;
            case Value.Number { Amount: var n } when double.IsFinite(n): json.Append(NumberWriting.Of(n)); break;
            case Value.Truth truth: json.Append(truth.Is ? "true" : "false"); break;
            case Value.List list: Enclose('[', ']', list.Items, margin, item => Append(item, margin + indent)); break;
            case Value.Map map:
                Enclose('{', '}', map.Members.Where(m => !IsUnsayable(m.Value)), margin, member =>
                {
                    Quote(member.Key);
                    json.Append(indent.Length > 0 ? ": " : ":");
                    Append(member.Value, margin + indent);
                });
                break;
            case NativeFunction { Does: null }: json.Append("{}"); break;
            default: json.Append("null"); break;
        }
    }

    private void Enclose<T>(char open, char close, IEnumerable<T> parts, string margin, Action<T> append)
    {
        run.Enter(Run.CallWeight);
        json.Append(open);
        var count = 0;
        foreach (var part in parts)
        {
            if (count > 0) json.Append(',');
            if (indent.Length > 0) json.Append('\n').Append(margin).Append(indent);
            append(part);
            count++;
        }
        if (indent.Length > 0 && count > 0) json.Append('\n').Append(margin);
        json.Append(close);
        run.Leave(Run.CallWeight);
    }

    private void Quote(string text)
    {
        run.SpendOnText(text.Length);
        json.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var paired = i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]);
            if (paired) json.Append(c).Append(text[++i]);
            else if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (c >= ' ' && !char.IsSurrogate(c)) json.Append(c);
            else json.Append(Escape(c));
        }
        json.Append('"');
    }

    private static string Escape(char c) => c switch
    {
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
    };
}
