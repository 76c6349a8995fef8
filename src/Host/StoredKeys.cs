using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Procedures.Storage;

namespace Procedures;

/// <summary>Keeps the keys of form tokens in the database, so that every host takes the forms of every other.</summary>
/// <remarks>ASP.NET Core asks for them without awaiting, a few times a day.</remarks>
internal sealed class StoredKeys(ISettings settings) : IXmlRepository
{
    private const string Kind = "protection-key";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Task.Run(() => settings.DocumentsAsync(Kind)).GetAwaiter().GetResult()
            .Select(d => XElement.Parse(d.Value))];

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName) => Task.Run(() =>
        settings.SaveDocumentAsync(Kind, friendlyName, element.ToString(SaveOptions.DisableFormatting)))
        .GetAwaiter().GetResult();
}
