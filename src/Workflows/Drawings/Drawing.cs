using System.Collections.Immutable;

namespace Procedures.Drawings;

/// <summary>A sheet with the corners of its arrows.</summary>
/// <param name="Corners">For each arrow of the sheet its bends, from the outcome on.</param>
public sealed record Drawing(Sheet Sheet, ImmutableArray<ImmutableArray<Corner>> Corners)
{
    /// <summary>How many points there are at which arrows cross that neither part nor join.</summary>
    public int Crossings => Pairs().SelectMany(pair =>
        from a in pair.First
        from b in pair.Second
        let crossing = a.Crosses(b, out var at) ? at : (Corner?)null
        where crossing is not null
        select crossing).Distinct().Count();

    /// <summary>The pairs of arrows that lie upon one another although they neither part nor join.</summary>
    public int Coincidences => Pairs().Count(pair => pair.First.Any(a => pair.Second.Any(a.LiesUpon)));

    private IEnumerable<(Piece[] First, Piece[] Second)> Pairs()
    {
        var pieces = Sheet.Arrows.Select(PiecesOf).ToArray();
        return from i in Enumerable.Range(0, pieces.Length)
               from j in Enumerable.Range(i + 1, pieces.Length - i - 1)
               where !Sheet.Arrows[i].MayJoin(Sheet.Arrows[j])
               select (pieces[i], pieces[j]);
    }

    private Piece[] PiecesOf(Arrow arrow, int index)
    {
        var (source, target) = (Sheet.Box(arrow.Source), Sheet.Box(arrow.Target));
        Corner[] line =
        [
            new(source.Right, source.OutcomeY(arrow.Outcome)), .. Corners[index], new(target.X, target.EntryY),
        ];
        return [.. line.Zip(line.Skip(1), Piece.Between)];
    }
}
