using System.Collections.Immutable;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities;

/// <summary>The kinds of inputs that institution activities declare, each with its editor in the designer.</summary>
internal static class InputKinds
{
    public static InputDeclaration Line(string name, Bilingual title, Bilingual help, string initial = "") =>
        new(name, "String", title, help) { Default = Value.Of(initial) };

    public static InputDeclaration Lines(string name, Bilingual title, Bilingual help) =>
        new(name, "String", title, help) { Hint = UiHint.MultiLine, Default = Value.Of("") };

    public static InputDeclaration Check(string name, Bilingual title, Bilingual help) =>
        new(name, "Boolean", title, help) { Hint = UiHint.Checkbox, Default = Value.False };

    public static InputDeclaration Whole(string name, Bilingual title, Bilingual help, int initial) =>
        new(name, "Int32", title, help) { Default = Value.Of(initial) };

    public static InputDeclaration Choose(
        string name, Bilingual title, Bilingual help, ImmutableArray<Choice> choices, string initial) =>
        new(name, "String", title, help) { Hint = UiHint.Dropdown, Choices = choices, Default = Value.Of(initial) };

    /// <summary>A list of texts.</summary>
    public static InputDeclaration Tags(string name, Bilingual title, Bilingual help) =>
        new(name, "String[]", title, help)
        {
            Hint = UiHint.MultiText, DefaultSyntax = "Object", Default = Value.List.Empty,
        };

    /// <summary>Names with values.</summary>
    public static InputDeclaration Pairs(string name, Bilingual title, Bilingual help) =>
        new(name, "ObjectDictionary", title, help)
        {
            Hint = UiHint.Dictionary, DefaultSyntax = "Object", Default = Value.Map.Empty,
        };

    /// <summary>A structure written as JSON, or computed.</summary>
    public static InputDeclaration Json(string name, Bilingual title, Bilingual help) =>
        new(name, "Object", title, help)
        {
            Hint = UiHint.JsonEditor, DefaultSyntax = "Object", Default = Value.List.Empty,
        };
}
