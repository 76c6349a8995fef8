using System.Text.Json;
using Procedures.Execution;

namespace Procedures.Mandates;

/// <summary>Rules on terms are dated: a term keeps the rule under which it began.</summary>
public sealed class OfficesTests
{
    private static readonly Offices Offices = Offices.Read(new OwnDefinitions().Text("offices.json"));

    [Theory]
    [InlineData("judge", "2010-05-31", 6, null)]
    [InlineData("judge", "2010-06-01", 9, 1)]
    [InlineData("secretary-general", "2024-09-18", 5, null)]
    [InlineData("deputy-secretary-general", "2012-09-01", 5, null)]
    [InlineData("assembly-secretary-general", "2021-03-01", 5, null)]
    [InlineData("commissioner", "2024-04-01", 6, 1)]
    [InlineData("cpt-member", "2025-12-20", 4, 3)]
    public void Each_office_has_its_length_and_its_number_of_terms(string office, string begins, int years, int? terms)
    {
        var rule = Offices.Find(office)!.RuleOn(DateOnly.Parse(begins))!;
        Assert.Equal((years, terms), (rule.Years, rule.MostTerms));
        Assert.NotEmpty(rule.Source.French);
    }

    [Fact]
    public void A_shorter_or_longer_term_may_be_agreed_where_the_rule_says_so()
    {
        var begins = new DateOnly(2023, 12, 20);
        Assert.Equal(new DateOnly(2029, 12, 19), Offices.Find("cpt-member")!.RuleOn(begins)!.LatestEndOf(begins));
        Assert.Equal(new DateOnly(2032, 12, 19), Offices.Find("judge")!.RuleOn(begins)!.LatestEndOf(begins));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"offices\":[{\"code\":\"x\"}]}")]
    [InlineData("{\"offices\":[{\"code\":\"x\",\"en\":\"X\",\"fr\":\"X\",\"definition\":\"d\",\"inputs\":{},\"terms\":[]}]}")]
    public void A_file_that_lacks_something_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => Offices.Read(json));

    [Fact]
    public void Two_offices_with_one_definition_are_refused()
    {
        const string office = "{\"code\":\"x\",\"en\":\"X\",\"fr\":\"X\",\"definition\":\"d\",\"inputs\":{},"
            + "\"terms\":[{\"from\":\"2000-01-01\",\"years\":5,\"source\":\"s\",\"sourceFr\":\"s\"}]}";
        Assert.Single(Offices.Read($"{{\"offices\":[{office}]}}").All);
        Assert.Throws<JsonException>(() => Offices.Read($"{{\"offices\":[{office},{office}]}}"));
    }
}
