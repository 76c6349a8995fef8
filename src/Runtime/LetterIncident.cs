namespace Procedures.Runtime;

/// <summary>A template that could not be used: its letters went out with the words built into the program.</summary>
/// <param name="File">The template's file, such as task.fr.md.</param>
/// <param name="FirstAt">UTC: the first letter concerned.</param>
/// <param name="LastAt">UTC: the latest letter concerned.</param>
/// <param name="Letters">How many letters went out with the built-in words.</param>
public sealed record LetterIncident(
    string File, int Line, int Column, Bilingual Problem, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Letters);
