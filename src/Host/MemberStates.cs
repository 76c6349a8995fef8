using System.Collections.Immutable;
using System.Text.Json;

namespace Procedures;

/// <summary>The states that are members of the Organisation now; the names of former members stay known.</summary>
public sealed record MemberStates(ImmutableArray<string> Codes)
{
    /// <summary>Reads the entries of states.json that are marked as members.</summary>
    public static MemberStates Read(string folder)
    {
        using var document = JsonDocument.Parse(OwnFiles.Json(folder, "states.json"));
        return new MemberStates(
        [
            .. document.RootElement.GetProperty("states").EnumerateArray()
                .Where(s => s.TryGetProperty("member", out var member) && member.GetBoolean())
                .Select(s => s.GetProperty("code").GetString()!),
        ]);
    }
}
