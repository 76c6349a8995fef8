namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class OperatorsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "1 + 2 * 3", "7" },
        { "(1 + 2) * 3", "9" },
        { "2 ** 3 ** 2", "512" },
        { "(-2) ** 2", "4" },
        { "7 % -3", "1" },
        { "-7 % 3", "-1" },
        { "-1 % 1", "-0" },
        { "5 / 0", "Infinity" },
        { "0 / 0", "NaN" },
        { "1 / -0", "-Infinity" },
        { "1_000_000 + .5 + 5.", "1000005.5" },
        { "0xff + 0b101 + 0o17", "275" },
        { "1e3 + 1E-3", "1000.001" },
        { "'5' * '2'", "10" },
        { "'5' + 2", "'52'" },
        { "5 + '2'", "'52'" },
        { "1 + null", "1" },
        { "1 + undefined", "NaN" },
        { "true + true", "2" },
        { "[] + []", "''" },
        { "[] + {}", "'[object Object]'" },
        { "[1, 2] + 3", "'1,23'" },
        { "'a' + [1, [2, 3]]", "'a1,2,3'" },
        { "null + 'x'", "'nullx'" },
        { "+'  12  '", "12" },
        { "+''", "0" },
        { "+'12px'", "NaN" },
        { "+'0x1f'", "31" },
        { "+'1e3'", "1000" },
        { "+'Infinity'", "Infinity" },
        { "+'-Infinity'", "-Infinity" },
        { "+'1_000'", "NaN" },
        { "+'.5.'", "NaN" },
        { "+[]", "0" },
        { "+[7]", "7" },
        { "+[1, 2]", "NaN" },
        { "+{}", "NaN" },
        { "-'3'", "-3" },
        { "-0", "-0" },
        { "+null", "0" },
        { "+undefined", "NaN" },
        { "!''", "true" },
        { "!!'0'", "true" },
        { "!![]", "true" },
        { "~5", "-6" },
        { "~~7.9", "7" },
        { "~'x'", "-1" },
        { "1 << 31", "-2147483648" },
        { "1 << 33", "2" },
        { "-1 >>> 0", "4294967295" },
        { "-1 >> 1", "-1" },
        { "-1 >>> 28", "15" },
        { "5 & 3 | 8 ^ 1", "9" },
        { "2 ** 32 >> 0", "0" },
        { "4294967297 | 0", "1" },
        { "1e21 | 0", "-559939584" },
        { "-2147483649 | 0", "2147483647" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Operators_compute_what_JavaScript_computes(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
