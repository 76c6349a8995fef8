namespace Procedures.Drawings;

/// <summary>What a draft costs: the less, the easier it is to read.</summary>
/// <remarks>
/// What must never be (through an activity, upon another arrow) costs more than everything else together; then come
/// crossings; then bends, detours, and what strikes words through.
/// </remarks>
internal sealed class Price(Draft draft)
{
    public const double Never = 3000;
    private const double Crossing = 60;
    private const double CrossingAgain = 3;
    private const double CrossingOfAllies = 4;
    private const double Touch = 400;
    private const double Crowd = 40;
    private const double Border = 60;
    private const double Struck = 25;
    private const double Backward = 30;
    private const double Bending = 12;
    private const double Pixel = 0.03;
    private const int LetterWidth = 7;

    private readonly HashSet<Corner> _points = [];
    private readonly HashSet<int> _set = [];

    /// <summary>What the arrows cost by themselves and with all others.</summary>
    /// <param name="limit">Counting ends when it is reached.</param>
    public double Of(IReadOnlyList<int> arrows, double limit = double.MaxValue)
    {
        _points.Clear();
        _set.Clear();
        var price = 0.0;
        foreach (var i in arrows)
        {
            price += OfOne(i);
            if (price >= limit) return price;
        }
        foreach (var i in arrows)
        {
            _set.Add(i);
            for (var j = 0; j < draft.Count; j++)
                if (!_set.Contains(j)) price += OfPair(i, j);
            if (price + Crossing * _points.Count >= limit) break;
        }
        return price + Crossing * _points.Count;
    }

    public double OfOne(int arrow)
    {
        var pieces = draft.Pieces[arrow];
        var (source, target) = (draft.SourceOf(arrow), draft.TargetOf(arrow));
        var price = Bending * pieces.Length + (target.Column <= source.Column ? Backward : 0);
        for (var p = 0; p < pieces.Length; p++)
        {
            var piece = pieces[p];
            var own = p == 0 ? source : p == pieces.Length - 1 ? target : null;
            price += piece.Length * Pixel + Never * Met(piece, own, p == 0 ? target : null, pieces.Length);
            foreach (var stage in draft.Sheet.Stages)
            {
                if (stage.IsStruckBy(piece)) price += Struck;
                if (piece.IsLevel && (piece.Y1 == stage.Top || piece.Y1 == stage.Bottom)) price += Border;
            }
            if (!piece.IsLevel) price += Struck * Words(piece);
        }
        var first = pieces[0];
        return price + (!first.IsLevel || first.X1 != source.Right || first.Length < Grid.Stub ? 2 * Never : 0);
    }

    // An arrow in one piece touches both its boxes.
    private int Met(Piece piece, Box? own, Box? other, int count) =>
        draft.Occupied.Met(piece, own) - (count == 1 && other is not null ? 1 : 0);

    // The names of outcomes stand right of an activity, above the arrow.
    private int Words(Piece piece)
    {
        var column = Grid.ColumnOf(piece.X1 - Grid.Across / 2);
        var struck = 0;
        for (var row = Grid.RowOf(piece.Y1 - Grid.Down / 2); row <= Grid.RowOf(piece.Y2 + Grid.Down / 2); row++)
        {
            if (draft.Occupied[column, row] is not { } box) continue;
            for (var i = 0; i < box.Outcomes.Length; i++)
            {
                var (y, outcome) = (box.OutcomeY(i), box.Outcomes[i]);
                if (piece.X1 < box.Right + 18 + LetterWidth * outcome.Length && piece.Y1 < y && piece.Y2 > y - 12)
                    struck++;
            }
        }
        return struck;
    }

    private double OfPair(int i, int j)
    {
        var ally = draft.AreAllies(i, j);
        var price = 0.0;
        foreach (var a in draft.Pieces[i])
            foreach (var b in draft.Pieces[j])
            {
                if (a.X1 > b.X2 + Grid.Step || b.X1 > a.X2 + Grid.Step
                    || a.Y1 > b.Y2 + Grid.Step || b.Y1 > a.Y2 + Grid.Step) continue;
                price += ally ? OfAllies(a, b) : OfStrangers(a, b);
            }
        return price;
    }

    private static double OfAllies(Piece a, Piece b) => a.Crosses(b, out _) ? CrossingOfAllies : 0;

    private double OfStrangers(Piece a, Piece b)
    {
        if (a.LiesUpon(b)) return Never;
        if (a.Crosses(b, out var at))
        {
            _points.Add(at);
            return CrossingAgain;
        }
        return a.Touches(b) ? Touch : a.Crowds(b) ? Crowd : 0;
    }
}
