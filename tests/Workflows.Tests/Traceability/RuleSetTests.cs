using System.Text.Json;

namespace Procedures.Traceability;

public sealed class RuleSetTests
{
    private const string Small = """
        {"id": "x/2023-01", "title": "Rules", "sections": [{"numeral": "v", "title": "Candidates"}],
         "paragraphs": [{"id": "v.3", "about": "Refusals."}, {"id": "v.3.i", "about": "Fields.", "withoutNode": "None."}]}
        """;

    [Fact]
    public void A_paragraph_is_known_by_itself_and_by_what_it_is_part_of()
    {
        var rules = RuleSet.Read(Small);
        Assert.True(rules.Knows("v"));
        Assert.True(rules.Knows("v.3"));
        Assert.True(rules.Knows("v.3.i"));
        Assert.False(rules.Knows("v.3.ii"));
        Assert.False(rules.Knows("v.30"));
    }

    [Fact]
    public void An_entry_without_its_subject_is_refused() =>
        Assert.Throws<JsonException>(() =>
            RuleSet.Read(Small.Replace("\"about\": \"Fields.\", ", "", StringComparison.Ordinal)));
}
