using System.Text.Json;

namespace Procedures.Tidy;

/// <summary>The drawing of a shipped definition as Studio shows it: boxes on a grid, arrows with corners.</summary>
internal sealed class Drawing
{
    private readonly JsonElement _definition;

    private Drawing(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "workflows", file)));
        _definition = document.RootElement.Clone();
        var root = _definition.GetProperty("root");
        Boxes = root.GetProperty("activities").EnumerateArray().Select(Box.Read).ToDictionary(b => b.Id);
        Arrows = [.. root.GetProperty("connections").EnumerateArray().Select(c => Arrow.Read(c, Boxes))];
    }

    public IReadOnlyDictionary<string, Box> Boxes { get; }
    public IReadOnlyList<Arrow> Arrows { get; }

    /// <summary>The stages from top to bottom, as Studio's page lays them behind the drawing.</summary>
    public IReadOnlyList<Band> Bands =>
        _definition.GetProperty("customProperties").TryGetProperty("bands", out var bands)
        ? [.. bands.EnumerateArray().Select(Band.Read)]
        : [];

    public static Drawing Of(string file) => new(file);

    /// <summary>An activity: its left upper corner and its size.</summary>
    internal sealed record Box(string Id, double X, double Y, double Width, double Height)
    {
        public double Right => X + Width;
        public double Bottom => Y + Height;

        public static Box Read(JsonElement activity)
        {
            var designer = activity.GetProperty("metadata").GetProperty("designer");
            var (place, size) = (designer.GetProperty("position"), designer.GetProperty("size"));
            return new(activity.GetProperty("id").GetString()!, place.GetProperty("x").GetDouble(),
                place.GetProperty("y").GetDouble(), size.GetProperty("width").GetDouble(),
                size.GetProperty("height").GetDouble());
        }
    }

    /// <summary>A stage: a stripe across the drawing.</summary>
    internal sealed record Band(string Title, string TitleFr, double Top, double Height, bool IsAnyTime)
    {
        public double Bottom => Top + Height;

        public bool Holds(Box box) => box.Y >= Top && box.Bottom <= Bottom;

        public static Band Read(JsonElement band) => new(
            band.GetProperty("title").GetString()!, band.GetProperty("titleFr").GetString()!,
            band.GetProperty("y").GetDouble(), band.GetProperty("height").GetDouble(),
            band.TryGetProperty("anyTime", out var any) && any.GetBoolean());
    }

    /// <summary>A straight piece of an arrow.</summary>
    internal sealed record Piece(double X1, double Y1, double X2, double Y2)
    {
        public bool IsLevel => Y1 == Y2;
        public bool IsUpright => X1 == X2;
        private double Left => Math.Min(X1, X2);
        private double Right => Math.Max(X1, X2);
        private double Top => Math.Min(Y1, Y2);
        private double Bottom => Math.Max(Y1, Y2);

        public bool Enters(Box box, double margin) =>
            Left < box.Right + margin && Right > box.X - margin && Top < box.Bottom + margin && Bottom > box.Y - margin;

        /// <summary>Whether both run side by side for a while, less than a distance apart.</summary>
        public bool RunsBeside(Piece other, double distance) =>
            IsLevel && other.IsLevel && Math.Abs(Y1 - other.Y1) < distance && Left < other.Right && other.Left < Right
            || IsUpright && other.IsUpright && Math.Abs(X1 - other.X1) < distance
                && Top < other.Bottom && other.Top < Bottom;
    }

    /// <summary>An arrow from an outcome of one activity to another activity.</summary>
    internal sealed record Arrow(
        string Source, string Port, string Target, IReadOnlyList<(double X, double Y)> Corners,
        IReadOnlyList<Piece> Pieces)
    {
        // An arrow enters in the middle of the left side.
        private const double Entry = 32;

        public string Name => $"{Source}.{Port} → {Target}";

        /// <summary>Arrows of one outcome part from one another, arrows to one activity join.</summary>
        public bool MayJoin(Arrow other) => Target == other.Target || Source == other.Source && Port == other.Port;

        public static Arrow Read(JsonElement connection, IReadOnlyDictionary<string, Box> boxes)
        {
            var (source, target) = (connection.GetProperty("source"), connection.GetProperty("target"));
            var (from, to) = (boxes[source.GetProperty("activity").GetString()!],
                boxes[target.GetProperty("activity").GetString()!]);
            List<(double X, double Y)> corners = [.. connection.GetProperty("vertices").EnumerateArray()
                .Select(v => (v.GetProperty("x").GetDouble(), v.GetProperty("y").GetDouble()))];
            var bends = corners.ToArray();
            // The first corner stands at the height of the outcome.
            corners.Insert(0, (from.Right, corners.Count > 0 ? corners[0].Y : from.Y + Entry));
            corners.Add((to.X, to.Y + Entry));
            return new(from.Id, source.GetProperty("port").GetString()!, to.Id, bends,
                [.. corners.Zip(corners.Skip(1), (a, b) => new Piece(a.X, a.Y, b.X, b.Y))]);
        }
    }
}
