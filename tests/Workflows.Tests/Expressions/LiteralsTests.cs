namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class LiteralsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "'a' + 'b\\'c' + \"d\\\"e\"", "'ab'cd\"e'" },
        { "'\\u{1F600}'.length", "2" },
        { "'\\0'.length", "1" },
        { "`a${1 + 1}b${`c${'d'}`}e`", "'a2bcde'" },
        { "`line\\nbreak \\${x} \\``", "'line\nbreak ${x} `'" },
        { "`${{ a: { b: 2 } }.a.b}`", "'2'" },
        { "`${[1, 2]} ${null} ${undefined}`", "'1,2 null undefined'" },
        { "``", "''" },
        { "[1, 2, ]", "[1, 2]" },
        { "[...[1, 2], 3, ...'ab', ...[]]", "[1, 2, 3, 'a', 'b']" },
        { "[...'a\\u{1F600}b']", "['a', '😀', 'b']" },
        { "({ a: 1, 'b c': 2, 3: 4, [`d${1}`]: 5 })", "{3: 4, a: 1, b c: 2, d1: 5}" },
        { "({ ...{ a: 1, b: 2 }, b: 3, ...null, ...undefined, ...[9] })", "{0: 9, a: 1, b: 3}" },
        { "({ b: 1, 2: 'two', 1: 'one', a: 0 })", "{1: 'one', 2: 'two', b: 1, a: 0}" },
        { "({ a: 1, a: 2 })", "{a: 2}" },
        { "({ if: 1, new: 2 }).new", "2" },
        { "({ undefined })", "{undefined: undefined}" },
        { "[[1, 2], [3]][0][1]", "2" },
        { "[1, 2, 3].length", "3" },
        { "[1][5]", "undefined" },
        { "[1]['0']", "1" },
        { "'abc'[1]", "'b'" },
        { "'abc'['length']", "3" },
        { "({ a: 1 })['a']", "1" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Literals_mean_what_they_mean_in_JavaScript(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
