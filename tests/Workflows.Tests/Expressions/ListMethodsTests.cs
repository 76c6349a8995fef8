namespace Procedures.Expressions;

/// <summary>The expected values are what Node.js prints for the same source.</summary>
public class ListMethodsTests
{
    public static TheoryData<string, string> Table => new()
    {
        { "[1, 2, 3].at(-1)", "3" },
        { "[1].concat([2, 3], 4, [[5]])", "[1, 2, 3, 4, [5]]" },
        { "[1, 2].every(x => x > 0)", "true" },
        { "[].every(x => false)", "true" },
        { "[1, 2].some(x => x > 1)", "true" },
        { "[1, 2, 3, 4].filter(x => x % 2 === 0)", "[2, 4]" },
        { "[1, 2, 3].find(x => x > 1)", "2" },
        { "[1, 2, 3].find(x => x > 5)", "undefined" },
        { "[1, 2, 3].findIndex(x => x === 2)", "1" },
        { "[1, 2, 3].findLast(x => x < 3)", "2" },
        { "[1, 2, 3].findLastIndex(x => x > 9)", "-1" },
        { "[1, [2, [3, [4]]]].flat()", "[1, 2, [3, [4]]]" },
        { "[1, [2, [3, [4]]]].flat(Infinity)", "[1, 2, 3, 4]" },
        { "[1, [2, [3]]].flat(0)", "[1, [2, [3]]]" },
        { "[1, 2].flatMap(x => [x, x * 10])", "[1, 10, 2, 20]" },
        { "[1, NaN].includes(NaN)", "true" },
        { "[1, NaN].indexOf(NaN)", "-1" },
        { "['a', 'b'].includes('b')", "true" },
        { "[1, 2, 3].includes(1, 1)", "false" },
        { "[1, 2, 1].indexOf(1, 1)", "2" },
        { "[1, 2, 1].indexOf(1, -1)", "2" },
        { "[1, 2, 1].lastIndexOf(1)", "2" },
        { "[1, 2, 1].lastIndexOf(1, -2)", "0" },
        { "[1, null, undefined, 'x', [2, 3]].join()", "'1,,,x,2,3'" },
        { "[1, 2].join(' - ')", "'1 - 2'" },
        { "[].join()", "''" },
        { "[1, 2, 3].map(x => x * 2)", "[2, 4, 6]" },
        { "[1, 2, 3].reduce((a, b) => a + b)", "6" },
        { "[1, 2, 3].reduce((a, b) => a + b, '')", "'123'" },
        { "[[1], [2]].reduce((a, b) => [...a, ...b], [])", "[1, 2]" },
        { "[1, 2, 3].reduceRight((a, b) => a + '-' + b)", "'3-2-1'" },
        { "[1, 2, 3].reverse()", "[3, 2, 1]" },
        { "[1, 2, 3].toReversed()", "[3, 2, 1]" },
        { "[1, 2, 3, 4].slice(1, 3)", "[2, 3]" },
        { "[1, 2, 3].slice(-2)", "[2, 3]" },
        { "[1, 2, 3].slice()", "[1, 2, 3]" },
        { "[10, 9, 1].sort()", "[1, 10, 9]" },
        { "[10, 9, 1].sort((a, b) => a - b)", "[1, 9, 10]" },
        { "[3, undefined, 1].sort()", "[1, 3, undefined]" },
        { "['b', 'a', 'C'].sort()", "['C', 'a', 'b']" },
        { "['b', undefined, 'a'].toSorted()", "['a', 'b', undefined]" },
        {
            "[{ n: 1, k: 'b' }, { n: 0, k: 'b' }, { n: 1, k: 'a' }].sort((x, y) => x.n - y.n).map(x => x.k)",
            "['b', 'b', 'a']"
        },
        { "[1, 2, 3].with(1, 9)", "[1, 9, 3]" },
        { "[1, 2, 3].with(-1, 9)", "[1, 2, 9]" },
        { "[1, 2].toString()", "'1,2'" },
        { "[...['a', 'b'].entries()]", "[[0, 'a'], [1, 'b']]" },
        { "[...['a', 'b'].keys()]", "[0, 1]" },
        { "[1, 2].hasOwnProperty(1)", "true" },
        { "Array.isArray([])", "true" },
        { "Array.isArray('x')", "false" },
        { "Array.from('abc')", "['a', 'b', 'c']" },
        { "Array.from({ length: 3 })", "[undefined, undefined, undefined]" },
        { "Array.from({ length: 3 }, (_, i) => i * i)", "[0, 1, 4]" },
        { "Array.from([1, 2], x => x + 1)", "[2, 3]" },
        { "Array.of(1, 2, 3)", "[1, 2, 3]" },
        { "Array.from({ length: 2, 0: 'a', 1: 'b' })", "['a', 'b']" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Methods_of_lists_are_JavaScripts(string source, string expected) =>
        Assert.Equal(expected, Shown.Of(Script.Parse(source).Evaluate(Shown.Scope)));
}
