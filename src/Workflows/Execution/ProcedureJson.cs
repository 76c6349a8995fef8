using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Procedures, stimuli and dispatches as JSON documents, the form in which a store keeps them.</summary>
/// <param name="findDefinition">Finds the definition with a content hash; a procedure names its own by it.</param>
public sealed class ProcedureJson(Func<string, Definition?> findDefinition)
{
    private readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        // What follows from the rest is told anew.
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
        Converters =
        {
            new ValueConverter(), new BilingualConverter(), new AnchorValueConverter(),
            new DefinitionConverter(findDefinition), new JsonStringEnumConverter(),
        },
    };

    // What is empty is what a reader starts with; and how a date was found is told anew from its formula.
    private static void LeaveOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            var isTold = type.Type == typeof(Anchor) && property.Name is ("explanation" or "formula");
            if (isTold) property.ShouldSerialize = (_, _) => false;
            else if (property.AssociatedParameter is null && MayBeEmpty(property.PropertyType))
                property.ShouldSerialize = (_, value) => !IsEmpty(value);
        }
    }

    // Of all other types only the default is left out, which needs no question.
    private static bool MayBeEmpty(Type type) =>
        type == typeof(Bilingual) || type.IsAssignableTo(typeof(Value))
        || type.IsAssignableTo(typeof(System.Collections.ICollection));

    private static bool IsEmpty(object? value) => value is null
        || (value is Bilingual text && text == Bilingual.Empty)
        || (value is System.Collections.ICollection { Count: 0 } and not Value)
        || (value is Value.Map { Members.IsEmpty: true });

    public string Write(Procedure procedure) => JsonSerializer.Serialize(procedure, _options);

    /// <exception cref="JsonException">The document is not a procedure, or its definition is not known.</exception>
    public Procedure Read(string json) =>
        JsonSerializer.Deserialize<Procedure>(json, _options) ?? throw new JsonException("The document is empty.");

    public string Write(Dispatch dispatch) => JsonSerializer.Serialize(dispatch, _options);

    /// <exception cref="JsonException">The document is not a dispatch.</exception>
    public Dispatch ReadDispatch(string json) =>
        JsonSerializer.Deserialize<Dispatch>(json, _options) ?? throw new JsonException("The document is empty.");

    /// <summary>The dispatch, or one that says why the document is none.</summary>
    public Dispatch TryReadDispatch(string json)
    {
        try
        {
            return ReadDispatch(json);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or FormatException
            or ArgumentException or InvalidOperationException)
        {
            return new Dispatch.Unreadable($"The message cannot be read: {problem.Message}");
        }
    }

    public string Write(Letter letter) => JsonSerializer.Serialize(letter, _options);

    /// <exception cref="JsonException">The document is not a letter.</exception>
    public Letter ReadLetter(string json) =>
        JsonSerializer.Deserialize<Letter>(json, _options) ?? throw new JsonException("The document is empty.");
}
