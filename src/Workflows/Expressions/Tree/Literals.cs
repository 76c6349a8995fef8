using System.Collections.Immutable;
using System.Text;

namespace Procedures.Expressions.Tree;

/// <summary><c>...x</c> in a list, an object or a call; whoever holds it unfolds it.</summary>
internal sealed class Spread(Node operand) : Node
{
    public Node Operand => operand;
    public override IEnumerable<Node> Parts => [operand];
    protected override Value Compute(Run run, Frame? frame) => operand.Evaluate(run, frame);
}

internal sealed class ListLiteral(Node[] items) : Node
{
    public override IEnumerable<Node> Parts => items;

    protected override Value Compute(Run run, Frame? frame) =>
        new Value.List(ImmutableArray.Create(Unfolding.Evaluate(run, frame, items)));
}

/// <summary>One member of an object literal: a name and a value, or a spread without a name.</summary>
internal readonly record struct MemberLiteral(Node? Name, Node Value);

internal sealed class MapLiteral(MemberLiteral[] members) : Node
{
    public override IEnumerable<Node> Parts =>
        members.SelectMany(m => m.Name is null ? [m.Value] : new[] { m.Name, m.Value });

    protected override Value Compute(Run run, Frame? frame)
    {
        var map = new MapBuilder(members.Length);
        foreach (var (name, value) in members)
        {
            if (name is not null)
                map.Set(Conversions.ToText(run, name.Evaluate(run, frame)), value.Evaluate(run, frame));
            else
                Unfolding.Into(run, map, value.Evaluate(run, frame));
        }
        return map.ToMap();
    }
}

/// <summary>A text in back quotes with expressions between its parts.</summary>
internal sealed class Template(string[] texts, Node[] inserts) : Node
{
    public override IEnumerable<Node> Parts => inserts;

    protected override Value Compute(Run run, Frame? frame)
    {
        var content = new StringBuilder(texts[0]);
        for (var i = 0; i < inserts.Length; i++)
        {
            var text = Conversions.ToText(run, inserts[i].Evaluate(run, frame));
            run.SpendOnText((double)text.Length + texts[i + 1].Length);
            content.Append(text).Append(texts[i + 1]);
        }
        return new Value.Text(content.ToString());
    }
}
