using Procedures.Comparison;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Migration;

/// <summary>Whether a flowchart that is at work can go on with other arrows.</summary>
/// <remarks>
/// What has been left does not come back: a join that is still ahead must not wait for an arrow out of an activity that
/// is over, and what has arrived at a join must mean the same as before.
/// </remarks>
internal sealed class FlowMove
{
    public const string FlowchartType = "Elsa.Flowchart";

    private readonly ActivityNode _before;
    private readonly ActivityNode _after;
    private readonly ActivationState _flowchart;
    private readonly FlowGraph _old;
    private readonly FlowGraph _new;
    private readonly bool _isCounted;
    private readonly string _start;

    // Activities that run, wait, have failed or are due; and among them those whose outcomes are still to come.
    private readonly HashSet<string> _atWork;
    private readonly HashSet<string> _running;

    public FlowMove(Procedure procedure, ActivationState flowchart, ActivityNode before, ActivityNode after)
    {
        (_flowchart, _before, _after) = (flowchart, before, after);
        _isCounted = procedure.Definition.Mode != FlowchartMode.TokenBased;
        _start = flowchart.Memory["start"].AsText ?? "";
        (_old, _new) = (FlowGraph.Of(before, _start), FlowGraph.Of(after, _start));
        var inside = procedure.Activations.Where(a => a.Parent == flowchart.Id && a.Id != flowchart.Id).ToArray();
        _running = [.. inside.Where(a => a.Status == ActivationStatus.Running).Select(a => a.ActivityId)];
        _atWork = [.. inside.Select(a => a.ActivityId),
            .. (procedure.Standstill?.Due ?? []).Where(d => d.Owner == flowchart.Id).Select(d => d.ActivityId)];
    }

    public IEnumerable<Bilingual> Problems(Definition target)
    {
        var version = target.Version;
        if (_after.Child(_start) is null)
            return [(
                $"Version {version} lacks the activity “{_start}” with which the flowchart began.",
                $"La version {version} n'a pas l'activité « {_start} » par laquelle l'organigramme a commencé.")];
        return [.. Unreachable(version), .. LostOutcomes(version), .. Arrived(version), .. NeverToCome(version)];
    }

    private IEnumerable<Bilingual> Unreachable(int version) =>
        from activity in _isCounted ? _atWork : []
        where _after.Child(activity) is not null && _new.IsDangling(activity)
        let title = TitleOf(activity)
        select new Bilingual(
            $"“{title.English}” is at work, and no arrow leads to it in version {version}.",
            $"« {title.French} » est en cours, et aucune flèche n'y mène dans la version {version}.");

    // Who has been asked may give any answer that was offered.
    private IEnumerable<Bilingual> LostOutcomes(int version) =>
        from activity in _running
        where _after.Child(activity) is not null
        from port in _old.Outbound(activity).Select(c => c.Port).Except(_new.Outbound(activity).Select(c => c.Port))
        let title = TitleOf(activity)
        select new Bilingual(
            $"“{title.English}” is at work, and its outcome {port} leads nowhere in version {version}.",
            $"« {title.French} » est en cours, et son issue {port} ne mène nulle part dans la version {version}.");

    // Some of the arrows into it have been followed: what it still waits for must be the same.
    private IEnumerable<Bilingual> Arrived(int version) =>
        from activity in HalfArrived()
        where !_old.Inbound(activity).ToHashSet().SetEquals(_new.Inbound(activity))
        let title = TitleOf(activity)
        select new Bilingual(
            $"“{title.English}” waits for the rest of its arrows, and version {version} has others.",
            $"« {title.French} » attend ses autres flèches, et la version {version} en a de différentes.");

    private IEnumerable<Bilingual> NeverToCome(int version)
    {
        var ahead = Ahead();
        return
            from arrow in _after.Connections.Except(_before.Connections)
            where ahead.Contains(arrow.Target) && !ahead.Contains(arrow.Source) && !_atWork.Contains(arrow.Source)
            let source = TitleOf(arrow.Source)
            let end = TitleOf(arrow.Target)
            select new Bilingual(
                $"“{end.English}” is still ahead and in version {version} also waits for “{source.English}”, "
                + "which is over.",
                $"« {end.French} » est encore à venir et attend aussi, dans la version {version}, « {source.French} », "
                + "qui est achevé.");
    }

    private HashSet<string> Ahead()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(_atWork);
        while (open.TryDequeue(out var current))
            foreach (var arrow in _new.Outbound(current))
                if (found.Add(arrow.Target)) open.Enqueue(arrow.Target);
        return found;
    }

    private IEnumerable<string> HalfArrived()
    {
        if (!_isCounted)
            return _flowchart.Memory["tokens"] is Value.List tokens
                ? tokens.Items.Select(Token.Read).Where(t => !t.IsBlocked && !_atWork.Contains(t.Target))
                    .Select(t => t.Target).Distinct()
                : [];
        var counters = FlowCounters.Read(_flowchart.Memory);
        return _before.Connections.Where(c => counters.Visits(c) > counters.Visits(c.Target))
            .Where(c => !_old.IsBackward(c) && !_atWork.Contains(c.Target)).Select(c => c.Target).Distinct();
    }

    private Bilingual TitleOf(string activity) =>
        (_before.Child(activity) ?? _after.Child(activity)) is { } node
            ? node.Title : Bilingual.Same(activity);
}
