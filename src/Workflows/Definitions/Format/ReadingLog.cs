using System.Collections.Immutable;

namespace Procedures.Definitions.Format;

/// <summary>Collects what is found while a file is read.</summary>
internal sealed class ReadingLog
{
    private const int Most = 500;
    private const int RoomForRefusals = 50;
    private readonly List<Finding> _findings = [];
    private int _left;

    public bool IsRefused { get; private set; }

    public void Warn(string place, string? activity, Bilingual message) =>
        Add(new Finding(FindingSeverity.Warning, place, activity, message));

    public void Error(string place, string? activity, Bilingual message) =>
        Add(new Finding(FindingSeverity.Error, place, activity, message));

    public void Refuse(string place, string? activity, Bilingual message)
    {
        IsRefused = true;
        Add(new Finding(FindingSeverity.Refused, place, activity, message));
    }

    public ImmutableArray<Finding> Findings => _left == 0
        ? [.. _findings]
        : [.. _findings, new Finding(FindingSeverity.Error, "$", null, (
            $"{_left} more findings are not listed.", $"{_left} autres constatations ne sont pas affichées."))];

    // A damaged file of many megabytes would otherwise answer with a list that nobody can read or load.
    private void Add(Finding finding)
    {
        var most = finding.Severity == FindingSeverity.Refused ? Most + RoomForRefusals : Most;
        if (_findings.Count < most) _findings.Add(finding);
        else _left++;
    }
}
