namespace Procedures.Tidy;

/// <summary>What was seen by eye in Studio and mended, and must not come back.</summary>
public sealed class DrawingTests
{
    // Studio's router goes round whatever comes nearer to a box than this.
    private const double Clearance = 20;

    // Studio's router moves a corner that is not a multiple of this, perhaps upon another arrow.
    private const double Step = 20;

    // Outcomes stand nearer to one another than lanes; nearer than this, two arrows look like one.
    private const double Visible = 6;

    public static TheoryData<string> Definitions => DefinitionFilesTests.Definitions;

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_activity_stands_on_the_grid(string file)
    {
        var off = Drawing.Of(file).Boxes.Values
            .Where(b => (b.X - 60) % 600 != 0 || (b.Y - 60) % 160 != 0 || b.Height != 64 || b.Width is < 360 or > 500)
            .Select(b => $"{b.Id} ({b.X}, {b.Y}, {b.Width} × {b.Height})").ToArray();
        Assert.True(off.Length == 0, $"{file}: {string.Join(", ", off)}");
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_activity_lies_in_one_titled_band_and_what_may_happen_at_any_time_comes_last(string file)
    {
        var drawing = Drawing.Of(file);
        Assert.All(drawing.Boxes.Values, box => Assert.Single(drawing.Bands, band => band.Holds(box)));
        Assert.All(drawing.Bands, band =>
        {
            Assert.False(string.IsNullOrWhiteSpace(band.Title));
            Assert.False(string.IsNullOrWhiteSpace(band.TitleFr));
            Assert.Contains(drawing.Boxes.Values, band.Holds);
        });
        Assert.All(drawing.Bands.Zip(drawing.Bands.Skip(1)), pair => Assert.True(pair.First.Bottom < pair.Second.Top));
        Assert.Equal(drawing.Bands.OrderBy(band => band.IsAnyTime), drawing.Bands);
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_arrow_runs_level_and_upright_and_leaves_to_the_right(string file)
    {
        var drawing = Drawing.Of(file);
        var bent = drawing.Arrows.Where(a =>
            !a.Pieces.All(p => p.IsLevel || p.IsUpright)
            || a.Pieces[0].X2 <= a.Pieces[0].X1 || a.Pieces[^1].X1 >= a.Pieces[^1].X2
            || a.Pieces[0].Y1 < drawing.Boxes[a.Source].Y || a.Pieces[0].Y1 > drawing.Boxes[a.Source].Bottom)
            .Select(a => a.Name).ToArray();
        Assert.True(bent.Length == 0, $"{file}: {string.Join(", ", bent)}");
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void No_arrow_runs_through_an_activity_or_close_by(string file)
    {
        var drawing = Drawing.Of(file);
        var close = drawing.Arrows.SelectMany(a => drawing.Boxes.Values
                .Where(box => a.Pieces.Where((piece, i) => !IsItsEnd(a, i, box)).Any(p => p.Enters(box, Clearance)))
                .Select(box => $"{a.Name} at {box.Id}")).ToArray();
        Assert.True(close.Length == 0, $"{file}: {string.Join(", ", close)}");
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Each_corner_stands_where_Studio_leaves_it(string file)
    {
        // The heights of outcomes and entries are the activities' own: Studio keeps them.
        var moved = Drawing.Of(file).Arrows.Where(a => a.Corners.Any(c => c.X % Step != 0)
                || a.Pieces.Skip(1).SkipLast(1).Any(p => p.IsLevel && p.Y1 % Step != 0))
            .Select(a => $"{a.Name}: {string.Join(" ", a.Corners)}").ToArray();
        Assert.True(moved.Length == 0, $"{file}: {string.Join(", ", moved)}");
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void No_two_arrows_lie_upon_one_another(string file)
    {
        var shared = Strangers(Drawing.Of(file)).Where(x => x.One.Pieces.Any(p =>
                x.Other.Pieces.Any(q => p.RunsBeside(q, Visible))))
            .Select(x => $"{x.One.Name} and {x.Other.Name}").ToArray();
        Assert.True(shared.Length == 0, $"{file}: {string.Join(", ", shared)}");
    }

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Lanes_and_tracks_lie_at_least_a_step_apart(string file)
    {
        var near = Strangers(Drawing.Of(file)).Where(x => x.One.Pieces.Skip(1).SkipLast(1).Any(p =>
                x.Other.Pieces.Skip(1).SkipLast(1).Any(q => p.RunsBeside(q, Step))))
            .Select(x => $"{x.One.Name} and {x.Other.Name}").ToArray();
        Assert.True(near.Length == 0, $"{file}: {string.Join(", ", near)}");
    }

    // Pairs of arrows that neither part nor join.
    private static IEnumerable<(Drawing.Arrow One, Drawing.Arrow Other)> Strangers(Drawing drawing) =>
        drawing.Arrows.SelectMany((a, i) => drawing.Arrows.Skip(i + 1).Where(b => !a.MayJoin(b)).Select(b => (a, b)));

    // The first piece touches the activity that it leaves, the last one the activity that it enters.
    private static bool IsItsEnd(Drawing.Arrow arrow, int piece, Drawing.Box box) =>
        piece == 0 && box.Id == arrow.Source || piece == arrow.Pieces.Count - 1 && box.Id == arrow.Target;
}
