namespace Procedures.Storage;

/// <summary>Where letters to a body go.</summary>
/// <param name="Body">The body's code, with the state where it has one: GOV(EE).</param>
/// <param name="Role">What the person is there, for people; may be empty.</param>
public sealed record Contact(string Body, string Name, string Address, ContactLanguage Language, string Role = "");
