
namespace Procedures.Expressions;

public class BudgetTests
{
    [Theory]
    [InlineData("'x'.repeat(1e9)")]
    [InlineData("'x'.padStart(1e9)")]
    [InlineData("'x'.padEnd(Infinity, 'ab')")]
    [InlineData("Array.from({ length: 1e9 })")]
    [InlineData("Array.from({ length: Infinity }, (_, i) => i)")]
    [InlineData("Array.from({ length: 50 }).reduce(s => s + s, 'xxxxxxxx').length")]
    [InlineData("Array.from({ length: 50 }).reduce(s => `${s}${s}`, 'xxxxxxxx').length")]
    [InlineData("Array.from({ length: 50 }).reduce(l => [...l, ...l], [1])")]
    [InlineData("Array.from({ length: 50 }).reduce(l => l.concat(l), [1])")]
    [InlineData("Array.from({ length: 40 }).reduce(l => [l, l], 1)")]
    [InlineData("JSON.stringify(Array.from({ length: 40 }).reduce(l => [l, l], 1))")]
    [InlineData("String(Array.from({ length: 40 }).reduce(l => [l, l], 1))")]
    [InlineData("Array.from({ length: 40 }).reduce(l => [l, l], 1).flat(Infinity)")]
    [InlineData("Array.from({ length: 9000 }, (_, i) => i).map(x => Array.from({ length: 9000 }, (_, i) => i + x))")]
    [InlineData("'x'.repeat(100000).split('').map(x => 'x'.repeat(100000))")]
    [InlineData("'a'.repeat(400000).includes('a'.repeat(99999) + 'b' + 'a'.repeat(99999))")]
    [InlineData("'a'.repeat(400000).lastIndexOf('a'.repeat(99999) + 'b' + 'a'.repeat(99999))")]
    [InlineData("'x'.repeat(900000).replaceAll('x', '$&$`')")]
    [InlineData("Array.from({ length: 12000 }, (_, i) => i).sort(() => 1)")]
    [InlineData("Array.from({ length: 1000 }, () => 'x'.repeat(9000)).join('')")]
    public void Work_and_memory_have_a_bound(string source)
    {
        var script = Script.Parse(source);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<ScriptFaultException>(() => script.Evaluate(Shown.Scope));
        Assert.Equal("the expression took more than 100000 steps", fault.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000_000);
    }

    [Fact]
    public void Every_part_costs_one_step()
    {
        var script = Script.Parse("1 + 2 * 3");
        Assert.Equal(Value.Of(7), script.Evaluate(Shown.Scope, 6));
        Assert.Throws<ScriptFaultException>(() => script.Evaluate(Shown.Scope, 5));
    }

    [Theory]
    [InlineData("(f => f(f))(f => f(f))")]
    [InlineData("(f => f(f, 0))((f, n) => [1].map(() => f(f, n + 1)))")]
    [InlineData("JSON.stringify(Array.from({ length: 5000 }).reduce(l => [l], 1))")]
    [InlineData("String(Array.from({ length: 5000 }).reduce(l => [l], 1))")]
    [InlineData("Array.from({ length: 5000 }).reduce(f => x => f(x), x => x)(1)")]
    public void Calls_and_values_that_nest_without_end_are_stopped(string source) =>
        Assert.Contains("too deeply", OnSmallStack(() => Shown.Fault(source)).Message);

    [Fact]
    public void A_result_nests_no_deeper_than_JSON_readers_accept()
    {
        Assert.Contains("deep in one another", Shown.Fault("Array.from({ length: 60 }).reduce(l => [l], 1)").Message);
        var deepest = Script.Parse("Array.from({ length: 50 }).reduce(l => [l], 1)").Evaluate(Shown.Scope);
        Assert.Equal(deepest, ValueJson.Parse(ValueJson.ToJson(deepest)));
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("{a:", "1", "}")]
    [InlineData("!", "1", "")]
    [InlineData("- ", "1", "")]
    [InlineData("x=>", "1", "")]
    [InlineData("f(", "1", ")")]
    [InlineData("1?1:", "1", "")]
    [InlineData("1+(1*(", "1", "))")]
    [InlineData("`${", "1", "}`")]
    [InlineData("2**", "1", "")]
    [InlineData("([", "a", "])=>1")]
    [InlineData("(a=", "a", ")=>1")]
    [InlineData("", "a", ".b")]
    [InlineData("", "a", "?.b")]
    [InlineData("", "a", "+1")]
    [InlineData("", "a", "()")]
    [InlineData("", "a", "||1")]
    [InlineData("1||1&&1|1^1&1==1<1<<1+1*(", "1", ")")]
    public void Endless_nesting_is_a_syntax_error_and_never_breaks_the_stack(string open, string inner, string close)
    {
        foreach (var times in new[] { 1_000, 3_900, 100_000 })
            OnSmallStack(() => Shown.SyntaxError(Repeated(open, times) + inner + Repeated(close, times)));
    }

    [Fact]
    public void Usual_nesting_is_read_and_evaluated()
    {
        Assert.Equal("1", Shown.Result(Repeated("(", 150) + "1" + Repeated(")", 150)));
        Assert.Equal("501", Shown.Result("1" + Repeated("+1", 500)));
        Assert.Equal("7", Shown.Result(Repeated("0?1:", 150) + "7"));
    }

    [Fact]
    public void The_tallest_trees_are_evaluated_on_a_small_stack()
    {
        var tall = "(f => f(f, 0))((f, n) => n > 2 ? 0 : f(f, n + 1)" + Repeated("+1", 500) + ")";
        Assert.Equal("1500", OnSmallStack(() => Shown.Result(tall)));
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>A pool thread on Linux has 1.5 MB; half of it must do.</summary>
    private static T OnSmallStack<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(() => { result = work(); }), 768 * 1024);
        thread.Start();
        thread.Join();
        return failure is null ? result!
            : throw new InvalidOperationException("On the small stack: " + failure.Message, failure);
    }
}
