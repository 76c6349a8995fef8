namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class MixtureTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "'x' + (y => y)", "'xy => y'" },
        { "'x' + Math.max(1)", "'x1'" },
        { "(a => a + 1).toString()", "'a => a + 1'" },
        { "String(Math)", "'[object Math]'" },
        { "5 + +'3'", "8" },
        { "- -3", "3" },
        { "!-1", "false" },
        { "typeof typeof 1", "'string'" },
        { "[1, 2, 3] .map ( x => x )", "[1, 2, 3]" },
        { "1 < 2 < 3", "true" },
        { "3 > 2 > 1", "false" },
        { "'b' + 'a' + +'a' + 'a'", "'baNaNa'" },
        { "[10, 1, 3].map(n => n > 2 ? 'big' : 'small').join('/')", "'big/small/big'" },
        { "'2026-10-01' < '2026-10-02'", "true" },
        { "((x, y) => ({ x, y }))(1, 2)", "{x: 1, y: 2}" },
        { "0.1 * 3", "0.30000000000000004" },
        { "1e300 * 1e10", "Infinity" },
        { "5 % 0", "NaN" },
        { "-5 % 5", "-0" },
        { "2 ** -1", "0.5" },
        { "2 ** 0.5", "1.4142135623730951" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Mixed_expressions_yield_what_JavaScript_yields(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
