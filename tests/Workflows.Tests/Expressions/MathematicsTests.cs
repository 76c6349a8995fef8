namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class MathematicsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "Math.max(1, 5, 3)", "5" },
        { "Math.max()", "-Infinity" },
        { "Math.min(...[4, 2, 8])", "2" },
        { "Math.max(1, NaN)", "NaN" },
        { "Math.round(2.5)", "3" },
        { "Math.round(-2.5)", "-2" },
        { "Math.round(-0.2)", "-0" },
        { "Math.round(0.49999999999999994)", "0" },
        { "Math.round(1.5)", "2" },
        { "Math.floor(-1.5)", "-2" },
        { "Math.ceil(-0.5)", "-0" },
        { "Math.trunc(-4.7)", "-4" },
        { "Math.abs(-3)", "3" },
        { "Math.sign(-3)", "-1" },
        { "Math.sqrt(16)", "4" },
        { "Math.cbrt(27)", "3" },
        { "Math.pow(2, 10)", "1024" },
        { "Math.hypot(3, 4)", "5" },
        { "Math.log10(1000)", "3" },
        { "Math.log2(8)", "3" },
        { "Math.PI", "3.141592653589793" },
        { "Math.max('3', [4])", "4" },
        { "1 ** Infinity", "NaN" },
        { "NaN ** 0", "1" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Mathematics_is_JavaScripts(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
