using Procedures.Definitions;

namespace Procedures.Commands;

/// <summary>A definition as it was read from a file, with everything that was found on the way.</summary>
public sealed record DefinitionFile(string Path, Reading Reading)
{
    public Definition? Definition => Reading.Definition;
}
