namespace Procedures.Catalog;

/// <summary>One entry of a drop-down list: the value that is stored and its text in both languages.</summary>
public sealed record Choice(string Value, Bilingual Text);
