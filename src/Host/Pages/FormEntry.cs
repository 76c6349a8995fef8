using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Procedures.Expressions;
using Procedures.Forms;

namespace Procedures.Pages;

/// <summary>A form as a person has filled it in: read from the post, kept as typed, made tidy for the engine.</summary>
public static class FormEntry
{
    /// <summary>The parts that are asked of each person.</summary>
    public static readonly ImmutableArray<string> PersonParts = ["name", "sex", "birthDate", "nationality"];

    private const int MostPersons = 40;

    /// <summary>The name under which a field is posted.</summary>
    public static string NameOf(FormField field) => NameOf(field.Name);

    /// <summary>The name under which the field of that name is posted.</summary>
    public static string NameOf(string field) => $"f.{field}";

    /// <summary>The id of a field's first control, to which the error summary leads.</summary>
    public static string IdOf(string field) => $"f-{field}";

    /// <summary>What was typed, as texts, so that nothing is lost when the form is shown again.</summary>
    public static Value.Map Read(Form form, IFormCollection posted) =>
        form.Fields.Aggregate(Value.Map.Empty, (map, field) => map.With(field.Name, Read(field, posted)));

    private static Value Read(FormField field, IFormCollection posted) => field.Type switch
    {
        FieldType.Checkbox => Value.Of(posted.ContainsKey(NameOf(field)) ? "true" : "false"),
        FieldType.Persons => Persons(field, posted),
        FieldType.Votes => new Value.Map([.. field.Options.Select(o =>
            KeyValuePair.Create(o.Value, Value.Of(Text(posted[$"{NameOf(field)}.{o.Value}"]))))]),
        _ => Value.Of(Text(posted[NameOf(field)])),
    };

    private static Value.List Persons(FormField field, IFormCollection posted)
    {
        var rows = ImmutableArray.CreateBuilder<Value>();
        for (var row = 0; row < MostPersons && posted.ContainsKey($"{NameOf(field)}.{row}.name"); row++)
        {
            var person = Value.Map.Empty;
            foreach (var part in PersonParts.Where(p => p == "name" || field.Parts.Contains(p))
                .Concat(CandidateEntry.Parts))
                person = person.With(part, Value.Of(Text(posted[$"{NameOf(field)}.{row}.{part}"])));
            rows.Add(person);
        }
        return new Value.List(rows.ToImmutable());
    }

    /// <summary>The answer for the engine: days in ISO form, empty lines dropped, empty fields left out.</summary>
    public static Value.Map Tidy(Form form, Value.Map typed)
    {
        var tidied = form.Fields.Where(f => typed.Has(f.Name))
            .Aggregate(typed, (map, field) => map.With(field.Name, Tidied(field, map[field.Name])));
        var answer = form.Normalise(tidied);
        return new Value.Map([.. answer.Members.Where(m => !IsEmpty(m.Value))]);
    }

    private static bool IsEmpty(Value value) => value.IsNothing || value is Value.List { Items.IsEmpty: true };

    private static Value Tidied(FormField field, Value value) => field.Type switch
    {
        FieldType.Day => Iso(value),
        FieldType.Persons when value is Value.List list => Value.Of(list.Items.OfType<Value.Map>()
            .Where(p => p.Members.Any(m =>
                m.Key != CandidateEntry.LanguagePart && Plain.Text(m.Value).Trim().Length > 0))
                .Select(Value (p) => TidiedPerson(p))),
        FieldType.Votes when value is Value.Map map
            && map.Members.All(m => Plain.Text(m.Value).Trim().Length == 0) => Value.Null,
        _ => value,
    };

    private static Value.Map TidiedPerson(Value.Map person)
    {
        // Where a candidate is written to is not the engine's to know: state and journal are read by many.
        var kept = new Value.Map([.. person.Members.Where(m => !CandidateEntry.Parts.Contains(m.Key)).Select(m =>
            KeyValuePair.Create(m.Key, Value.Of(Plain.Text(m.Value).Trim()))).Where(m => m.Value.AsText!.Length > 0)]);
        return kept.Has("birthDate") ? kept.With("birthDate", Iso(kept["birthDate"])) : kept;
    }

    private static Value Iso(Value value) => DayEntry.Read(value.AsText) is { } day
        ? Value.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        : value;

    private static string Text(StringValues posted) => posted.ToString();
}
