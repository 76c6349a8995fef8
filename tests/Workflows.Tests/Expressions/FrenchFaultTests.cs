using System.Text.RegularExpressions;

namespace Procedures.Expressions;

/// <summary>Whatever an expression gets wrong is told in French as well, and in French only.</summary>
public sealed partial class FrenchFaultTests
{
    [Theory]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1\n2")]
    [InlineData("let x = 1")]
    [InlineData("if (true) 1")]
    [InlineData("for (;;) 1")]
    [InlineData("return 1")]
    [InlineData("function f() {}")]
    [InlineData("delete a.b")]
    [InlineData("new Map()")]
    [InlineData("await x")]
    [InlineData("a = 1")]
    [InlineData("a += 1")]
    [InlineData("a++")]
    [InlineData("1; 2")]
    [InlineData("{ a b }")]
    [InlineData("x => { return 1 }")]
    [InlineData("(x, x) => 1")]
    [InlineData("(...x, y) => 1")]
    [InlineData("({...x, y}) => 1")]
    [InlineData("(1) => 1")]
    [InlineData("f`x`")]
    [InlineData("a.#b")]
    [InlineData("a.1b")]
    [InlineData("f(,1)")]
    [InlineData("[1 2]")]
    [InlineData("()")]
    [InlineData("(1, 2)")]
    [InlineData("this")]
    [InlineData("async x => 1")]
    [InlineData("{ f() {} }")]
    [InlineData("a instanceof b")]
    [InlineData("a ?? b || c")]
    [InlineData("-1 ** 2")]
    [InlineData("'open")]
    [InlineData("`open")]
    [InlineData("'\\1'")]
    [InlineData("'\\x1'")]
    [InlineData("'\\u{}'")]
    [InlineData("0x")]
    [InlineData("1n")]
    [InlineData("1a")]
    [InlineData("01")]
    [InlineData("1e")]
    [InlineData("/a/")]
    [InlineData("/* open")]
    [InlineData("§")]
    public void A_text_that_is_no_expression_is_refused_in_French(string source) =>
        RequireFrench(Shown.SyntaxError(source).Text);

    [Theory]
    [InlineData("nobody")]
    [InlineData("null.length")]
    [InlineData("getNobody()")]
    [InlineData("'a'.b()")]
    [InlineData("Math()")]
    [InlineData("(({a}) => 1)(null)")]
    [InlineData("(([a]) => 1)(1)")]
    [InlineData("[...1]")]
    [InlineData("x => x")]
    [InlineData("1 in 'a'")]
    [InlineData("[1].map(1)")]
    [InlineData("[1].push(2)")]
    [InlineData("[1].forEach(x => x)")]
    [InlineData("[].reduce((a, b) => a)")]
    [InlineData("[1].with(5, 1)")]
    [InlineData("[2, 1].sort(1)")]
    [InlineData("'a'.repeat(-1)")]
    [InlineData("'a'.normalize('X')")]
    [InlineData("(1).toFixed(200)")]
    [InlineData("Object.keys(null)")]
    [InlineData("Object.assign(1)")]
    [InlineData("Object.fromEntries([1])")]
    [InlineData("Object.fromEntries(1)")]
    [InlineData("Array.from(null)")]
    [InlineData("JSON.parse('x')")]
    [InlineData("JSON.parse('1', 2)")]
    [InlineData("JSON.stringify(1, x => x)")]
    [InlineData("Math.random()")]
    [InlineData("newGuid()")]
    [InlineData("parseGuid('x')")]
    [InlineData("stringFromBase64('?')")]
    [InlineData("setVariable('x', 1)")]
    [InlineData("setNobody(1)")]
    [InlineData("new Date()")]
    [InlineData("Date.now()")]
    [InlineData("day(1)")]
    [InlineData("day([1])")]
    [InlineData("day('x')")]
    [InlineData("addDays('2026-10-01', 1.5)")]
    [InlineData("addYears('2026-10-01', 100000)")]
    [InlineData("minDay()")]
    [InlineData("ageOn('2026-10-01', '2020-10-01')")]
    public void An_expression_that_fails_says_why_in_French(string source) =>
        RequireFrench(Shown.Fault(source).Text);

    [Fact]
    public void An_expression_without_end_says_so_in_French() => RequireFrench(Shown.Fault("[1].map(x => x)", 3).Text);

    private static void RequireFrench(Bilingual text)
    {
        Assert.NotEqual(text.English, text.French);
        // What stands in quotes is the reader's own.
        var french = Quoted().Replace(text.French, "X");
        Assert.DoesNotMatch(English(), french);
        Assert.DoesNotMatch(Cramped(), french);
    }

    [GeneratedRegex(@"'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(the|is|are|not|and|of|cannot|needs|here|there|has|have|an|to|be)\b")]
    private static partial Regex English();

    [GeneratedRegex(@"[^\s][:;?!»](\s|$)")]
    private static partial Regex Cramped();
}
