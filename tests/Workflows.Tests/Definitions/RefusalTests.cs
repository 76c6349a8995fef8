using System.Text;

namespace Procedures.Definitions;

public class RefusalTests
{
    public static TheoryData<string, string, string> Files => new()
    {
        { "", "$", "The file is empty." },
        { " \n", "$", "The file is empty." },
        { "[]", "$", "A definition is a JSON object, but the file holds a list." },
        { "null", "$", "A definition is a JSON object, but the file holds null." },
        { "{}", "$", "The definition has no root activity (“root”)." },
        { """{"root":null}""", "$", "The definition has no root activity (“root”)." },
        { """{"root":"x"}""", "$.root", "The root must be an activity, but is a text." },
        { """{"model":{"root":{}}}""", "$", "This is a message that Studio sends to save: the definition is the object "
            + "inside “model”." },
        { """{"activities":[]}""", "$", "The definition has no root activity. A list “activities” at this level is the "
            + "format of Elsa 2." },
        { "{\n \"é\": {\"root\": [1, x]}}", "$.é.root[0]", "The JSON is not valid at line 2, column 20." },
        { "{\"root\": {\"id\": \"a\",", "$.root.id", "The JSON ends too early, "
            + "at line 1, column 20: it is not complete." },
        { "{} {}", "$", "The JSON is not valid at line 1, column 4." },
        { """{"root":"\ud800"}""", "$.root", "A text contains half a character (an unpaired \\ud8xx escape)." },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void What_is_no_definition_is_refused_with_the_place_and_the_reason(string file, string place, string reason)
    {
        var reading = FakeCatalog.Reader.Read(file);
        Assert.True(reading.IsRefused);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((FindingSeverity.Refused, reason), (finding.Severity, finding.Message.English));
        Assert.Equal(place, finding.Place);
        Assert.NotEqual(finding.Message.English, finding.Message.French);
    }

    [Fact]
    public void A_text_that_UTF_8_cannot_say_is_refused() =>
        Assert.Equal(
            "The text contains half a character (an unpaired surrogate).",
            Assert.Single(FakeCatalog.Reader.Read("{\"root\":\"\ud800\"}").Findings).Message.English);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"id\":\"x\",\"type\":\"Elsa.While\",\"body\":", "}")]
    [InlineData("{\"id\":\"x\",\"type\":\"Elsa.Sequence\",\"activities\":[", "]}")]
    public void Ten_thousand_levels_are_refused_and_overflow_nothing(string open, string close)
    {
        var nest = new StringBuilder("{\"root\":").Insert(8, open, 10_000).Append("{}");
        for (var i = 0; i < 10_000; i++) nest.Append(close);
        foreach (var file in new[] { nest.ToString() + "}", nest.ToString(0, nest.Length / 3) })
        {
            var finding = Assert.Single(FakeCatalog.Reader.Read(file).Findings);
            Assert.Equal(FindingSeverity.Refused, finding.Severity);
            Assert.Equal(
                "The JSON nests more than 200 levels deep; no definition needs that.", finding.Message.English);
        }
    }

    [Fact]
    public void Activities_nested_as_deep_as_is_allowed_are_read()
    {
        var body = "null";
        for (var i = 0; i < 190; i++) body = $$"""{"id":"w{{i}}","type":"Elsa.While","body":{{body}}}""";
        var reading = FakeCatalog.Reader.Read($$"""{"name":"n","definitionId":"d","root":{{body}}}""");
        Assert.Empty(reading.Findings);
        Assert.Equal(190, reading.Definition!.Nodes.Count());
    }

    [Fact]
    public void More_than_twenty_megabytes_are_refused()
    {
        var finding = Assert.Single(FakeCatalog.Reader.Read(new byte[DefinitionReader.LargestFile + 1]).Findings);
        Assert.Equal("The file is larger than 20 MB.", finding.Message.English);
        Assert.Equal("Le fichier dépasse 20 Mo.", finding.Message.French);
    }

    [Fact]
    public void More_than_ten_thousand_activities_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, 10_001).Select(i => $$"""{"id":"a{{i}}","type":"Elsa.End"}"""));
        var reading = FakeCatalog.Reader.Read(
            $$"""{"root":{"id":"r","type":"Elsa.Sequence","activities":[{{many}}] } }""");
        Assert.True(reading.IsRefused);
        Assert.Contains(reading.Findings, f => f.Message.English == "The definition has more than 10000 activities.");
    }

    [Fact]
    public void A_list_of_findings_that_nobody_can_read_is_cut()
    {
        var many = string.Join(
            ',', Enumerable.Range(0, 5_000).Select(i => $$"""{"id":"a{{i}}","type":"Nobody.Knows{{i}}"}"""));
        var reading = FakeCatalog.Reader.Read(
            $$"""{"root":{"id":"r","type":"Elsa.Sequence","activities":[{{many}}] } }""");
        Assert.Equal(501, reading.Findings.Length);
        Assert.EndsWith(
            "more findings are not listed.", reading.Findings[^1].Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_mistake()
    {
        var text = Corpus.Text("fork");
        Assert.Empty(FakeCatalog.Reader.Read("\ufeff" + text).Findings);
        Assert.Empty(FakeCatalog.Reader.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).Findings);
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_by_name()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.Latin1 })
        {
            byte[] file = [.. encoding.Preamble, .. encoding.GetBytes(Corpus.Text("election"))];
            Assert.Equal(
                "The file is not UTF-8 text. Save it with the encoding UTF-8.",
                Assert.Single(FakeCatalog.Reader.Read(file).Findings).Message.English);
        }
    }
}
