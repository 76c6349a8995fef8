using Procedures.Mandates;

namespace Procedures.Runtime;

/// <summary>A mandate whose procedure would be opened on another day if a part-session moved.</summary>
public sealed record MovedPlan(Mandate Mandate, Office Office, OpeningPlan Before, OpeningPlan After);
