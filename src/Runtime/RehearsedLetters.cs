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
            letters.AddRange((await _writer.WriteAsync(step, cancel)).Rows.Where(l => !l.IsCopy));
        return letters.ToImmutable();
    }

    /// <summary>The whole letter as a message, such as a file for a mail program holds it.</summary>
    public static Message MessageOf(StoredLetter letter) => Postman.MessageOf(letter, Settings);

    private sealed class Everybody(Institution institution) : IAddressBooks
    {
        public Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default) =>
            Task.FromResult(new AddressBook(0, ContactOf));

        private ImmutableArray<Contact> ContactOf(string body)
        {
            var address = string.Concat(body.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
            return [new Contact(
                body, institution.NameOf(body).English, $"{address}@example.org", ContactLanguage.Both)];
        }
    }
}
