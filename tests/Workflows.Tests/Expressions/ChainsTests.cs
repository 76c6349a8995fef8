namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class ChainsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "1 ? 2 : 3", "2" },
        { "0 ? 1 : '' ? 2 : 3", "3" },
        { "0 || 'x'", "'x'" },
        { "0 && 'x'", "0" },
        { "0 ?? 'x'", "0" },
        { "null ?? 'x'", "'x'" },
        { "undefined ?? null ?? 3", "3" },
        { "(null || undefined) ?? 'z'", "'z'" },
        { "1 && 2 || 3", "2" },
        { "null?.x", "undefined" },
        { "null?.x.y.z", "undefined" },
        { "null?.[0].x", "undefined" },
        { "null?.()", "undefined" },
        { "null?.x()", "undefined" },
        { "({}).x?.y", "undefined" },
        { "({}).x?.y.z.w", "undefined" },
        { "({ a: { b: 1 } }).a?.b", "1" },
        { "({ a: [1, 2] })?.a?.[1]", "2" },
        { "({ f: x => x + 1 }).f?.(2)", "3" },
        { "({}).f?.(2)", "undefined" },
        { "({}).f?.(2).x", "undefined" },
        { "({ f: x => x + 1 })?.f(2)", "3" },
        { "({ f: x => x })['f'](3)", "3" },
        { "true?.5:1", "0.5" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Choices_and_optional_chains_are_JavaScripts(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
