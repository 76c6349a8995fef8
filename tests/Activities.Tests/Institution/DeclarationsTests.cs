using Procedures.Activities;
using Procedures.Catalog;

namespace Procedures.Tests.Steps;

public sealed class DeclarationsTests
{
    public static TheoryData<string> Types => [.. InstitutionActivities.All.Select(t => t.Declaration.TypeName)];

    private static ActivityDeclaration Find(string type) =>
        InstitutionActivities.All.Single(t => t.Declaration.TypeName == type).Declaration;

    private static void Says(Bilingual text, string where)
    {
        Assert.False(string.IsNullOrWhiteSpace(text.English), where);
        Assert.False(string.IsNullOrWhiteSpace(text.French), where);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Everything_that_the_designer_shows_is_said_in_both_languages(string type)
    {
        var declaration = Find(type);
        Says(declaration.DisplayName, type);
        Says(declaration.Description, type);
        Says(declaration.Category, type);
        foreach (var input in declaration.Inputs)
        {
            Says(input.DisplayName, input.Name);
            Says(input.Description, input.Name);
            Assert.All(input.Choices, c => Says(c.Text, $"{input.Name}: {c.Value}"));
        }
        Assert.All(declaration.Outputs, o => Says(o.Description, o.Name));
        Assert.All(declaration.Ports, p => Says(p.DisplayName, p.Name));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Names_are_unique_and_every_default_is_one_of_the_choices(string type)
    {
        var declaration = Find(type);
        Assert.Equal(declaration.Inputs.Length, declaration.Inputs.Select(i => i.Name).Distinct().Count());
        Assert.Equal(declaration.Outputs.Length, declaration.Outputs.Select(o => o.Name).Distinct().Count());
        Assert.Equal(declaration.Ports.Length, declaration.Ports.Select(p => p.Name).Distinct().Count());
        Assert.All(declaration.Inputs.Where(i => !i.Choices.IsEmpty),
            i => Assert.Contains(i.Choices, c => c.Value == i.Default.AsText));
        Assert.All(declaration.Inputs, i => Assert.Equal(i.Hint == UiHint.Dropdown, !i.Choices.IsEmpty));
    }

    [Fact]
    public void Every_body_of_the_delivered_list_can_be_chosen()
    {
        var body = Find("Procedures.Task").Input("Body")!;
        Assert.Contains(body.Choices, c =>
            c.Value == "CDH" && c.Text.French.StartsWith("Commission", StringComparison.Ordinal));
        Assert.Equal(Bodies.All.Length, body.Choices.Length);
        Assert.True(Bodies.ByCode["GOV"].IsPerState);
    }
}
