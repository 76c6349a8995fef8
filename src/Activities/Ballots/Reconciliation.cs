using System.Collections.Immutable;

namespace Procedures.Ballots;

/// <summary>Compares register, urn and papers. A difference is written down and changes nothing by itself.</summary>
public static class Reconciliation
{
    public static ImmutableArray<Bilingual> Of(BallotCount count)
    {
        var differences = ImmutableArray.CreateBuilder<Bilingual>();
        if (count.Envelopes is { } envelopes && envelopes != count.Papers)
            differences.Add((
                $"Difference: {envelopes} envelopes, but {count.Papers} papers counted; the President decides.",
                $"Écart : {envelopes} enveloppes, mais {count.Papers} bulletins dépouillés ; le Président ou la " +
                    "Présidente décide."));
        if (count.Signatures is { } signatures && (count.Envelopes ?? count.Papers) is var found && signatures != found)
            differences.Add((
                $"Difference: {signatures} signatures, but {found} " +
                    $"{(count.Envelopes is null ? "papers" : "envelopes")}; the President decides.",
                $"Écart : {signatures} signatures, mais {found} " +
                    $"{(count.Envelopes is null ? "bulletins" : "enveloppes")} ; " +
                    "le Président ou la Présidente décide."));
        return differences.ToImmutable();
    }
}
