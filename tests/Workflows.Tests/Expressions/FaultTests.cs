namespace Procedures.Expressions;

public class FaultTests
{
    [Theory]
    [InlineData("foo", "foo is not defined", 1, 1)]
    [InlineData("1 +\n foo", "foo is not defined", 2, 2)]
    [InlineData("undefined.x", "undefined is undefined, so 'x' cannot be read from it", 1, 11)]
    [InlineData("variables.a.b", "variables.a is undefined, so 'b' cannot be read from it", 1, 13)]
    [InlineData("(null?.a).b", "null?.a is undefined, so 'b' cannot be read from it", 1, 11)]
    [InlineData("null['x']", "null is null, so 'x' cannot be read from it", 1, 6)]
    [InlineData("'x'.foo()", "'x'.foo is not a function", 1, 1)]
    [InlineData("5()", "5 is not a function", 1, 1)]
    [InlineData("Math()", "Math is not a function", 1, 1)]
    [InlineData("Math.random()", "random numbers enter a procedure only by the drawing of lots", 1, 1)]
    [InlineData("x => x", "the expression yields a function", 1, 1)]
    [InlineData("[1, { f: Math.max }]", "the expression yields a function", 1, 1)]
    [InlineData("Math", "the expression yields a function", 1, 1)]
    [InlineData("[1].map()", "map needs a function, as in map(x => …)", 1, 1)]
    [InlineData("[].reduce((a, b) => a)", "reduce of an empty list needs an initial value", 1, 1)]
    [InlineData("[...5]", "5 is not a list (it cannot be iterated)", 1, 2)]
    [InlineData("1 in 2", "'in' needs an object or a list on its right, and 2 is none", 1, 6)]
    [InlineData("(({ a }) => a)(null)", "null cannot be taken apart into { … }", 1, 3)]
    [InlineData("(([a]) => a)(5)", "the argument of '[ … ] =>' is not a list (it cannot be iterated)", 1, 3)]
    [InlineData("JSON.parse('{')", "JSON.parse: the text is not well-formed JSON", 1, 1)]
    [InlineData("(1).toFixed(101)", "toFixed needs a number from 0 to 100", 1, 1)]
    [InlineData("'x'.repeat(-1)", "repeat needs a count that is neither negative nor infinite", 1, 1)]
    public void A_fault_says_what_failed_and_where(string source, string message, int line, int column)
    {
        var fault = Shown.Fault(source);
        Assert.Equal((message, line, column), (fault.Message, fault.Line, fault.Column));
    }

    [Theory]
    [InlineData("[1].push(2)")]
    [InlineData("[1].splice(0)")]
    [InlineData("setVariable('a', 1)")]
    public void Values_cannot_be_changed(string source) =>
        Assert.StartsWith("values cannot be changed", Shown.Fault(source).Message);

    [Fact]
    public void Sorting_leaves_the_list_as_it_was()
    {
        var list = Value.Of([Value.Of(3), Value.Of(1)]);
        var scope = Shown.Scope.WithVariable("list", list);
        Assert.Equal("[1, 3]", Shown.Of(Script.Parse("variables.list.sort()").Evaluate(scope)));
        Assert.Equal("[3, 1]", Shown.Of(list));
    }

    [Fact]
    public void Half_a_character_does_not_leave_the_interpreter() =>
        Assert.Equal("['\ufffd', {\ufffd: 1}]", Shown.Result("['\\u{1F600}'[0], { ['\\ud800']: 1 }]"));
}
