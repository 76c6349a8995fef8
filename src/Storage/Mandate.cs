namespace Procedures.Storage;

/// <summary>Who holds an office, from when until when (both days included, Europe/Paris).</summary>
/// <param name="Office">A fixed name: judge, cpt-member, secretary-general …</param>
/// <param name="State">The ISO 3166 code of the state in respect of which, or empty.</param>
/// <param name="Ends">Null when no end is known.</param>
public sealed record Mandate(string Office, string State, string Holder, DateOnly Begins, DateOnly? Ends);
