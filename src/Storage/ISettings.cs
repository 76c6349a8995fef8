using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Small documents by kind and key: settings, users and whatever else the host keeps for itself.</summary>
public interface ISettings
{
    Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancel = default);

    /// <summary>All documents of a kind by key.</summary>
    Task<ImmutableArray<KeyValuePair<string, string>>> DocumentsAsync(string kind, CancellationToken cancel = default);

    Task SaveDocumentAsync(string kind, string key, string document, CancellationToken cancel = default);

    Task<bool> DeleteDocumentAsync(string kind, string key, CancellationToken cancel = default);
}
