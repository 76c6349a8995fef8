namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class ComparisonsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "1 < 2", "true" },
        { "'a' < 'b'", "true" },
        { "'10' < '9'", "true" },
        { "'10' < 9", "false" },
        { "null >= 0", "true" },
        { "null > 0", "false" },
        { "undefined == null", "true" },
        { "undefined === null", "false" },
        { "null == 0", "false" },
        { "'' == 0", "true" },
        { "'1' == 1", "true" },
        { "true == 1", "true" },
        { "true == '1'", "true" },
        { "[1] == 1", "true" },
        { "'1,2' == [1, 2]", "true" },
        { "({}) == '[object Object]'", "true" },
        { "NaN == NaN", "false" },
        { "NaN != NaN", "true" },
        { "[] == []", "false" },
        { "[] == ''", "true" },
        { "null == false", "false" },
        { "undefined <= 1", "false" },
        { "1 <= NaN", "false" },
        { "'b' >= 'a'", "true" },
        { "typeof 1", "'number'" },
        { "typeof 'x'", "'string'" },
        { "typeof null", "'object'" },
        { "typeof undefined", "'undefined'" },
        { "typeof true", "'boolean'" },
        { "typeof []", "'object'" },
        { "typeof {}", "'object'" },
        { "typeof (x => x)", "'function'" },
        { "typeof nothingOfThatName", "'undefined'" },
        { "typeof Math", "'object'" },
        { "typeof Math.max", "'function'" },
        { "typeof 'x'.slice", "'function'" },
        { "void 0", "undefined" },
        { "'a' in { a: undefined }", "true" },
        { "'b' in { a: 1 }", "false" },
        { "1 in [1, 2]", "true" },
        { "2 in [1, 2]", "false" },
        { "'length' in []", "true" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Comparisons_and_kinds_are_JavaScripts(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
