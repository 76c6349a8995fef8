namespace Procedures.Reliability.Planted;

public sealed class PlantedFaultTests
{
    [Fact]
    public void Every_fault_can_still_be_planted()
    {
        var root = Delivered.RepositoryRoot();
        var faults = PlantedFault.All(root);
        Assert.True(faults.Length >= 30);
        Assert.Equal(faults.Length, faults.DistinctBy(f => f.Id).Count());
        // Several faults stand in one file: they must not be in one another's way.
        Assert.All(faults.GroupBy(f => f.File), file => Assert.Contains(
            "Procedures.Planted.Is",
            file.Aggregate(File.ReadAllText(Path.Combine(root, file.Key)), (code, fault) => fault.Plant(code)),
            StringComparison.Ordinal));
    }
}
