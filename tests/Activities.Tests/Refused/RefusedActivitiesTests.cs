using Procedures.Activities.Refused;
using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Definitions;
using Procedures.Activities;
using Procedures.Expressions;
using Procedures.Rehearsal;
using Procedures.Tests.Drawing;

namespace Procedures.Tests.Refused;

public sealed class RefusedActivitiesTests
{
    public static TheoryData<string> Types => [.. RefusedActivities.All.Select(t => t.Declaration.TypeName)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_refused_type_is_an_error_in_the_definition_and_an_incident_when_it_runs(string type)
    {
        var refusal = ElsaActivities.Catalog.Find(type)!.Declaration.Refusal!;
        var reading = new Chart().Add(type, "x").Plan().Read();
        var finding = Assert.Single(reading.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(("x", refusal), (finding.ActivityId, finding.Message));

        var world = new World(new Engine(ElsaActivities.Catalog, Institution.Empty), _ => null, Stage.Begin);
        var procedure = world.Open("p", reading.Definition!, new Stimulus.Opened(Value.Map.Empty));
        Assert.Equal((ProcedureStatus.Faulted, refusal.English),
            (procedure.Status, Assert.Single(procedure.Incidents).Message));
    }

    [Fact]
    public void Refused_types_are_known_but_not_offered() =>
        Assert.All(RefusedActivities.All, t => Assert.False(t.Declaration.IsBrowsable));

    [Fact]
    public void A_refused_type_must_say_why() =>
        Assert.Throws<ArgumentException>(() => new RefusedActivity(
            new ActivityDeclaration("A.B", Bilingual.Empty, Bilingual.Empty, Bilingual.Empty)));
}
