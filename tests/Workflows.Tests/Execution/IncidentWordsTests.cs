using System.Text.Json.Nodes;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>What an incident, a retry and a cancellation say, in both languages, with the step's name in both.</summary>
public sealed class IncidentWordsTests
{
    private static Walk Failing(string script)
    {
        var sketch = new Sketch().Node("Tiny.Say", "register").With(json =>
        {
            json["words"] = Sketch.Literal(script, "JavaScript");
            json["metadata"] = new JsonObject { ["displayText"] = "P7.05 Register of voters" };
            json["customProperties"] = new JsonObject { ["displayTextFr"] = "P7.05 Registre des votants" };
        });
        return new Walk(sketch.Read(TinyTypes.Catalog));
    }

    [Fact]
    public void The_French_sentence_names_the_step_and_the_reason_in_French()
    {
        var walk = Failing("getVariable('none').length");
        var incident = Assert.Single(walk.Procedure.Incidents);

        Assert.Contains("is undefined, so 'length' cannot be read from it", incident.Text.English, StringComparison.Ordinal);
        Assert.Contains("vaut undefined, et 'length' ne peut donc y être lu", incident.Text.French, StringComparison.Ordinal);
        var sentence = walk.Steps.SelectMany(s => s.Journal).Single(e => e.Event == JournalEvent.Faulted).Sentence;
        Assert.StartsWith("“P7.05 Register of voters” failed: ", sentence.English, StringComparison.Ordinal);
        Assert.StartsWith("« P7.05 Registre des votants » a échoué : ", sentence.French, StringComparison.Ordinal);
        Assert.EndsWith(incident.Text.French, sentence.French, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retry_tells_its_reason_to_readers_of_both_languages()
    {
        var walk = Failing("getVariable('none').length");

        var step = walk.Take(new Stimulus.Retried("The list is here.", []) { ReasonFr = "La liste est arrivée." });

        var sentence = Assert.Single(step.Journal, e => e.Event == JournalEvent.Retried).Sentence;
        Assert.Equal("“P7.05 Register of voters” begins again: The list is here.", sentence.English);
        Assert.Equal("« P7.05 Registre des votants » recommence : La liste est arrivée.", sentence.French);
    }

    [Fact]
    public void A_reason_in_one_language_says_so_to_readers_of_the_other()
    {
        var walk = Failing("getVariable('none').length");

        var step = walk.Take(new Stimulus.Removed("") { ReasonFr = "Ouverte par erreur." });

        var sentence = Assert.Single(step.Journal, e => e.Event == JournalEvent.Removed).Sentence;
        Assert.Equal("Taken off the lists: Ouverte par erreur. (This reason was given in French.)", sentence.English);
        Assert.Equal("Retirée des listes : Ouverte par erreur.", sentence.French);
    }

    [Theory]
    [InlineData("system", "the program", "le programme")]
    [InlineData("register of mandates", "the register of mandates", "le registre des mandats")]
    [InlineData("process owner", "a process owner", "un responsable de procédure")]
    [InlineData("Clara Cedar", "Clara Cedar", "Clara Cedar")]
    public void Whoever_acts_is_named_in_words(string actor, string english, string french) =>
        Assert.Equal(new Bilingual(english, french), ActorText.Of(actor));
}
