using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Definitions;

namespace Procedures.Commands;

/// <summary>The definitions that a command was given: the files by their order, all of them by definition id.</summary>
public sealed class DefinitionShelf
{
    private readonly Dictionary<string, Definition> _byId = new(StringComparer.Ordinal);

    private DefinitionShelf(ImmutableArray<DefinitionFile> files, ImmutableArray<TextFile> unreadable) =>
        (Files, Unreadable) = (files, unreadable);

    /// <summary>The files named on the command line that could be opened.</summary>
    public ImmutableArray<DefinitionFile> Files { get; }

    /// <summary>Files that cannot be opened.</summary>
    public ImmutableArray<TextFile> Unreadable { get; }

    /// <summary>
    /// The definition with that definition id; files named on the command line come before the folder's.
    /// </summary>
    public Definition? Find(string definitionId) => _byId.GetValueOrDefault(definitionId);

    /// <summary>Every definition, in no particular order.</summary>
    public IEnumerable<Definition> Definitions =>
        _byId.Values.Concat(Files.Select(f => f.Definition).OfType<Definition>()).Distinct();

    /// <param name="folder">Further definitions, every *.json of the folder; null when there is none.</param>
    /// <exception cref="UsageException">The folder does not exist.</exception>
    public static async Task<DefinitionShelf> LoadAsync(Setting setting, IEnumerable<string> paths, string? folder)
    {
        var (files, unreadable) = await ReadAllAsync(setting, paths);
        var shelf = new DefinitionShelf(files, unreadable);
        foreach (var file in files) shelf.Put(file);
        if (folder is null) return shelf;
        foreach (var file in (await ReadAllAsync(setting, FilesOf(setting, folder))).Files) shelf.Put(file);
        return shelf;
    }

    private static IEnumerable<string> FilesOf(Setting setting, string folder)
    {
        var path = setting.PathOf(folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
            : throw new UsageException((
                $"There is no folder {folder}.", $"Il n'y a pas de dossier {folder}."));
    }

    private static async Task<(ImmutableArray<DefinitionFile> Files, ImmutableArray<TextFile> Unreadable)> ReadAllAsync(
        Setting setting, IEnumerable<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<DefinitionFile>();
        var unreadable = ImmutableArray.CreateBuilder<TextFile>();
        foreach (var path in paths)
        {
            var file = await TextFile.ReadAsync(setting.PathOf(path), path);
            if (file.Content is null) unreadable.Add(file);
            else files.Add(new DefinitionFile(path, new DefinitionReader(setting.Catalog).Read(file.Content)));
        }
        return (files.ToImmutable(), unreadable.ToImmutable());
    }

    private void Put(DefinitionFile file)
    {
        if (file.Definition is { DefinitionId: { Length: > 0 } id } definition) _byId.TryAdd(id, definition);
    }
}
