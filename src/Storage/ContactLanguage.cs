namespace Procedures.Storage;

/// <summary>In which language a contact wants letters.</summary>
public enum ContactLanguage
{
    English,
    French,

    /// <summary>Every letter in both.</summary>
    Both,
}
