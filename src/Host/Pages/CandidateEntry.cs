using System.Collections.Immutable;
using Procedures.Expressions;
using Procedures.Forms;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>A candidate's name, e-mail address and language as somebody has typed them.</summary>
public sealed record CandidateEntry(string Name, string Address, string Language)
{
    /// <summary>
    /// The parts of a person in a form that never reach the engine: they are addresses of private persons.
    /// </summary>
    public static readonly ImmutableArray<string> Parts = [AddressPart, LanguagePart];

    public const string AddressPart = "email";
    public const string LanguagePart = "language";

    /// <summary>The candidates that a form names.</summary>
    public static ImmutableArray<CandidateEntry> In(Form form, Value.Map typed) =>
    [
        .. form.Fields.Where(f => f.Type == FieldType.Persons).SelectMany(f => Plain.Items(typed[f.Name]))
            .OfType<Value.Map>()
            .Select(p => new CandidateEntry(Part(p, "name"), Part(p, AddressPart), Part(p, LanguagePart)))
            .Where(e => e.Name.Length > 0),
    ];

    /// <summary>What is wrong with the addresses in a form, told at the field.</summary>
    public static IEnumerable<FieldProblem> Problems(Form form, Value.Map typed) =>
        from field in form.Fields.Where(f => f.Type == FieldType.Persons)
        from entry in In(new Form([field]), typed)
        where entry.Problem is not null
        select new FieldProblem(field.Name, entry.Problem!);

    /// <summary>What is wrong with the address; null when there is none, or a good one.</summary>
    public Bilingual? Problem =>
        Address.Length == 0 || Address.Contains('@') && new Mailbox(Name, Address).Defect is null ? null : (
            $"E-mail address of {Name}: “{Address}” cannot be written to.",
            $"Adresse électronique de {Name} : on ne peut écrire à « {Address} ».");

    /// <summary>The candidate. The address must have no problem.</summary>
    public Candidate ToCandidate(string clerk, DateTimeOffset now) => new(Name, Address, Language switch
    {
        "en" => ContactLanguage.English, "fr" => ContactLanguage.French, _ => ContactLanguage.Both,
    }, clerk, now);

    private static string Part(Value.Map person, string part) => Plain.Text(person[part]).Trim();
}
