using System.Collections.Immutable;
using Procedures.Forms;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>A contact as a person has typed it, on the page or in a line of a file.</summary>
/// <param name="Language">en, fr or both.</param>
public sealed record ContactEntry(string Body, string Name, string Address, string Language, string Role)
{
    public static readonly ContactEntry Empty = new("", "", "", "en", "");

    public static ContactEntry Of(Contact contact) =>
        new(contact.Body, contact.Name, contact.Address, WordOf(contact.Language), contact.Role);

    public static ContactEntry Read(IFormCollection posted)
    {
        string Text(string field) => posted[$"f.{field}"].ToString().Trim();
        return new(Text("body").ToUpperInvariant(), Text("name"), Text("address"), Text("language"), Text("role"));
    }

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<FieldProblem> Problems(Institution institution)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (!IsKnown(institution, Body))
            problems.Add(new("body", (
                $"Body: {(Body.Length > 0 ? $"“{Body}” is not known. Write" : "write")} a code such as CDH, or with a "
                + "state: GOV(EE), DEL(EE), AGT(EE).",
                $"Organe : {(Body.Length > 0 ? $"« {Body} » est inconnu. Écrivez" : "écrivez")} un code tel que CDH, "
                + "ou avec un État : GOV(EE), DEL(EE), AGT(EE).")));
        if (Name.Length == 0) problems.Add(new("name", ("Name: say who it is.", "Nom : indiquez qui c'est.")));
        if (Address.Length == 0 || new Mailbox(Name, Address).Defect is not null || !Address.Contains('@'))
            problems.Add(new("address", (
                Address.Length > 0 ? $"E-mail address: “{Address}” cannot be written to." : "E-mail address: give it.",
                Address.Length > 0 ? $"Adresse électronique : on ne peut écrire à « {Address} »."
                    : "Adresse électronique : indiquez-la.")));
        if (Language is not ("en" or "fr" or "both"))
            problems.Add(new("language", (
                $"Language: “{Language}” is not known; write en, fr or both.",
                $"Langue : « {Language} » est inconnue ; écrivez en, fr ou both.")));
        return problems.ToImmutable();
    }

    /// <summary>The contact. Must have no problems.</summary>
    public Contact ToContact() => new(Body, Name, Address, Language switch
    {
        "fr" => ContactLanguage.French, "both" => ContactLanguage.Both, _ => ContactLanguage.English,
    }, Role);

    /// <summary>The code of the state that a body belongs to, or null.</summary>
    public static string? StateOf(string body) =>
        body.Split('(') is [_, [.., ')'] state] ? state[..^1] : null;

    public static string WordOf(ContactLanguage language) => language switch
    {
        ContactLanguage.French => "fr", ContactLanguage.Both => "both", _ => "en",
    };

    private static bool IsKnown(Institution institution, string body)
    {
        if (!institution.Bodies.TryGetValue(body.Split('(')[0], out var known)) return false;
        return known.IsPerState
            ? StateOf(body) is { } state && institution.States.ContainsKey(state)
            : known.Code == body;
    }
}
