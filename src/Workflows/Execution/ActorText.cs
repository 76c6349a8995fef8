namespace Procedures.Execution;

/// <summary>Who caused something, as readers of each language see it: people by their name, the program in words.</summary>
public static class ActorText
{
    /// <summary>What happens by itself.</summary>
    public const string Program = "system";

    /// <summary>The register of mandates, which opens the next election in time.</summary>
    public const string Register = "register of mandates";

    /// <summary>Somebody in the designer who has given no name.</summary>
    public const string ProcessOwner = "process owner";

    /// <param name="actor">As it stands in the journal; a person's name is the same in both languages.</param>
    public static Bilingual Of(string actor) => actor switch
    {
        Program => ("the program", "le programme"),
        Register => ("the register of mandates", "le registre des mandats"),
        ProcessOwner => ("a process owner", "un responsable de procédure"),
        _ => Bilingual.Same(actor),
    };
}
