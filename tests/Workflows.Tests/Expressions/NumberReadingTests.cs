namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class NumberReadingTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "String()", "''" },
        { "String(null)", "'null'" },
        { "String([1, [2, null, undefined], 'x'])", "'1,2,,,x'" },
        { "String({})", "'[object Object]'" },
        { "Number()", "0" },
        { "Number('')", "0" },
        { "Number(' 12.5 ')", "12.5" },
        { "Number('12.5.1')", "NaN" },
        { "Number(null)", "0" },
        { "Number(undefined)", "NaN" },
        { "Number([5])", "5" },
        { "Number('0b11')", "3" },
        { "Number('1e1000')", "Infinity" },
        { "Number('-')", "NaN" },
        { "Number('+5')", "5" },
        { "Number('e5')", "NaN" },
        { "Number('5e')", "NaN" },
        { "Boolean('false')", "true" },
        { "Boolean(0)", "false" },
        { "Boolean([])", "true" },
        { "parseInt('12px')", "12" },
        { "parseInt('  -42abc')", "-42" },
        { "parseInt('0x1f')", "31" },
        { "parseInt('11', 2)", "3" },
        { "parseInt('z', 36)", "35" },
        { "parseInt('')", "NaN" },
        { "parseInt('9', 8)", "NaN" },
        { "parseInt('123', 37)", "NaN" },
        { "parseInt(null)", "NaN" },
        { "parseInt('1e3')", "1" },
        { "parseInt(0.0000005)", "5" },
        { "parseFloat('3.14abc')", "3.14" },
        { "parseFloat('.5')", "0.5" },
        { "parseFloat('-.5e-2x')", "-0.005" },
        { "parseFloat('abc')", "NaN" },
        { "parseFloat('1e')", "1" },
        { "parseFloat('  7 ')", "7" },
        { "parseFloat('Infinityx')", "Infinity" },
        { "parseFloat('5.')", "5" },
        { "parseFloat('.')", "NaN" },
        { "isNaN('x')", "true" },
        { "isNaN('5')", "false" },
        { "isNaN(undefined)", "true" },
        { "isFinite('5')", "true" },
        { "isFinite(Infinity)", "false" },
        { "Number.isInteger(5)", "true" },
        { "Number.isInteger('5')", "false" },
        { "Number.isInteger(5.5)", "false" },
        { "Number.isSafeInteger(9007199254740992)", "false" },
        { "Number.MAX_SAFE_INTEGER", "9007199254740991" },
        { "Number.parseFloat('1.5')", "1.5" },
        { "Number.isNaN('x')", "false" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Values_are_converted_as_in_JavaScript(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
