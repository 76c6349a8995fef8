using System.Collections.Immutable;

namespace Procedures.Expressions;

/// <summary>
/// A value that an expression yields and a procedure keeps: what JSON can say, and JavaScript's undefined.
/// </summary>
/// <remarks>Immutable and compared by content. Numbers are IEEE doubles, as in JavaScript.</remarks>
public abstract record Value
{
    private Value() { }

    /// <summary>JavaScript's undefined. It is written to JSON as null.</summary>
    public static readonly Value Undefined = new UndefinedValue();
    public static readonly Value Null = new NullValue();
    public static readonly Value True = new Truth(true);
    public static readonly Value False = new Truth(false);

    public sealed record UndefinedValue : Value;
    public sealed record NullValue : Value;
    public sealed record Truth(bool Is) : Value;
    public sealed record Number(double Amount) : Value;
    public sealed record Text(string Content) : Value;

    /// <summary>An ordered list of values.</summary>
    public sealed record List(ImmutableArray<Value> Items) : Value
    {
        public static readonly List Empty = new([]);

        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);
        public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
    }

    /// <summary>Named values in the order in which they were written.</summary>
    public sealed record Map(ImmutableArray<KeyValuePair<string, Value>> Members) : Value
    {
        public static readonly Map Empty = new([]);

        /// <summary>The member of that name, or undefined.</summary>
        public Value this[string name]
        {
            get
            {
                foreach (var member in Members)
                    if (string.Equals(member.Key, name, StringComparison.Ordinal))
                        return member.Value;
                return Undefined;
            }
        }

        /// <summary>The same map with one member set; a new member comes last.</summary>
        public Map With(string name, Value value)
        {
            var member = KeyValuePair.Create(name, value);
            for (var i = 0; i < Members.Length; i++)
                if (string.Equals(Members[i].Key, name, StringComparison.Ordinal))
                    return new Map(Members.SetItem(i, member));
            return new Map(Members.Add(member));
        }

        public Map Without(string name) =>
            new(Members.RemoveAll(m => string.Equals(m.Key, name, StringComparison.Ordinal)));
        public bool Has(string name) => Members.Any(m => string.Equals(m.Key, name, StringComparison.Ordinal));

        public bool Equals(Map? other) =>
            other is not null && Members.Length == other.Members.Length
            && Members.All(m => other.Has(m.Key) && m.Value.Equals(other[m.Key]));

        public override int GetHashCode() =>
            Members.Aggregate(19, (hash, m) => hash ^ HashCode.Combine(m.Key, m.Value));
    }

    /// <summary>
    /// A function, which lives only while an expression is evaluated and never leaves the interpreter.
    /// </summary>
    internal abstract record Function : Value
    {
        public virtual bool Equals(Function? other) => ReferenceEquals(this, other);
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>
        /// What the function is called with stands in the arguments; each kind of function knows its closure.
        /// </summary>
        public abstract Value Invoke(Tree.Run run, ReadOnlySpan<Value> arguments);
    }

    public static Value Of(string? text) => text is null ? Null : new Text(text);
    public static Value Of(double number) => new Number(number);
    public static Value Of(bool truth) => truth ? True : False;
    public static Value Of(IEnumerable<Value> items) => new List([.. items]);
    public static Map MapOf(params (string Name, Value Value)[] members) =>
        new([.. members.Select(m => KeyValuePair.Create(m.Name, m.Value))]);

    /// <summary>Whether the value is null or undefined.</summary>
    public bool IsNothing => this is NullValue or UndefinedValue;

    /// <summary>The text of a text value, otherwise null.</summary>
    public string? AsText => (this as Text)?.Content;
}
