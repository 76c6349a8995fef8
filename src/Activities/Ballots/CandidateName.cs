using System.Collections.Frozen;

namespace Procedures.Ballots;

/// <summary>A name taken apart into given and family name.</summary>
public sealed record CandidateName(string Given, string Family)
{
    private static readonly FrozenSet<string> Particles = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "af", "av", "d", "da", "das", "de", "degli", "del", "dela", "della", "delle", "den", "der", "des", "di", "do",
        "dos", "du", "el", "la", "las", "le", "les", "lo", "los", "of", "op", "santa", "st", "st.", "te", "ten", "ter",
        "van", "vande", "vanden", "vander", "von", "vom", "y", "zu", "zum", "zur");

    /// <summary>The name as it stands on the ballot paper.</summary>
    public string Full => Given.Length == 0 ? Family : Family.Length == 0 ? Given : $"{Given} {Family}";

    /// <summary>
    /// Reads "Pierre-Yves Le Borgn'": the family name is the last word with the particles before it. "Le Borgn',
    /// Pierre-Yves" says it outright. The first word is never a particle.
    /// </summary>
    public static CandidateName Parse(string name)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) return new CandidateName(name[(comma + 1)..].Trim(), name[..comma].Trim());
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length < 2) return new CandidateName("", name.Trim());
        var family = words.Length - 1;
        while (family > 1 && Particles.Contains(words[family - 1])) family--;
        return new CandidateName(string.Join(' ', words[..family]), string.Join(' ', words[family..]));
    }
}
