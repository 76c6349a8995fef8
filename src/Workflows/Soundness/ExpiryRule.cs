using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Soundness;

/// <summary>A deadline that branches or lets a right lapse needs the arrow that is then taken.</summary>
internal static class ExpiryRule
{
    public const string Expired = "Expired";
    public const string Lapsed = "Lapsed";

    public static IEnumerable<Finding> Find(Subject subject) =>
        from flowchart in subject.Flowcharts
        from node in flowchart.Children
        let port = PortOf(subject, node)
        where port is not null && !flowchart.Connections.Any(c => c.Source == node.Id && c.Port == port)
        select Subject.At(node, FindingSeverity.Error, (
            $"“{node.Title.English}” is left through “{port}” when its last day passes, but no arrow leaves there.",
            $"« {node.Title.French} » est quittée par « {port} » à l'expiration, mais aucune flèche n'en part."));

    private static string? PortOf(Subject subject, ActivityNode node) =>
        !subject.Declares(node, Vocabulary.OnExpiry) ? null
        : Vocabulary.ExpiryOf(Plain.Text(subject.LiteralOf(node, Vocabulary.OnExpiry))) switch
        {
            OnExpiry.Branch => Expired,
            OnExpiry.Lapse => Lapsed,
            _ => null,
        };
}
