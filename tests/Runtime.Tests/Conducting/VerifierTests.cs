using Procedures.Play;
using static Procedures.Play.PlayDefinitions;

namespace Procedures.Runtime.Conducting;

/// <summary>A journal that somebody has changed is found, with the first entry that does not fit.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HandClock _clock = new(Moves.Start);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("changed sentence", 3, "UPDATE journal SET sentence_fr = 'Autre' WHERE procedure = 'p' AND number = 3")]
    [InlineData("changed actor", 1, "UPDATE journal SET actor = 'Nobody' WHERE procedure = 'p' AND number = 1")]
    [InlineData("changed moment", 2, "UPDATE journal SET at = '2026-01-15T09:00:00.0000001Z' WHERE procedure = 'p' AND number = 2")]
    [InlineData("changed data", 1, "UPDATE journal SET data = '{\"inputs\":{}}' WHERE procedure = 'p' AND number = 1")]
    [InlineData("changed hash", 2, "UPDATE journal SET hash = upper(hash) WHERE procedure = 'p' AND number = 2")]
    [InlineData("deleted first", 1, "DELETE FROM journal WHERE procedure = 'p' AND number = 1")]
    [InlineData("deleted middle", 4, "DELETE FROM journal WHERE procedure = 'p' AND number = 4")]
    [InlineData("unreadable", 2, "UPDATE journal SET data = '{' WHERE procedure = 'p' AND number = 2")]
    [InlineData("unreadable moment", 2, "UPDATE journal SET at = 'soon' WHERE procedure = 'p' AND number = 2")]
    [InlineData("inserted at the end", 0, """
        INSERT INTO journal SELECT procedure, number + 1, step, at, event, activity_id, node_id, activation, actor,
            sentence_en, sentence_fr, data, hash FROM journal WHERE procedure = 'p' ORDER BY number DESC LIMIT 1
        """)]
    [InlineData("swapped", 2, """
        UPDATE journal SET number = -2 WHERE procedure = 'p' AND number = 2;
        UPDATE journal SET number = 2 WHERE procedure = 'p' AND number = 3;
        UPDATE journal SET number = 3 WHERE procedure = 'p' AND number = -2
        """)]
    [InlineData("cut tail", 0, """
        DELETE FROM journal WHERE procedure = 'p'
            AND number = (SELECT journal_length FROM procedures WHERE id = 'p')
        """)]
    [InlineData("moved to another procedure", 0, """
        UPDATE journal SET procedure = 'q2' WHERE procedure = 'p'
        """)]
    public async Task Tampering_is_found(string what, long number, string sql)
    {
        await using (var house = Open())
        {
            await house.OpenAsync(TwoTasks, "p");
            await house.OpenAsync(TwoTasks, "q");
            await house.Conductor.SendAsync("p", Moves.Answer(await house.TaskAsync("p")));
            Assert.True((await new Verifier(house.Store).VerifyAsync()).IsWhole);
        }
        Vandal.Run(_folder.File("p.db"), sql);

        await using var opened = Open();
        var verification = await new Verifier(opened.Store).VerifyAsync();

        Assert.True(!verification.IsWhole, $"Not found: {what}");
        Assert.Equal("p", verification.Breaches[0].ProcedureId);
        if (number > 0) Assert.Equal(number, verification.Breaches[0].Number);
        Assert.NotEqual("", verification.Breaches[0].Why.French);
    }

    [Fact]
    public async Task The_seal_of_all_journals_stays_the_same_until_something_happens()
    {
        await using var house = Open();
        await house.OpenAsync(TwoTasks, "p");
        var seal = (await new Verifier(house.Store).VerifyAsync()).Seal;
        Assert.Equal(seal, (await new Verifier(house.Store).VerifyAsync()).Seal);

        await house.Conductor.SendAsync("p", Moves.Answer(await house.TaskAsync("p")));

        Assert.NotEqual(seal, (await new Verifier(house.Store).VerifyAsync()).Seal);
    }

    private House Open() => House.Open(_folder.File("p.db"), _clock);
}
