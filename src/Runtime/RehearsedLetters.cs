using System.Collections.Immutable;
using Procedures.Letters;
using Procedures.Rehearsal;
using Procedures.Storage;

namespace Procedures.Runtime;

/// <summary>Writes out the letters of a procedure that was rehearsed or replayed, each in both languages.</summary>
/// <remarks>Nobody receives them: every body has one invented contact that wants both languages.</remarks>
public sealed class RehearsedLetters(LetterTemplates templates, Institution institution)
{
    private static readonly Uri Place = new("https://procedures.example.org/");

    private static readonly LetterSettings Settings = new(
        new Mailbox("Procedures", "procedures@example.org"), "example.org")
    {
        LinkTo = (procedure, wait) =>
            new Uri(Place, wait == 0 ? $"/procedures/{procedure}" : $"/procedures/{procedure}/tasks/{wait}"),
        ReplyLinkTo = (_, _) => new Uri(Place, "/reply/example"),
    };

    private readonly LetterWriter _writer = new(new Everybody(institution), templates, institution, Settings);

    /// <summary>The letters in the order in which they were written.</summary>
    public async Task<ImmutableArray<StoredLetter>> WriteAsync(RehearsedYear year, CancellationToken cancel = default)
    {
        var letters = ImmutableArray.CreateBuilder<StoredLetter>();
        foreach (var step in year.Steps.Where(s => !s.Letters.IsEmpty))
            letters.AddRange((await _writer.WriteAsync(step, cancel)).Where(l => !l.IsCopy));
        return letters.ToImmutable();
    }

    /// <summary>The whole letter as a message, such as a file for a mail program holds it.</summary>
    public static Message MessageOf(StoredLetter letter) => Postman.MessageOf(letter, Settings);

    private sealed class Everybody(Institution institution) : IDirectory
    {
        public Task<ImmutableArray<Contact>> ContactsAsync(string? body = null, CancellationToken cancel = default)
        {
            if (body is null) return Task.FromResult(ImmutableArray<Contact>.Empty);
            var address = string.Concat(body.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
            return Task.FromResult(ImmutableArray.Create(new Contact(
                body, institution.NameOf(body).English, $"{address}@example.org", ContactLanguage.Both)));
        }

        public Task SaveContactAsync(Contact contact, CancellationToken cancel = default) =>
            throw new NotSupportedException("Rehearsed letters have invented contacts only.");

        public Task<bool> DeleteContactAsync(string body, string address, CancellationToken cancel = default) =>
            throw new NotSupportedException("Rehearsed letters have invented contacts only.");
    }
}
