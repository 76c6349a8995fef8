using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Definitions;

/// <summary>An activity type that only declares what definitions may write.</summary>
internal sealed class FakeActivity(ActivityDeclaration declaration) : ActivityType
{
    public override ActivityDeclaration Declaration => declaration;
    public override void Start(Activation activation) => activation.Complete();
}
