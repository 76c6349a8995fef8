using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Procedures.Journal;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Checks the hash chains of all journals, and that none is shorter or longer than its procedure says.</summary>
public sealed class Verifier(IJournalReader journals)
{
    public async Task<Verification> VerifyAsync(CancellationToken cancel = default)
    {
        var breaches = ImmutableArray.CreateBuilder<Breach>();
        using var seal = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (procedures, entries) = (0L, 0L);
        await foreach (var procedure in journals.ReadSealsAsync(cancel))
        {
            var chain = new Chain(procedure);
            if (await FirstBreachAsync(chain, cancel) is { } breach) breaches.Add(breach);
            procedures++;
            entries += chain.Length;
            seal.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{procedure.ProcedureId}\n{chain.Length}\n{chain.Head}\n")));
        }
        foreach (var orphan in await journals.OrphanJournalsAsync(cancel))
            breaches.Add(new Breach(orphan, 1, (
                "There is a journal, but no procedure.", "Il y a un journal, mais pas de procédure.")));
        return new Verification(
            procedures, entries, breaches.ToImmutable(), Convert.ToHexStringLower(seal.GetHashAndReset()));
    }

    private async Task<Breach?> FirstBreachAsync(Chain chain, CancellationToken cancel)
    {
        try
        {
            await foreach (var entry in journals.ReadJournalAsync(chain.Seal.ProcedureId, cancel))
                if (chain.Add(entry) is { } breach)
                    return breach;
            return chain.End();
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidCastException or ArgumentException)
        {
            return chain.Breach(chain.Length + 1, (
                $"The entry cannot be read: {e.Message}", $"L'entrée est illisible : {e.Message}"));
        }
    }

    private sealed class Chain(JournalSeal seal)
    {
        public JournalSeal Seal { get; } = seal;
        public long Length { get; private set; }
        public string Head { get; private set; } = "";

        public Breach? Add(JournalEntry entry)
        {
            if (entry.Number != Length + 1)
                return Breach(Length + 1, (
                    $"Entry {entry.Number} stands where entry {Length + 1} should.",
                    $"L'entrée {entry.Number} figure à la place de l'entrée {Length + 1}."));
            if (JournalChain.HashOf(Seal.ProcedureId, Head, entry) != entry.Hash)
                return Breach(entry.Number, (
                    "The entry's hash does not fit its content and the entry before it.",
                    "L'empreinte de l'entrée ne correspond ni à son contenu ni à l'entrée précédente."));
            (Length, Head) = (entry.Number, entry.Hash);
            return null;
        }

        public Breach? End()
        {
            if (Length != Seal.Length)
                return Breach(Math.Min(Length, Seal.Length) + 1, (
                    $"The journal has {Length} entries; the procedure has written {Seal.Length}.",
                    $"Le journal compte {Length} entrées ; la procédure en a écrit {Seal.Length}."));
            return Head == Seal.Head ? null : Breach(Length, (
                "The journal ends with another entry than the procedure knows.",
                "Le journal se termine par une autre entrée que celle que connaît la procédure."));
        }

        public Breach Breach(long number, Bilingual why) => new(Seal.ProcedureId, number, why);
    }
}
