namespace Procedures.Storage;

/// <summary>Which version of a definition is meant.</summary>
public abstract record VersionChoice
{
    private VersionChoice() { }

    public static readonly VersionChoice Latest = new TheLatest();
    public static readonly VersionChoice Published = new ThePublished();
    public static VersionChoice Number(int version) => new Numbered(version);

    internal sealed record TheLatest : VersionChoice;
    internal sealed record ThePublished : VersionChoice;
    internal sealed record Numbered(int Version) : VersionChoice;
}
