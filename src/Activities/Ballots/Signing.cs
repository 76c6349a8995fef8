namespace Procedures.Ballots;

/// <summary>What came of an attempt to sign the register.</summary>
public abstract record Signing
{
    private Signing() { }

    /// <summary>The signature stands; the register after it.</summary>
    public sealed record Signed(VotingRegister Register) : Signing;

    /// <summary>The person may not vote, and why. The register is unchanged.</summary>
    public sealed record Refused(Bilingual Reason) : Signing;
}
