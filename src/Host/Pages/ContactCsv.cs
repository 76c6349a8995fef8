using System.Collections.Immutable;
using System.Text;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>
/// Contacts as a table that spreadsheet programs read and write (RFC 4180): body, name, address, language, role.
/// </summary>
public static class ContactCsv
{
    private static readonly ImmutableArray<string> Columns = ["body", "name", "address", "language", "role"];

    /// <summary>The table with its head; a text with a comma, a quotation mark or a line break is quoted.</summary>
    public static string Write(IEnumerable<Contact> contacts)
    {
        var table = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var contact in contacts)
            table.AppendJoin(',', ((string[])
            [
                contact.Body, contact.Name, contact.Address, ContactEntry.WordOf(contact.Language), contact.Role,
            ]).Select(Cell)).Append("\r\n");
        return table.ToString();
    }

    /// <summary>Reads a table, separated by commas or semicolons, with or without its head.</summary>
    /// <returns>The contacts, and what is wrong with its lines.
    /// Nothing should be taken when something is wrong.</returns>
    public static (ImmutableArray<Contact> Contacts, ImmutableArray<Bilingual> Problems) Read(
        string text, Institution institution)
    {
        var contacts = ImmutableArray.CreateBuilder<Contact>();
        var problems = ImmutableArray.CreateBuilder<Bilingual>();
        foreach (var (number, cells) in Lines(text.TrimStart('\uFEFF')))
        {
            if (cells.All(c => c.Length == 0) || cells[0].Equals("body", StringComparison.OrdinalIgnoreCase)) continue;
            if (cells.Count is < 4 or > 5)
            {
                problems.Add((
                    $"Line {number}: it has {cells.Count} cells; wanted are body, name, address, language, role.",
                    $"Ligne {number} : {cells.Count} cases ; il faut body, name, address, language, role."));
                continue;
            }
            var entry = new ContactEntry(cells[0].ToUpperInvariant(), cells[1], cells[2],
                cells[3].ToLowerInvariant(), cells.Count > 4 ? cells[4] : "");
            var wrong = entry.Problems(institution);
            problems.AddRange(wrong.Select(p => new Bilingual(
                $"Line {number}: {p.Text.English}", $"Ligne {number} : {p.Text.French}")));
            if (wrong.IsEmpty) contacts.Add(entry.ToContact());
        }
        return (contacts.ToImmutable(), problems.ToImmutable());
    }

    // A spreadsheet takes a cell that begins like a formula for one; a quotation mark in front keeps it a text.
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",;\"\r\n") >= 0
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static IEnumerable<(int Number, List<string> Cells)> Lines(string text)
    {
        var separator = text.AsSpan().IndexOfAny(",;") is >= 0 and var at ? text[at] : ',';
        var (cells, cell, quoted, number, begun) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') number++;
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == separator) Take();
            else if (!quoted && c == '\n')
            {
                Take();
                yield return (begun, cells);
                (cells, begun) = ([], number);
            }
            else if (c != '\r') cell.Append(c);
        }
        Take();
        yield return (begun, cells);

        void Take()
        {
            var taken = cell.ToString().Trim();
            cells.Add(taken is ['\'', '=' or '+' or '-' or '@', ..] ? taken[1..] : taken);
            cell.Clear();
        }
    }
}
