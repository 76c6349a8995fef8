using Procedures.Expressions;

namespace Procedures.Definitions;

public class VariableTests
{
    public static TheoryData<string, string> Defaults => new()
    {
        { "Title", "\"Untitled\"" }, { "Count", "42" }, { "Ratio", "0.5" }, { "Price", "12.3" },
        { "Big", "9000000000" }, { "Ready", "true" }, { "Opened", "\"2026-05-20T00:00:00\"" },
        { "Closed", "\"2026-05-20T10:00:00+02:00\"" }, { "Wait", "\"15.00:00:00\"" },
        { "Key", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"" }, { "Anything", "{\"seats\":[1,2]}" },
        { "Text as object", "\"plain words\"" }, { "Names", "[\"a\",\"b\"]" }, { "Json", "{\"a\":1}" },
        { "Days", "null" }, { "Map", "{\"k\":\"v\"}" }, { "Bytes", "\"AAEC\"" }, { "Empty", "null" },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void The_text_that_Studio_saves_becomes_a_value_of_the_variables_type(string name, string json)
    {
        var variable = Corpus.Read("variables").Variables.Single(v => v.Name == name);
        Assert.Equal(json, ValueJson.ToJson(variable.Default));
    }

    [Fact]
    public void The_corpus_has_one_expectation_for_each_variable() =>
        Assert.Equal(Defaults.Count, Corpus.Read("variables").Variables.Length);
}
