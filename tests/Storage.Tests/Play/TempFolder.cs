namespace Procedures.Play;

/// <summary>A folder that goes with the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Name { get; } = Directory.CreateTempSubdirectory("procedures-").FullName;

    public string File(string name) => Path.Combine(Name, name);

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
