using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Procedures.Activities;
using Procedures.Activities.Refused;

namespace Procedures.Tests;

/// <summary>The page on Elsa compatibility and the catalog say the same.</summary>
public sealed partial class CompatibilityPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "elsa-compatibility.md"));

    private static (string Type, string Answer)[] Rows() =>
        [.. Row().Matches(Page).Select(m => (m.Groups[1].Value, m.Groups[2].Value.Trim()))];

    [Fact]
    public void Every_type_of_the_catalog_has_one_row_and_every_row_a_type() =>
        Assert.Equal(
            ElsaActivities.All.Select(t => t.Declaration.TypeName).Order(), Rows().Select(r => r.Type).Order());

    [Fact]
    public void Rows_say_truly_which_types_run()
    {
        var refused = RefusedActivities.All.Select(t => t.Declaration.TypeName).ToHashSet();
        Assert.All(Rows(), r => Assert.Equal(refused.Contains(r.Type) ? "refused" : "runs", r.Answer));
    }

    [Fact]
    public void Refusals_are_quoted_word_for_word() =>
        Assert.All(RefusedActivities.All, t =>
            Assert.Contains(t.Declaration.Refusal!.English, Page, StringComparison.Ordinal));

    private static string Root([CallerFilePath] string file = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(file)!);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Procedures.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The solution's folder was not found.");
    }

    [GeneratedRegex(@"^\| `(Elsa\.\w+)` \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
