using System.Globalization;
using Procedures.Execution;
using Procedures.Play;
using Procedures.Storage;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>
/// While contacts are being taken in one after the other, a step with letters may lose every race to them.
/// </summary>
public sealed class RestlessContactsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_nested_part_that_cannot_be_opened_meanwhile_is_opened_afterwards()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        await house.PublishAsync(TwoTasks);
        var book = new RestlessBook(house.Store);
        var conductor = ConductorOf(house, book);
        await house.Store.PostAsync([new InboxMessage(
            "m", "p", new Dispatch.OpenChild("p.1", TwoTasks.DefinitionId, Moves.Opening), Moves.Start)]);
        await conductor.DoDueWorkAsync(10);
        Assert.Null(await house.Store.LoadAsync("p.1"));

        book.IsRestless = false;
        _clock.Move(TimeSpan.FromMinutes(1));
        await conductor.DoDueWorkAsync(10);

        Assert.Equal(1, (await house.LoadAsync("p.1")).Step);
        Assert.Empty(await house.Store.TroubledWorkAsync(10));
    }

    [Fact]
    public async Task Nobody_is_told_that_there_is_such_a_procedure_already()
    {
        await using var house = House.Open(_folder.File("p.db"), _clock);
        var conductor = ConductorOf(house, new RestlessBook(house.Store));

        await Assert.ThrowsAsync<TimeoutException>(
            () => conductor.OpenAsync(TwoTasks, new OpeningRequest(Moves.Inputs, "Clerk") { ProcedureId = "p" }));
    }

    private Conductor ConductorOf(House house, IAddressBooks books) => new(
        house.Store, PlayDefinitions.Engine, new DefinitionLibrary(house.Store, Read),
        new LetterWriter(books, House.Templates, PlayDefinitions.Institution, House.LetterSettings), _clock);

    /// <summary>A contact changes whenever somebody has looked at them.</summary>
    private sealed class RestlessBook(IDirectory directory) : IAddressBooks
    {
        private int _changes;

        public bool IsRestless { get; set; } = true;

        public async Task<AddressBook> AddressBookAsync(bool anew = false, CancellationToken cancel = default)
        {
            var book = await directory.AddressBookAsync(anew, cancel);
            var name = (++_changes).ToString(CultureInfo.InvariantCulture);
            if (IsRestless)
                await directory.SaveContactAsync(
                    new Contact("X", name, "x@example.org", ContactLanguage.English), cancel);
            return book;
        }
    }
}
