namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class NumberWritingTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "String(0.1 + 0.2)", "'0.30000000000000004'" },
        { "String(1e21)", "'1e+21'" },
        { "String(123456789012345680000)", "'123456789012345680000'" },
        { "String(1e-7)", "'1e-7'" },
        { "String(0.000001)", "'0.000001'" },
        { "String(1.5e-10)", "'1.5e-10'" },
        { "String(-0)", "'0'" },
        { "String(1 / 3)", "'0.3333333333333333'" },
        { "String(5e-324)", "'5e-324'" },
        { "String(1.7976931348623157e308)", "'1.7976931348623157e+308'" },
        { "String(4.35)", "'4.35'" },
        { "String(1e15)", "'1000000000000000'" },
        { "String(1e16)", "'10000000000000000'" },
        { "String(123e-20)", "'1.23e-18'" },
        { "String(100)", "'100'" },
        { "String(-1e21)", "'-1e+21'" },
        { "String(1.5e300)", "'1.5e+300'" },
        { "String(0.00001234)", "'0.00001234'" },
        { "String(9007199254740993)", "'9007199254740992'" },
        { "String(1234567.8901)", "'1234567.8901'" },
        { "(255).toString(16)", "'ff'" },
        { "(255).toString(2)", "'11111111'" },
        { "(0.5).toString(2)", "'0.1'" },
        { "(0.1).toString(2)", "'0.0001100110011001100110011001100110011001100110011001101'" },
        { "(0.1).toString(3)", "'0.0022002200220022002200220022002201'" },
        { "(-255.5).toString(36)", "'-73.i'" },
        { "(3.14159).toString(8)", "'3.11037476006703156'" },
        { "(1e-7).toString(16)", "'0.000001ad7f29abcaf48'" },
        { "(1.005).toFixed(2)", "'1.00'" },
        { "(2.5).toFixed(0)", "'3'" },
        { "(-2.5).toFixed(0)", "'-3'" },
        { "(0.5).toFixed(0)", "'1'" },
        { "(1.45).toFixed(1)", "'1.4'" },
        { "(8.345).toFixed(2)", "'8.35'" },
        { "(10).toFixed(2)", "'10.00'" },
        { "(0).toFixed(2)", "'0.00'" },
        { "(-0.0001).toFixed(2)", "'-0.00'" },
        { "(1e21).toFixed(2)", "'1e+21'" },
        { "(123.456).toFixed(10)", "'123.4560000000'" },
        { "(1.23e-10).toFixed(2)", "'0.00'" },
        { "NaN.toFixed(1)", "'NaN'" },
        { "(123.456).toPrecision(4)", "'123.5'" },
        { "(0.000001234).toPrecision(2)", "'0.0000012'" },
        { "(0.0000001234).toPrecision(2)", "'1.2e-7'" },
        { "(123456).toPrecision(2)", "'1.2e+5'" },
        { "(123456).toPrecision(6)", "'123456'" },
        { "(1.25).toPrecision(2)", "'1.3'" },
        { "(0).toPrecision(3)", "'0.00'" },
        { "(35).toPrecision()", "'35'" },
        { "5..toString()", "'5'" },
        { "1.0.toFixed(1)", "'1.0'" },
        { "(25).toString()", "'25'" },
        { "true.toString()", "'true'" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Numbers_are_written_as_in_JavaScript(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
