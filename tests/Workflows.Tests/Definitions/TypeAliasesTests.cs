namespace Procedures.Definitions;

public class TypeAliasesTests
{
    private const string Core =
        ", System.Private.CoreLib, Version=9.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e";

    [Theory]
    [InlineData("String", "String")]
    [InlineData("int32", "Int32")]
    [InlineData("Int32?", "Int32?")]
    [InlineData("String[]", "String[]")]
    [InlineData("System.String, System.Private.CoreLib", "String")]
    [InlineData("System.String" + Core, "String")]
    [InlineData("System.String", "String")]
    [InlineData("System.String[]" + Core, "String[]")]
    [InlineData("System.Byte[]" + Core, "ByteArray")]
    [InlineData("System.Nullable`1[[System.Boolean" + Core + "]]" + Core, "Boolean?")]
    [InlineData("System.Collections.Generic.ICollection`1[[System.String" + Core + "]]" + Core, "String[]")]
    [InlineData("System.Collections.Generic.List`1[[System.Int32" + Core + "]][]" + Core, "Int32[][]")]
    [InlineData(
        "System.Collections.Generic.IDictionary`2[[System.String" + Core + "],[System.Object" + Core + "]]" + Core,
        "ObjectDictionary")]
    [InlineData(
        "System.Collections.Generic.Dictionary`2[[System.String" + Core + "],[System.String" + Core + "]]" + Core,
        "StringMap")]
    [InlineData("System.Dynamic.ExpandoObject, System.Linq.Expressions", "JSON")]
    [InlineData("System.Text.Json.Nodes.JsonObject, System.Text.Json", "JsonObject")]
    [InlineData("Elsa.Workflows.Activities.Flowchart.Models.FlowJoinMode, Elsa.Workflows.Core", "FlowJoinMode")]
    [InlineData("Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core, Version=3.2.0.0",
        "FaultStrategy")]
    [InlineData("Acme.Case, Acme", "Acme.Case")]
    [InlineData("", "Object")]
    [InlineData(null, "Object")]
    [InlineData("`1[[", "`1[[")]
    [InlineData("A`1", "A")]
    public void A_long_name_is_known_by_its_alias(string? name, string alias) =>
        Assert.Equal(alias, TypeAliases.Resolve(name));

    [Fact]
    public void A_resolved_name_stays_as_it_is() =>
        Assert.All(
            ["String[]", "Int32?", "ByteArray", "ObjectDictionary", "FlowJoinMode", "Acme.Case"],
            name => Assert.Equal(name, TypeAliases.Resolve(name)));

    [Fact]
    public void A_name_of_any_length_is_resolved_without_harm()
    {
        foreach (var part in new[] { "[", "]", "[]", "?", "A`1[[", "," })
        {
            var name = string.Concat(Enumerable.Repeat(part, 50_000 / part.Length));
            Assert.NotNull(TypeAliases.Resolve(name));
            Assert.NotNull(TypeAliases.Resolve(name[..1000]));
        }
    }
}
