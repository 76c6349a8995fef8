namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class JsonFunctionsTests
{
    public static TheoryData<string, string> Table => new()
    {
        {
            "JSON.stringify({ a: [1, 'x', null, undefined, true], b: undefined, c: { d: NaN } })",
            "'{\"a\":[1,\"x\",null,null,true],\"c\":{\"d\":null}}'"
        },
        { "JSON.stringify([1, { a: [] }, {}], null, 2)", "'[\n  1,\n  {\n    \"a\": []\n  },\n  {}\n]'" },
        { "JSON.stringify({ a: 1 }, null, '--')", "'{\n--\"a\": 1\n}'" },
        { "JSON.stringify('a\"b\\\\c\\n\\u0001é\\u2028')", "'\"a\\\"b\\\\c\\n\\u0001é\u2028\"'" },
        { "JSON.stringify('\\ud800')", "'\"\\ud800\"'" },
        { "JSON.stringify(undefined)", "undefined" },
        { "JSON.stringify(x => x)", "undefined" },
        { "JSON.stringify([x => x])", "'[null]'" },
        { "JSON.stringify(-0)", "'0'" },
        { "JSON.stringify(1e21)", "'1e+21'" },
        { "JSON.parse('{\"a\":[1,2,{\"b\":null}],\"c\":\"\\\\u00e9\"}')", "{a: [1, 2, {b: null}], c: 'é'}" },
        { "JSON.parse('{\"a\":1,\"a\":2}')", "{a: 2}" },
        { "JSON.parse(' 5 ')", "5" },
        { "JSON.parse('\"x\"')", "'x'" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Json_is_read_and_written_as_in_JavaScript(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
