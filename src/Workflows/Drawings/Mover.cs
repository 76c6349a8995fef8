namespace Procedures.Drawings;

/// <summary>Moves activities to other places of their stage where fewer arrows cross then.</summary>
/// <remarks>
/// The stages stay as they are: they belong to the definition's content. No row and no column is added.
/// </remarks>
public static class Mover
{
    private const int Rounds = 8;
    private const int AttemptsFirst = 24;
    private const int AttemptsBetween = 6;
    private const int Farthest = 4;

    /// <summary>The sheet with better places.</summary>
    public static Sheet Improve(Sheet sheet)
    {
        var draft = new Draft(sheet);
        var search = new Search(draft);
        var chance = new Chance();
        search.Begin();
        search.Improve(AttemptsFirst, chance);
        for (var (round, better) = (0, true); better && round < Rounds; round++)
        {
            better = false;
            for (var box = 0; box < draft.Boxes.Length; box++)
                foreach (var (column, row) in PlacesFor(draft, draft.Boxes[box]))
                    better |= TryMove(draft, search, box, column, row);
            search.Improve(AttemptsBetween, chance);
        }
        return draft.Finish().Sheet;
    }

    private static (int Column, int Row)[] PlacesFor(Draft draft, Box box)
    {
        var stage = draft.Sheet.StageOf(box.Row);
        var rows = draft.Sheet.Boxes.Select(b => b.Row).Distinct().Order()
            .Where(r => stage < 0 ? r == box.Row : draft.Sheet.StageOf(r) == stage).ToArray();
        return [.. from column in Enumerable.Range(0, draft.Columns - 1)
                   from row in rows
                   where Math.Abs(column - box.Column) <= Farthest
                   select (column, row)];
    }

    // To an empty place, or in exchange for the activity that stands there.
    private static bool TryMove(Draft draft, Search search, int box, int column, int row)
    {
        var here = draft.Boxes[box];
        if (here.Column == column && here.Row == row) return false;
        var there = draft.Occupied[column, row] is { } other ? Array.IndexOf(draft.Boxes, other) : -1;
        var (before, kept) = (search.Total, draft.Keep());
        if (there >= 0) draft.Move(there, here.Column, here.Row);
        draft.Move(box, column, row);
        draft.TraceAll();
        int[] touched = [.. draft.At(box).Concat(there >= 0 ? draft.At(there) : []).Distinct()];
        foreach (var arrow in touched) search.Reset(arrow);
        search.Settle([.. touched, .. search.Hindered().Except(touched)]);
        if (search.Total < before - 1) return true;
        draft.Move(box, here.Column, here.Row);
        if (there >= 0) draft.Move(there, column, row);
        draft.Restore(kept);
        return false;
    }
}
