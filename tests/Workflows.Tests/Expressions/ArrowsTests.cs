namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class ArrowsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "(x => x * 2)(4)", "8" },
        { "((a, b = a + 1) => a + b)(1)", "3" },
        { "((a, b = 2) => a + b)(1, undefined)", "3" },
        { "((a, ...rest) => [a, rest])(1, 2, 3)", "[1, [2, 3]]" },
        { "((...[a, b]) => a + b)(1, 2)", "3" },
        { "(({ a, b: { c = 3 } = {}, ...others }) => [a, c, others])({ a: 1, d: 4, e: 5 })", "[1, 3, {d: 4, e: 5}]" },
        { "(([a, , b = 9, ...c]) => [a, b, c])([1, 2, undefined, 4, 5])", "[1, 9, [4, 5]]" },
        { "(({ a }, [b]) => a + b)({ a: 1 }, [2])", "3" },
        { "(a => b => c => a + b + c)(1)(2)(3)", "6" },
        { "(() => 5)()", "5" },
        { "(() => ({ a: 1 }))()", "{a: 1}" },
        { "[1, 2, 3].map((x, i, all) => x * i + all.length)", "[3, 5, 9]" },
        { "((f, n) => f(f, n))((f, n) => n < 2 ? 1 : n * f(f, n - 1), 10)", "3628800" },
        { "['1', '2', '3'].map(Number)", "[1, 2, 3]" },
        { "['1', '2', '3'].map(parseInt)", "[1, NaN, NaN]" },
        { "[0, 1, '', 'a', null].filter(Boolean)", "[1, 'a']" },
        { "[1, 2].map(String)", "['1', '2']" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Arrow_functions_bind_their_parameters_as_in_JavaScript(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
