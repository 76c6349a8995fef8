using System.Collections.Immutable;
using Procedures.Activities;
using Procedures.Catalog;
using Procedures.Commands;
using Procedures.Execution;
using Procedures.Letters;
using Procedures.Rehearsal;
using Procedures.Runtime;
using Procedures.Storage;
using Xunit.Abstractions;

namespace Procedures.Host.Tests.Letters;

/// <summary>Every kind of letter of every definition, in both languages, as the scenarios bring them about.</summary>
public sealed class EveryLetterTests(ITestOutputHelper output)
{
    private const int Most = 3;
    private static readonly ActivityCatalog Catalog = new([.. ElsaActivities.All, .. InstitutionActivities.All]);

    [Fact]
    public async Task No_letter_of_any_scenario_shows_a_fault_that_a_program_can_see()
    {
        var folder = InstitutionFolder.Find(AppContext.BaseDirectory)!;
        var setting = new Setting(Catalog, InstitutionFolder.Read(folder), TimeProvider.System);
        var shelf = await DefinitionShelf.LoadAsync(setting, [], folder);
        var writer = new RehearsedLetters(LetterTemplates.Load(Path.Combine(folder, "letters")), setting.Institution);
        var replay = new Replay(new Engine(setting.Catalog, setting.Institution), shelf.Find);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var faults = new List<string>();
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "scenarios"), "*.json")
            .Order(StringComparer.Ordinal))
            foreach (var scenario in ScenarioReader.Read(await File.ReadAllTextAsync(file)))
            {
                var name = Path.GetFileNameWithoutExtension(scenario.Definition);
                var (year, _) = replay.Play(scenario, shelf.Find(name)!);
                foreach (var step in year.Steps)
                {
                    var fresh = step.Letters.Where(l => IsFresh(step, l, seen)).ToImmutableArray();
                    var rows = await writer.WriteAsync(year with { Steps = [step with { Letters = fresh }] });
                    foreach (var row in rows)
                    {
                        kinds.Add($"{step.After.Definition.DefinitionId} {row.Kind} {row.Language}");
                        faults.AddRange(LetterFaults.In(row).Concat(LeftOut(step, fresh, row))
                            .Select(f => $"{scenario.Id}, {row.Kind} to {row.Body}: {f}"));
                    }
                }
            }

        output.WriteLine($"{seen.Values.Sum() * 2} letters\n{string.Join('\n', kinds)}");
        Assert.True(seen.Values.Sum() > 700, $"Only {seen.Values.Sum()} letters were looked at.");
        foreach (var kind in Enum.GetValues<LetterKind>())
            Assert.Contains(kinds, k => k.Contains($" {kind} ", StringComparison.Ordinal));
        Assert.True(faults.Count == 0, $"{faults.Count} faults\n{string.Join('\n', faults.Distinct().Take(60))}");
    }

    // Of letters that differ in the addressee or the day only, a few are enough.
    private static bool IsFresh(Step step, Letter letter, Dictionary<string, int> seen)
    {
        var key = $"{step.After.Definition.DefinitionId} {letter.Kind} {letter.ActivityId} {letter.To.Split('(')[0]} "
            + $"{letter.Subject.English} {letter.StepTitle.English}";
        seen[key] = seen.GetValueOrDefault(key) + 1;
        if (seen[key] <= Most) return true;
        seen[key] = Most;
        return false;
    }

    private static IEnumerable<string> LeftOut(Step step, ImmutableArray<Letter> letters, StoredLetter row)
    {
        var isFrench = row.Language == Language.French;
        var letter = letters.First(l => l.To == row.Body && l.Kind.ToString() == row.Kind && l.Wait == row.Wait);
        var asks = letter.Kind is LetterKind.Task or LetterKind.Reminder or LetterKind.DueToday or LetterKind.Overdue
            or LetterKind.DeadlineMoved or LetterKind.Escalation or LetterKind.Meeting;
        if (asks && letter.LastDay is { } day
            && !row.Text.Contains(Deadlines.DateText.Long(day, row.Language),
                StringComparison.Ordinal)) yield return "no deadline";
        if (asks && !row.Text.Contains(isFrench ? "Base juridique" : "Legal basis", StringComparison.Ordinal))
            yield return "no legal source";
        if (!row.Subject.StartsWith('[')) yield return $"no procedure in the subject: {row.Subject}";
        if (step.After.FindWait(letter.Wait)?.Assignment is { IsConfidential: true } secret)
            foreach (var text in (string[])[secret.Title.In(row.Language), secret.Instructions.In(row.Language)])
                if (text.Length > 0 && !letter.StepTitle.In(row.Language).Contains(text, StringComparison.Ordinal)
                    && (row.Subject + row.Text + row.Html + row.Calendar).Contains(text, StringComparison.Ordinal))
                    yield return $"tells a confidential matter: {text}";
    }
}
