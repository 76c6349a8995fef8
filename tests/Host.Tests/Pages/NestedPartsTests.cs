using Procedures.Execution;
using Procedures.Expressions;
using Procedures.Runtime;

namespace Procedures.Host.Tests;

/// <summary>Whoever reads the file of an election finds there what is recorded in the files of its parts.</summary>
[Collection(PageCollection.Name)]
public sealed class NestedPartsTests(PageHost host)
{
    [Theory]
    [InlineData("en", "Nominations: Secretary General (term ending on 17 September 2029)")]
    [InlineData("fr", "Candidatures : Secrétaire Général(e) (mandat prenant fin le 17 septembre 2029)")]
    public async Task What_may_be_reported_in_a_part_stands_in_the_file_of_the_whole_with_the_part_s_name(
        string language, string part)
    {
        var inputs = Value.MapOf(("TermEnds", Value.Of("2029-09-17")));
        var id = (await host.Conductor.OpenAsync(
            "secretary-general-election", new OpeningRequest(inputs, "Clara Cedar"))).ProcedureId!;
        foreach (var step in new[] { "P2.01", "P2.02" })
        {
            var asked = (await host.Store.LoadAsync(id))!.Waits.Single(w => w.Assignment?.Step == step);
            await host.Conductor.SendAsync(id, new Stimulus.TaskCompleted(
                asked.Id, asked.Assignment!.Outcomes[0].Name, Value.Map.Empty) { Actor = "Clara Cedar" });
        }
        while (await host.Conductor.DoDueWorkAsync(10) > 0) { }
        var child = Assert.Single(await host.Store.ChildrenAsync(id));
        var wait = await host.WaitOfAsync(child.Id, "P2.03n");
        using var reader = host.Reader();
        foreach (var page in new[] { $"/{language}/procedures/{id}", $"/{language}/procedures/{id}/happened" })
        {
            var link = (await reader.PageAsync(page)).QuerySelector($"li a[href$='/procedures/{child.Id}/tasks/{wait}']");
            Assert.Contains(part, link!.ParentElement!.TextContent, StringComparison.Ordinal);
        }
    }
}
