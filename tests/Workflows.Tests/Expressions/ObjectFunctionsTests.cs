namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class ObjectFunctionsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "Object.keys({ b: 1, a: 2, 1: 3 })", "['1', 'b', 'a']" },
        { "Object.values({ a: 1, b: [2] })", "[1, [2]]" },
        { "Object.entries({ a: 1, b: 2 })", "[['a', 1], ['b', 2]]" },
        { "Object.keys(['x', 'y'])", "['0', '1']" },
        { "Object.entries('ab')", "[['0', 'a'], ['1', 'b']]" },
        { "Object.keys(5)", "[]" },
        { "Object.assign({ a: 1 }, { b: 2 }, null, { a: 3 })", "{a: 3, b: 2}" },
        { "Object.fromEntries([['a', 1], ['b', 2]])", "{a: 1, b: 2}" },
        { "Object.fromEntries(Object.entries({ a: 1, b: 2 }).map(([k, v]) => [k, v * 2]))", "{a: 2, b: 4}" },
        { "Object.hasOwn({ a: 1 }, 'a')", "true" },
        { "Object.is(-0, 0)", "false" },
        { "Object.is(NaN, NaN)", "true" },
        { "({ a: 1 }).hasOwnProperty('a')", "true" },
        { "({ a: 1 }).hasOwnProperty('b')", "false" },
        { "({}).toString()", "'[object Object]'" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Functions_of_objects_are_JavaScripts(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
