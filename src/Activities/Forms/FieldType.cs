namespace Procedures.Forms;

/// <summary>What a field of a form holds.</summary>
public enum FieldType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    Multiline,

    /// <summary>A number, whole or not.</summary>
    Number,

    /// <summary>A day, written 2026-05-20.</summary>
    Day,

    /// <summary>A part-session, kept as part(2029,3); people choose it by its name and days.</summary>
    Part,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>Yes or no.</summary>
    Checkbox,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>A list of persons: name, sex, birthDate, nationality.</summary>
    Persons,

    /// <summary>A whole number of votes for each of the options.</summary>
    Votes,
}
