using System.Collections.Immutable;

namespace Procedures.Drawings;

/// <summary>A drawing that is being made: where each activity stands, and which way each arrow takes.</summary>
/// <remarks>
/// Arrows of one outcome, or to one activity, form a net. A net has two lanes at most in each channel, one for what
/// leaves and one for what enters, so that its arrows run together as far as they can. Each is called a slot.
/// </remarks>
internal sealed class Draft
{
    private const int Above = 260;
    private const int Below = 260;
    private readonly bool[,] _allies;
    private int[,] _lanes;
    private Bend[] _bends;
    private readonly int[] _source, _target, _outcomeY;

    public Draft(Sheet sheet)
    {
        Sheet = sheet;
        Boxes = [.. sheet.Boxes];
        var index = Boxes.Select((b, i) => (b.Id, i)).ToDictionary(x => x.Id, x => x.i);
        _source = [.. sheet.Arrows.Select(a => index[a.Source])];
        _target = [.. sheet.Arrows.Select(a => index[a.Target])];
        _outcomeY = [.. sheet.Arrows.Select((a, i) => Boxes[_source[i]].OutcomeY(a.Outcome) - Boxes[_source[i]].Y)];
        (NetOf, Nets) = Net.Of(sheet.Arrows);
        Columns = Boxes.Max(b => b.Column) + 2;
        (Top, Bottom) = (Boxes.Min(b => b.Y) - Above, Boxes.Max(b => b.Bottom) + Below);
        _lanes = new int[Nets.Length, 2 * (Columns + 1)];
        _bends = new Bend[sheet.Arrows.Length];
        _allies = new bool[sheet.Arrows.Length, sheet.Arrows.Length];
        for (var i = 0; i < Count; i++)
            for (var j = 0; j < Count; j++) _allies[i, j] = sheet.Arrows[i].MayJoin(sheet.Arrows[j]);
        Pieces = new Piece[sheet.Arrows.Length][];
        Occupied = new Occupation(Boxes, Columns);
    }

    public Sheet Sheet { get; }
    public Box[] Boxes { get; }
    public Bend[] Bends => _bends;
    public Piece[][] Pieces { get; }
    public Occupation Occupied { get; }
    public int[] NetOf { get; }
    public ImmutableArray<int>[] Nets { get; }

    /// <summary>One more than the last column that a box may stand in.</summary>
    public int Columns { get; }
    public int Top { get; }
    public int Bottom { get; }
    public int Count => _bends.Length;

    public Box SourceOf(int arrow) => Boxes[_source[arrow]];

    public Box TargetOf(int arrow) => Boxes[_target[arrow]];

    public int LeavesIn(int arrow) => SourceOf(arrow).Column;

    public int EntersIn(int arrow) => TargetOf(arrow).Column - 1;

    /// <summary>The slot behind the arrow's source.</summary>
    public int LeavingSlot(int arrow) => 2 * (LeavesIn(arrow) + 1);

    /// <summary>The slot before the arrow's target.</summary>
    public int EnteringSlot(int arrow) => 2 * (EntersIn(arrow) + 1) + 1;

    public static int ChannelOf(int slot) => slot / 2 - 1;

    public int Lane(int net, int slot) => _lanes[net, slot];

    public void SetLane(int net, int slot, int lane) => _lanes[net, slot] = lane;

    public bool AreAllies(int arrow, int other) => _allies[arrow, other];

    /// <summary>The ways that the arrows take now, to come back to.</summary>
    public (Bend[] Bends, int[,] Lanes) Keep() => ([.. _bends], (int[,])_lanes.Clone());

    public void Restore((Bend[] Bends, int[,] Lanes) kept)
    {
        (_bends, _lanes) = ([.. kept.Bends], (int[,])kept.Lanes.Clone());
        TraceAll();
    }

    /// <summary>The arrows that start or end at a box.</summary>
    public IEnumerable<int> At(int box) =>
        Enumerable.Range(0, Count).Where(i => _source[i] == box || _target[i] == box);

    public void Move(int box, int column, int row)
    {
        Boxes[box] = Boxes[box] with { Column = column, Row = row };
        Occupied.Fill(Boxes);
    }

    /// <summary>Puts every box back where it was.</summary>
    public void Place(Box[] boxes)
    {
        boxes.CopyTo(Boxes, 0);
        Occupied.Fill(Boxes);
    }

    /// <summary>Computes the pieces of an arrow from its bends and lanes.</summary>
    public void Trace(int arrow) => Pieces[arrow] = [.. PiecesOf(CornersOf(arrow))];

    public void TraceAll()
    {
        for (var i = 0; i < Count; i++) Trace(i);
    }

    /// <summary>The drawing as it stands.</summary>
    public Drawing Finish() => new(
        Sheet with { Boxes = [.. Boxes] },
        [.. Enumerable.Range(0, Count).Select(i => Straightened(CornersOf(i)))]);

    private List<Corner> CornersOf(int arrow)
    {
        var (source, target) = (SourceOf(arrow), TargetOf(arrow));
        var (y, entry) = (source.Y + _outcomeY[arrow], target.EntryY);
        var before = Grid.LaneX(EntersIn(arrow), Lane(NetOf[arrow], EnteringSlot(arrow)));
        var behind = Grid.LaneX(LeavesIn(arrow), Lane(NetOf[arrow], LeavingSlot(arrow)));
        var bend = Bends[arrow];
        // Between neighbours there is one lane to choose: that of all who enter.
        if (bend.Shape == Shape.Early && LeavesIn(arrow) == EntersIn(arrow)) behind = before;
        List<Corner> corners = [new(source.Right, y)];
        if (bend.Shape == Shape.Early) corners.AddRange([new(behind, y), new(behind, entry)]);
        else if (bend.Shape == Shape.Late) corners.AddRange([new(before, y), new(before, entry)]);
        else corners.AddRange([new(behind, y), new(behind, bend.Level), new(before, bend.Level), new(before, entry)]);
        corners.Add(new(target.X, entry));
        return corners;
    }

    private static IEnumerable<Piece> PiecesOf(List<Corner> corners)
    {
        for (var i = 1; i < corners.Count; i++)
            if (corners[i] != corners[i - 1]) yield return Piece.Between(corners[i - 1], corners[i]);
    }

    // Without its ends, and without what is no bend.
    private static ImmutableArray<Corner> Straightened(List<Corner> corners)
    {
        var line = corners.Where((c, i) => i == 0 || c != corners[i - 1]).ToList();
        for (var i = line.Count - 2; i > 0; i--)
            if (line[i - 1].X == line[i].X && line[i].X == line[i + 1].X
                || line[i - 1].Y == line[i].Y && line[i].Y == line[i + 1].Y) line.RemoveAt(i);
        return [.. line.Skip(1).SkipLast(1)];
    }
}
