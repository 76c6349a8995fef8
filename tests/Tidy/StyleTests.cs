using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>Small files, short lines, nothing unfinished.</summary>
public sealed class StyleTests
{
    [Fact]
    public void No_file_has_more_than_300_lines()
    {
        var long_ = Repository.Sources("src").Where(f => f.Lines.Length > 300)
            .Select(f => $"{f.Name} ({f.Lines.Length})").ToArray();
        Assert.True(long_.Length == 0, $"Two subjects share a file: {string.Join(", ", long_)}");
    }

    /// <summary>A sentence or a name of more than 80 columns stands whole, so that it can be searched for.</summary>
    [Fact]
    public void No_line_is_longer_than_120_columns()
    {
        var older = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Tidy", "wide-lines.txt")).ToHashSet();
        var whole = new Regex(@"""(?:[^""\\]|\\.)*""|\w+");
        var wide = Repository.Sources("src", "tests", "bench").Where(f => !older.Contains(f.Name.Replace('\\', '/')))
            .SelectMany(f => f.OwnLines()
                .Where(x => x.Text.Length > 120 && !whole.Matches(x.Text).Any(m => m.Length > 80))
                .Select(x => $"{f.Name}:{x.Number} ({x.Text.Length})")).ToArray();
        Assert.True(wide.Length == 0, $"Break these lines: {string.Join(", ", wide)}");
    }

    [Fact]
    public void No_line_is_longer_than_140_columns_anywhere_in_the_program()
    {
        var wide = Repository.Sources("src")
            .SelectMany(f => f.Lines.Select((line, i) => (f.Name, Line: i + 1, line.Length)))
            .Where(x => x.Length > 140).Select(x => $"{x.Name}:{x.Line} ({x.Length})").ToArray();
        Assert.True(wide.Length == 0, $"Break these lines: {string.Join(", ", wide)}");
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var marks = new Regex(@"NotImplementedException|\bTO" + @"DO\b|\bFIX" + @"ME\b|\bHACK\b");
        var files = Repository.Sources("src", "tests", "bench").Where(f => f.Lines.Any(marks.IsMatch))
            .Where(f => !f.Name.EndsWith("StyleTests.cs", StringComparison.Ordinal)).Select(f => f.Name).ToArray();
        Assert.True(files.Length == 0, $"Finish these: {string.Join(", ", files)}");
    }

    [Fact]
    public void No_test_is_skipped_and_none_sleeps()
    {
        var sleeping = new Regex(@"Thread\.Sleep|Task\.Delay\(");
        var skipped = new Regex(@"\bSkip\s*=");
        var files = Repository.Sources("tests")
            .Where(f => sleeping.IsMatch(f.Code) || skipped.IsMatch(f.Code)).Select(f => f.Name).ToArray();
        Assert.True(files.Length == 0, $"Install what is missing, or wait for a signal: {string.Join(", ", files)}");
    }

    [Fact]
    public void Every_analyser_rule_that_is_off_has_a_reason()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, ".editorconfig"));
        var rule = new Regex(@"^dotnet_diagnostic\.(\w+)\.severity = none");
        var bare = lines.Select(l => rule.Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)
            .Where(id => !lines.Any(l => l.StartsWith('#') && l.Contains(id, StringComparison.Ordinal))).ToArray();
        Assert.True(bare.Length == 0, $"Say why these rules are off: {string.Join(", ", bare)}");
    }
}
