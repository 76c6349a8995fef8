using System.Text.RegularExpressions;

namespace Procedures.Commands;

/// <summary>A terminal whose language is French reads help and mistakes in French, all of them.</summary>
public sealed class FrenchTerminalTests : IDisposable
{
    private static readonly string[] Commands =
    [
        "run", "check", "rehearse", "replay", "trace", "verify", "move", "restored", "letters", "mandates",
        "arrange", "help",
    ];

    private readonly Terminal _french = new(Language.French);
    private readonly Terminal _english = new();

    public void Dispose()
    {
        _french.Dispose();
        _english.Dispose();
    }

    [Theory]
    [InlineData("fr_FR.UTF-8", null, null, Language.French)]
    [InlineData(null, "fr", null, Language.French)]
    [InlineData(null, null, "fr_BE", Language.French)]
    [InlineData("en_GB.UTF-8", null, "fr_FR", Language.English)]
    [InlineData("", "", "fr_FR", Language.French)]
    [InlineData(null, null, null, Language.English)]
    public void The_first_variable_that_is_set_says_the_language(string? all, string? messages, string? lang,
        Language language) =>
        Assert.Equal(language,
            TerminalLanguage.Of(name => name switch { "LC_ALL" => all, "LC_MESSAGES" => messages, _ => lang }));

    [Fact]
    public async Task The_help_of_every_command_is_French_and_as_long_as_the_English_one()
    {
        foreach (var words in Commands.Select(c => new[] { "help", c }).Append(["help"]))
        {
            Assert.Equal(0, await _french.RunAsync(words));
            Assert.Equal(0, await _english.RunAsync(words));
            Assert.Equal(_english.Lines.Length, _french.Lines.Length);
            var prose = _french.Lines.Where(l => !l.StartsWith("procedures ", StringComparison.Ordinal));
            foreach (var line in prose)
                Assert.False(Regex.IsMatch(line, @"\b(the|of|and|when|not given|is|are|or)\b"),
                    $"{string.Join(' ', words)}: {line}");
        }
        await _french.RunAsync("help", "rehearse");
        Assert.Contains("--answer ÉTAPE=ISSUE", _french.Output, StringComparison.Ordinal);
        Assert.Contains("Exemples", _french.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Il n'y a pas de commande repaly. Vouliez-vous dire replay ?", "repaly")]
    [InlineData("check demande FICHIER…", "check")]
    [InlineData("check n'a pas d'option --strcit. Vouliez-vous dire --strict ?", "check", "x.json", "--strcit")]
    [InlineData("L'option --start demande une valeur : --start JOUR.", "run", "x.json", "--start")]
    [InlineData("--start est un jour tel que 2026-06-22, et non « demain ».", "run", "x.json", "--start", "demain")]
    [InlineData("--format vaut table ou json, et non « xml ».", "check", "x.json", "--format", "xml")]
    [InlineData("verify ne prend que des options ; « x » n'en est pas une.", "verify", "x")]
    [InlineData("Il n'y a pas de dossier nulle-part.", "run", "x.json", "--definitions", "nulle-part")]
    [InlineData("letters prend le mot check, et non « send ».", "letters", "send")]
    [InlineData("move demande --from FICHIER.", "move")]
    [InlineData("mandates est suivi de « import FICHIER » ou de « export ».", "mandates", "x")]
    public async Task A_mistake_is_explained_in_French(string sentence, params string[] arguments)
    {
        Assert.Equal(2, await _french.RunAsync(arguments));
        Assert.Contains(sentence, _french.Error, StringComparison.Ordinal);
        Assert.Contains("« procedures help", _french.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_ends_in_French()
    {
        var file = _french.WriteSequence(
            "waits.json", Terminal.Activity("Elsa.Event", "e1", ("eventName", "Literal", "Go")));

        Assert.Equal(0, await _french.RunAsync("run", file));

        Assert.Equal(["état : en attente", "attente : e1 (Elsa.Event) Event Go"], _french.Lines);
    }

    [Fact]
    public async Task An_incident_of_a_run_is_told_in_French()
    {
        var file = _french.WriteSequence("fails.json", Terminal.Say("input.Name.length", "JavaScript"));

        await _french.RunAsync("run", file);

        Assert.Contains("  incident : ", _french.Output, StringComparison.Ordinal);
        Assert.Contains("ne peut donc y être lu", _french.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_passes_and_fails_in_French()
    {
        _french.Write("s.json", $$"""
            { "id": "S", "definition": "{{_french.JudgeElection}}", "start": "2018-08-30",
              "inputs": { "State": "EE", "TermEnds": "2020-01-03" },
              "expected": { "status": "Faulted", "asked": ["P9.99"] } }
            """);
        _french.Write("bad.json", """{ "id": "B" }""");

        Assert.Equal(2, await _french.RunAsync("replay", "s.json", "bad.json"));

        Assert.Contains("ÉCHEC S : status : attendu Faulted, obtenu ", _french.Output, StringComparison.Ordinal);
        Assert.Contains("ÉCHEC S : asked : attendu P9.99 est demandé, obtenu jamais demandé", _french.Output,
            StringComparison.Ordinal);
        Assert.Contains("0 réussi(s), 1 en échec", _french.Output, StringComparison.Ordinal);
        Assert.Equal("bad.json : B ne nomme aucune définition.", _french.Error.Trim());
    }

    [Fact]
    public async Task A_rehearsed_year_tells_its_status_in_French()
    {
        await _french.RunAsync(
            "rehearse", _french.JudgeElection, "--input", "State=EE", "--input", "TermEnds=2020-01-03");

        Assert.Contains("état : achevée", _french.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Finished", _french.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_named_comes_before_the_terminals()
    {
        Assert.Equal(0, await _french.RunAsync("check", _french.JudgeElection, "--language", "en"));
        Assert.Contains("1 definition, ", _french.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _french.RunAsync("check", _french.JudgeElection));
        Assert.Contains("1 définition, ", _french.Output, StringComparison.Ordinal);
    }
}
