using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Procedures.Definitions;

namespace Procedures.Execution;

/// <summary>Procedures, stimuli and dispatches as JSON documents, the form in which a store keeps them.</summary>
/// <param name="findDefinition">Finds the definition with a content hash; a procedure names its own by it.</param>
public sealed class ProcedureJson(Func<string, Definition?> findDefinition)
{
    private readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
        Converters =
        {
            new ValueConverter(), new BilingualConverter(), new AnchorValueConverter(),
            new DefinitionConverter(findDefinition), new JsonStringEnumConverter(),
        },
    };

    public string Write(Procedure procedure) => JsonSerializer.Serialize(procedure, _options);

    /// <exception cref="JsonException">The document is not a procedure, or its definition is not known.</exception>
    public Procedure Read(string json) =>
        JsonSerializer.Deserialize<Procedure>(json, _options) ?? throw new JsonException("The document is empty.");

    public string Write(Dispatch dispatch) => JsonSerializer.Serialize(dispatch, _options);

    /// <exception cref="JsonException">The document is not a dispatch.</exception>
    public Dispatch ReadDispatch(string json) =>
        JsonSerializer.Deserialize<Dispatch>(json, _options) ?? throw new JsonException("The document is empty.");

    public string Write(Letter letter) => JsonSerializer.Serialize(letter, _options);

    /// <exception cref="JsonException">The document is not a letter.</exception>
    public Letter ReadLetter(string json) =>
        JsonSerializer.Deserialize<Letter>(json, _options) ?? throw new JsonException("The document is empty.");
}
