using System.Globalization;
using Procedures.Storage;

namespace Procedures.Reliability.Kills;

/// <summary>What must hold when everything is done, whatever has happened before.</summary>
internal sealed class Aftermath(KillGround ground, Clerks clerks, Elections? elections)
{
    private readonly Database _database = ground.Database;

    /// <summary>What is still to be done; 0 at the end.</summary>
    public const string Open = """
        SELECT (SELECT count(*) FROM procedures WHERE ended_at IS NULL) + (SELECT count(*) FROM inbox)
            + (SELECT count(*) FROM timers) + (SELECT count(*) FROM letters WHERE state IN ('Pending', 'Sending'))
        """;

    // Each question counts what breaks a promise.
    private static readonly (string What, string Sql)[] Questions =
    [
        ("procedures have not come to their end", "SELECT count(*) FROM procedures WHERE ended_at IS NULL OR status <> 'Finished'"),
        ("procedures have an incident", "SELECT count(*) FROM procedures WHERE incidents > 0"),
        ("procedures have a gap in their steps", """
            SELECT count(*) FROM procedures p WHERE p.step <> (SELECT count(DISTINCT step) FROM journal WHERE procedure = p.id)
                OR p.step <> (SELECT max(step) FROM journal WHERE procedure = p.id)
            """),
        ("journals have a gap", """
            SELECT count(*) FROM procedures p WHERE p.journal_length <> (SELECT count(*) FROM journal WHERE procedure = p.id)
                OR p.journal_length <> (SELECT max(number) FROM journal WHERE procedure = p.id)
            """),
        ("tasks are open in a finished procedure", "SELECT count(*) FROM tasks WHERE closed_at IS NULL"),
        ("waits are open in a finished procedure", "SELECT count(*) FROM waits"),
        ("timers are set in a finished procedure", "SELECT count(*) FROM timers"),
        ("messages were not done", "SELECT count(*) FROM inbox"),
        ("letters are neither sent nor told of", "SELECT count(*) FROM letters WHERE state NOT IN ('Sent', 'NotSent', 'NotKnown')"),
        ("procedures have not exactly one child", """
            SELECT count(*) FROM procedures p WHERE p.definition_id = 'rush'
                AND (SELECT count(*) FROM procedures c WHERE c.parent_id = p.id) <> 1
            """),
        ("events were heard more or less than once", """
            SELECT abs((SELECT count(*) FROM procedures WHERE definition_id = 'rush')
                - (SELECT count(*) FROM procedures WHERE definition_id = 'rush-echo'))
            """),
        ("procedures have not exactly two tasks", """
            SELECT count(*) FROM procedures p WHERE p.definition_id = 'rush'
                AND (SELECT count(*) FROM tasks t WHERE t.procedure = p.id AND t.closed_at IS NOT NULL) <> 2
            """),
        ("procedures have written another number of letters than their like", """
            SELECT count(*) FROM (SELECT definition_id FROM (
                SELECT p.id, p.definition_id, (SELECT count(*) FROM letters l WHERE l.procedure = p.id) AS letters FROM procedures p
                WHERE p.definition_id LIKE 'rush%') one
                GROUP BY definition_id HAVING min(letters) <> max(letters) OR min(letters) = 0) several
            """),
    ];

    public async Task<List<string>> BrokenAsync()
    {
        var broken = new List<string>();
        foreach (var (what, sql) in Questions)
            if (await _database.CountAsync(sql) is var count and not 0)
                broken.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));
        await AcknowledgedAsync(broken);
        await LettersAsync(broken);
        if (elections is not null) await ElectionsAsync(elections, broken);
        foreach (var host in ground.Hosts) await host.KillAsync();
        var verification = await _database.VerifyAsync();
        broken.AddRange(verification.Breaches.Select(b => $"{b.ProcedureId} {b.Number}: {b.Why.English}"));
        return broken;
    }

    private async Task ElectionsAsync(Elections asked, List<string> broken)
    {
        broken.AddRange(asked.Refused);
        var nobody = await _database.CountAsync("""
            SELECT count(*) FROM procedures p JOIN states s ON s.procedure = p.id
            WHERE p.definition_id = 'judge-election' AND s.document::jsonb #>> '{outputs,Result,elected}' IS NULL
            """);
        if (nobody > 0) broken.Add($"{nobody} elections have elected nobody");
        // The same acts were recorded in each, whatever fell between them.
        var kinds = await _database.CountAsync("""
            SELECT count(DISTINCT acts) FROM (
                SELECT procedure, string_agg(step || ' ' || outcome, ', ' ORDER BY wait) AS acts FROM tasks
                WHERE procedure LIKE 'judge-election%' AND outcome IS NOT NULL AND NOT is_optional GROUP BY procedure) one
            WHERE procedure NOT LIKE '%.%'
            """);
        if (kinds != 1) broken.Add($"The elections were carried out in {kinds} ways");
    }

    /// <summary>How many letters there are, and of how many nobody knows whether they left.</summary>
    public async Task<(long All, long NotKnown)> LettersAsync() => (
        await _database.CountAsync("SELECT count(*) FROM letters"),
        await _database.CountAsync("SELECT count(*) FROM letters WHERE state = 'NotKnown'"));

    private async Task AcknowledgedAsync(List<string> broken)
    {
        var there = (await _database.TextsAsync("SELECT id FROM procedures")).ToHashSet(StringComparer.Ordinal);
        broken.AddRange(clerks.Opened.Concat(elections?.Opened ?? []).Where(id => !there.Contains(id)).Select(id => $"{id} was acknowledged and is not there"));
        var done = (await _database.TextsAsync(
            "SELECT procedure || '/tasks/' || wait FROM tasks WHERE outcome IS NOT NULL")).ToHashSet(StringComparer.Ordinal);
        foreach (var task in clerks.Completed.Select(path => path["/en/procedures/".Length..]).Concat(elections?.Completed ?? []).GroupBy(task => task))
        {
            if (!done.Contains(task.Key)) broken.Add($"{task.Key} was acknowledged and is not completed");
            if (task.Count() > 1) broken.Add($"{task.Key} was completed {task.Count()} times");
        }
    }

    private async Task LettersAsync(List<string> broken)
    {
        var received = ground.Received().CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        foreach (var row in await _database.TextsAsync("SELECT id || ' ' || state FROM letters"))
        {
            var (id, state) = (row.Split(' ')[0], Enum.Parse<LetterState>(row.Split(' ')[1]));
            var copies = received.GetValueOrDefault(id);
            received.Remove(id);
            var isFine = state switch
            {
                LetterState.Sent => copies == 1,
                LetterState.NotKnown => copies <= 1,
                _ => copies == 0,
            };
            if (!isFine) broken.Add($"The letter {id} is {state} and arrived {copies} times");
        }
        broken.AddRange(received.Keys.Select(id => $"The letter {id} arrived and stands in no row"));
    }
}
