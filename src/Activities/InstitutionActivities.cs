using System.Collections.Immutable;
using Procedures.Catalog;

namespace Procedures.Activities;

/// <summary>The activities of the institution: what bodies, states and committees do.</summary>
public static class InstitutionActivities
{
    public static ImmutableArray<ActivityType> All { get; } =
    [
        new TaskActivity(), new SubmissionActivity(), new ConsultationActivity(), new JointCommitteeConsultationActivity(),
        new CallForCandidatesActivity(), new MeetingActivity(), new LetterActivity(), new InterruptionActivity(),
        new ResumptionActivity(), new AnchorDatesActivity(), new OccurrenceActivity(), new DateMovedActivity(),
        new DrawingOfLotsActivity(), new BallotRoundActivity(), new CommitteeVoteActivity(),
        new SelectionRoundActivity(), new VotersRegisterActivity(), new CutOffActivity(),
    ];
}
