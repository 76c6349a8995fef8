namespace Procedures.Drawings;

/// <summary>Moves activities to other places of their stage where fewer arrows cross then.</summary>
/// <remarks>
/// The stages stay as they are: they belong to the definition's content. No row and no column is added. Time runs from
/// left to right: what follows on the right within a stage stays on the right.
/// </remarks>
public sealed class Mover
{
    private const int Trials = 12;
    private const int Rounds = 6;
    private const int MovesOfATrial = 3;
    private const int AttemptsFirst = 24;
    private const int AttemptsBetween = 3;
    private const int Farthest = 4;

    private readonly Draft _draft;
    private readonly Search _search;
    private readonly Chance _chance = new();
    private readonly bool[] _follows;

    private Mover(Sheet sheet)
    {
        _draft = new Draft(sheet);
        _search = new Search(_draft);
        _follows = [.. Enumerable.Range(0, _draft.Count).Select(Follows)];
    }

    /// <summary>The sheet with better places.</summary>
    public static Sheet Improve(Sheet sheet) => new Mover(sheet).Improve();

    private Sheet Improve()
    {
        _search.Begin();
        _search.Improve(AttemptsFirst, _chance);
        Descend();
        var (best, places, ways) = (_search.Total, _draft.Boxes.ToArray(), _draft.Keep());
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var move = 0; move < MovesOfATrial; move++) MoveAnywhere();
            Descend();
            if (_search.Total is var total && total < best)
                (best, places, ways) = (total, _draft.Boxes.ToArray(), _draft.Keep());
            else Restore(places, ways);
        }
        Restore(places, ways);
        return _draft.Finish().Sheet;
    }

    // Takes every move that improves the drawing.
    private void Descend()
    {
        for (var (round, better) = (0, true); better && round < Rounds; round++)
        {
            better = false;
            for (var box = 0; box < _draft.Boxes.Length; box++)
                foreach (var (column, row) in PlacesFor(_draft.Boxes[box]))
                    better |= TryMove(box, column, row);
            _search.Improve(AttemptsBetween, _chance);
        }
    }

    // A move that need not improve anything, so that another descent may end elsewhere.
    private void MoveAnywhere()
    {
        var box = _chance.Below(_draft.Boxes.Length);
        var places = PlacesFor(_draft.Boxes[box]);
        var (column, row) = places[_chance.Below(places.Length)];
        if (Move(box, column, row) is { } touched) Settle(touched);
    }

    private bool TryMove(int box, int column, int row)
    {
        var (before, places, ways) = (_search.Total, _draft.Boxes.ToArray(), _draft.Keep());
        if (Move(box, column, row) is not { } touched) return false;
        Settle(touched);
        if (_search.Total < before - 1) return true;
        Restore(places, ways);
        return false;
    }

    // To an empty place, or in exchange for the activity that stands there. Returns the arrows that run otherwise now;
    // null when the move is not allowed.
    private int[]? Move(int box, int column, int row)
    {
        var here = _draft.Boxes[box];
        if (here.Column == column && here.Row == row) return null;
        var places = _draft.Boxes.ToArray();
        var there = _draft.Occupied[column, row] is { } other ? Array.IndexOf(_draft.Boxes, other) : -1;
        if (there >= 0) _draft.Move(there, here.Column, here.Row);
        _draft.Move(box, column, row);
        int[] touched = [.. _draft.At(box).Concat(there >= 0 ? _draft.At(there) : []).Distinct()];
        if (touched.All(arrow => !_follows[arrow] || Follows(arrow))) return touched;
        _draft.Place(places);
        return null;
    }

    private void Settle(int[] touched)
    {
        _draft.TraceAll();
        foreach (var arrow in touched) _search.Reset(arrow);
        _search.Settle([.. touched, .. _search.Hindered().Except(touched)]);
    }

    private void Restore(Box[] places, (Bend[] Bends, int[,] Lanes) ways)
    {
        _draft.Place(places);
        _draft.Restore(ways);
    }

    private bool Follows(int arrow)
    {
        var (source, target) = (_draft.SourceOf(arrow), _draft.TargetOf(arrow));
        return source.Column < target.Column && _draft.Sheet.StageOf(source.Row) == _draft.Sheet.StageOf(target.Row);
    }

    private (int Column, int Row)[] PlacesFor(Box box)
    {
        var stage = _draft.Sheet.StageOf(box.Row);
        var rows = _draft.Sheet.Boxes.Select(b => b.Row).Distinct().Order()
            .Where(row => _draft.Sheet.StageOf(row) == stage).ToArray();
        return [.. from column in Enumerable.Range(0, _draft.Columns - 1)
                   from row in rows
                   where Math.Abs(column - box.Column) <= Farthest
                   select (column, row)];
    }
}
