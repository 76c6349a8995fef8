using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// Letters to the candidates of a file: each person alone, and a clear word where an address is missing.
/// </summary>
public sealed class CandidateLettersTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_candidate_gets_a_letter_in_the_wanted_language_and_sees_no_other_address()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var candidates = new CandidateAddresses(house.Store);
        await SaveAsync(candidates, "p", "Anna Alder", "anna@example.org", ContactLanguage.English);
        await SaveAsync(candidates, "p", "Boris Birch", "boris@example.org", ContactLanguage.French);
        await SaveAsync(candidates, "q", "Clara Cedar", "clara@example.org", ContactLanguage.French);
        await house.OpenAsync(Definition, "p");

        var letters = (await house.LettersAsync()).Where(l => l.Body == "CAND").ToArray();

        Assert.Equal([("anna@example.org", Language.English), ("boris@example.org", Language.French)],
            letters.Select(l => (l.Address, l.Language)).Order());
        foreach (var letter in letters)
        {
            var message = house.Postman.MessageOf(letter);
            Assert.Equal([letter.Address], message.ShownTo.Select(t => t.Address));
            Assert.Empty(message.Cc);
            Assert.DoesNotContain("https://", letter.Text, StringComparison.Ordinal);
        }
        var journal = await house.Store.JournalAsync("p", PageRequest.First);
        Assert.All(journal.Items, e =>
            Assert.DoesNotContain("@", e.Sentence.English + e.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_address_is_named_with_what_to_do_and_gets_the_letter_once_it_is_given()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var candidates = new CandidateAddresses(house.Store);
        await SaveAsync(candidates, "p", "Anna Alder", "anna@example.org", ContactLanguage.English);
        await SaveAsync(candidates, "p", "Boris Birch", "", ContactLanguage.English);
        await house.OpenAsync(Definition, "p");
        var waiting = Assert.Single(await house.LettersAsync(), l => l is { Body: "CAND", State: LetterState.NotSent });
        Assert.Equal("Boris Birch", waiting.ContactName);
        Assert.Contains("Boris Birch. Open the file, choose “Addresses of the candidates”", waiting.Error.English,
            StringComparison.Ordinal);
        Assert.Contains("« Adresses des candidats »", waiting.Error.French, StringComparison.Ordinal);
        Assert.False(await house.Conductor.ReaddressAsync(waiting.Id));

        await SaveAsync(candidates, "p", "Boris Birch", "boris@example.org", ContactLanguage.Both);
        Assert.True(await house.Conductor.ReaddressAsync(waiting.Id));

        var letters = (await house.LettersAsync()).Where(l => l.Body == "CAND").ToArray();
        Assert.Equal(["anna@example.org", "boris@example.org", "boris@example.org"], letters.Select(l => l.Address)
            .Order());
        Assert.All(letters, l => Assert.Equal(LetterState.Pending, l.State));
    }

    [Fact]
    public async Task A_file_without_any_known_candidate_says_where_to_write_them_down()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.OpenAsync(Definition, "p");
        var waiting = Assert.Single(await house.LettersAsync(), l => l.Body == "CAND");
        Assert.Contains("choose “Addresses of the candidates”", waiting.Error.English, StringComparison.Ordinal);

        var candidates = new CandidateAddresses(house.Store);
        await SaveAsync(candidates, "p", "Anna Alder", "anna@example.org", ContactLanguage.English);
        await SaveAsync(candidates, "p", "Boris Birch", "", ContactLanguage.English);
        Assert.True(await house.Conductor.ReaddressAsync(waiting.Id));

        var letters = (await house.LettersAsync()).Where(l => l.Body == "CAND").ToArray();
        Assert.Equal([("Anna Alder", LetterState.Pending), ("Boris Birch", LetterState.NotSent)],
            letters.Select(l => (l.ContactName, l.State)).Order());
    }

    [Fact]
    public async Task Children_of_a_procedure_share_its_addresses_and_a_form_takes_none_away()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var candidates = new CandidateAddresses(house.Store);
        await candidates.TakeInAsync("p.1",
            [new("Anna Alder", "anna@example.org", ContactLanguage.French, "Clerk", Moves.Start)]);
        await candidates.TakeInAsync("p.2", [new("Anna Alder", "", ContactLanguage.Both, "Clerk", Moves.Start)]);
        Assert.Equal("anna@example.org", Assert.Single(await candidates.OfAsync("p")).Address);
        Assert.True(await candidates.ForgetAsync("p", "Anna Alder"));
        Assert.Empty(await candidates.OfAsync("p.1"));
    }

    private static Definitions.Definition Definition => Sequence("told", new
    {
        type = "Procedures.Letter", id = "l", to = new
        {
            typeName = "String[]", expression = new { type = "Object", value = "[\"CAND\"]" },
        },
        subject = Text("Invitation"), subjectFr = Text("Convocation"), text = Text("Please come."),
            textFr = Text("Venez."),
        copyTo = Text("CDH"),
    });

    private static Task SaveAsync(
        CandidateAddresses candidates, string id, string name, string address, ContactLanguage language) =>
        candidates.SaveAsync(id, new Candidate(name, address, language, "Clerk", Moves.Start));
}
