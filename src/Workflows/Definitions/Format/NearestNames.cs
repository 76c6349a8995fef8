namespace Procedures.Definitions.Format;

/// <summary>The known names that somebody who wrote an unknown one may have meant.</summary>
public static class NearestNames
{
    private const int LongestCompared = 100;

    /// <summary>At most three names, the nearest first; none when nothing is similar.</summary>
    public static IReadOnlyList<string> Of(string wanted, IEnumerable<string> known)
    {
        if (wanted.Length is 0 or > LongestCompared) return [];
        return [.. known
            .Select(name => (Name: name, Distance: Distance(wanted, name)))
            .Where(c => c.Distance <= Math.Max(1, (Simple(wanted).Length + 1) / 3))
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Take(3).Select(c => c.Name)];
    }

    /// <summary>" Did you mean X or Y?", or nothing.</summary>
    public static Bilingual Question(IReadOnlyList<string> names) => names.Count == 0
        ? Bilingual.Empty
        : ($" Did you mean {string.Join(" or ", names)}?", $" Vouliez-vous dire {string.Join(" ou ", names)} ?");

    // "WriteLin" and "Acme.WriteLine" are both meant to find "Elsa.WriteLine".
    private static int Distance(string wanted, string name) =>
        Math.Min(Edits(wanted, name), Edits(Simple(wanted), Simple(name)));

    private static string Simple(string name) => name[(name.LastIndexOf('.') + 1)..];

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (same ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
            }
        }
        return row[b.Length];
    }
}
