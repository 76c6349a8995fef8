using System.Collections.Immutable;
using System.Globalization;
using Procedures.Deadlines;
using Procedures.Letters;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Commands;

/// <summary>Writes letters into a folder, a text to read and an .eml file for a mail program of each.</summary>
internal static class LetterFiles
{
    /// <summary>Writes all of them, numbered in their order.</summary>
    public static async Task WriteAsync(string folder, ImmutableArray<StoredLetter> letters)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < letters.Length; i++)
        {
            var path = Path.Combine(folder, NameOf(letters[i], i + 1));
            await File.WriteAllTextAsync(path + ".txt", TextOf(letters[i]));
            if (letters[i].Text.Length > 0)
                await File.WriteAllBytesAsync(path + ".eml", MimeWriter.Write(RehearsedLetters.MessageOf(letters[i])));
        }
    }

    // The day, the kind and the body: no title, which might tell of a confidential matter.
    private static string NameOf(StoredLetter letter, int number)
    {
        var body = string.Concat(letter.Body.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        var day = ParisTime.DayOf(letter.WrittenAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture,
            $"{number:0000}-{day}-{letter.Kind.ToLowerInvariant()}-{body}.{Pages.Visit.TagOf(letter.Language)}");
    }

    private static string TextOf(StoredLetter letter) =>
        $"To: {letter.ContactName} ({letter.Body})\nWritten: {letter.WrittenAt:yyyy-MM-dd HH:mm}Z\nSubject: "
        + $"{letter.Subject}\n\n"
        + (letter.Text.Length > 0 ? letter.Text : letter.Error.In(letter.Language) + "\n");
}
