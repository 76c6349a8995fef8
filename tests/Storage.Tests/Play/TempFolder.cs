namespace Procedures.Play;

/// <summary>A folder that goes with the test.</summary>
public sealed class TempFolder : IDisposable
{
    // In memory where there is such a place: a killed program loses nothing there, and thousands of runs are quick.
    private const string Memory = "/dev/shm";

    public string Name { get; } = Directory.CreateDirectory(Path.Combine(
        Directory.Exists(Memory) ? Memory : Path.GetTempPath(), $"procedures-{Guid.NewGuid():n}")).FullName;

    public string File(string name) => Path.Combine(Name, name);

    public void Dispose() => Directory.Delete(Name, recursive: true);
}
