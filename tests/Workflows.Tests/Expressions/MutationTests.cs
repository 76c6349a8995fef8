using Xunit.Abstractions;

namespace Procedures.Expressions;

/// <summary>Broken sources: whatever is written, only the two kinds of exceptions come out, and soon.</summary>
public class MutationTests(ITestOutputHelper output)
{
    private const int Seed = 20261001;
    private const int Mutations = 20_000;

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", "`", "${", "'", "\"", "\\", "=>", "?.", "??", "...", ",", ";", ":", "?",
        ".", "=", "==",
        "**", "/", "//", "/*", "\n", "\u2028", "\ud83d", "é", "0x", "1e9", "-", "!", "typeof ", " in ", "new ", "null",
        "undefined", "Infinity", "NaN", ".repeat(", ".map(", ".sort(", ".flat(", ".normalize()", ".localeCompare(",
        "JSON.parse(", "JSON.stringify(", "Array.from(", "Object.", "Math.", "addMonths(", "Number(", "x", "0", "\0",
    ];

    [Fact]
    public void Mutated_sources_fail_only_in_the_two_foreseen_ways()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var sources = Sources();
        var evaluated = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var source = sources[random.Next(sources.Length)];
            for (var n = random.Next(1, 5); n > 0; n--) source = Mutated(source, sources, random);
            var failure = Record.Exception(() => ValueJson.ToJson(Script.Parse(source).Evaluate(Shown.Scope, 20_000)));
            if (failure is null) evaluated++;
            else if (failure is not (ScriptSyntaxException or ScriptFaultException))
                Assert.Fail($"{failure.GetType().Name} from mutation {i} of seed {Seed}: {source}\n{failure}");
        }
        output.WriteLine($"{evaluated} of {Mutations} were still expressions");
        Assert.InRange(evaluated, Mutations / 50, Mutations - 1);
    }

    private static string[] Sources() =>
    [
        .. new[]
        {
            OperatorsTests.Table, ComparisonsTests.Table, ChainsTests.Table, LiteralsTests.Table, ArrowsTests.Table,
            NumberWritingTests.Table, NumberReadingTests.Table, MathematicsTests.Table, TextMethodsTests.Table,
            ListMethodsTests.Table, ObjectFunctionsTests.Table, JsonFunctionsTests.Table, MixtureTests.Table,
        }.SelectMany(table => table.Select(row => (string)row[0])),
        "addMonths(today(), 3) < maxDay(['2026-10-01', addDays('2026-01-31', 7)])", "ageOn('1960-02-29', today())",
    ];

    private static string Mutated(string source, string[] sources, Random random)
    {
        var at = random.Next(source.Length + 1);
        var length = Math.Min(random.Next(1, 6), source.Length - at);
        return random.Next(5) switch
        {
            0 => source.Remove(at, length),
            1 => source.Insert(at, Pieces[random.Next(Pieces.Length)]),
            2 => source.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            3 => source.Insert(at, source.Substring(at, length)),
            _ => source[..at] + sources[random.Next(sources.Length)],
        };
    }
}
