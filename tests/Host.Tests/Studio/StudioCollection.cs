namespace Procedures.Host.Tests;

/// <summary>Tests in Studio share one program and one start of Studio, which takes longer than all they do in
/// it; nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class StudioCollection : ICollectionFixture<StudioSetting>
{
    public const string Name = "studio";
}
