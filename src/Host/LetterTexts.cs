using System.Text;
using Procedures.Letters;

namespace Procedures;

/// <summary>
/// The files of letter templates: those that a process owner has edited here, before those that came with the
/// definitions. What stands in neither is inside the program.
/// </summary>
/// <param name="Own">The folder that the pages write to; made when first needed.</param>
/// <param name="Delivered">The folder beside the definitions; never written to.</param>
public sealed record LetterTexts(string Own, string Delivered)
{
    /// <summary>The text of a file now, or null when the words inside the program count.</summary>
    /// <exception cref="LetterTemplateException">The file cannot be read as text.</exception>
    public string? Read(string file) =>
        LetterTemplates.ReadFile(Own, file) ?? LetterTemplates.ReadFile(Delivered, file);

    /// <summary>Whether the file was edited here.</summary>
    public bool IsOwn(string file) => File.Exists(Path.Combine(Own, file));

    /// <summary>The text for an editor: also of a file that cannot be read, then as it was delivered.</summary>
    public string Shown(string file)
    {
        try
        {
            return Read(file) ?? LetterTemplates.Embedded(file);
        }
        catch (LetterTemplateException)
        {
            return LetterTemplates.Embedded(file);
        }
    }

    /// <summary>What is wrong with the file as it stands, or null.</summary>
    public LetterTemplateException? MistakeIn(string file)
    {
        try
        {
            LetterTemplates.Preview(file, Read(file) ?? LetterTemplates.Embedded(file), LetterFields.Empty);
            return null;
        }
        catch (LetterTemplateException mistake)
        {
            return mistake;
        }
    }

    /// <summary>Keeps an edited text. A letter that is being written sees the old text or the new one whole.</summary>
    /// <exception cref="LetterTemplateException">The text is no template; nothing is kept.</exception>
    public void Save(string file, string text)
    {
        LetterTemplates.Preview(file, text, LetterFields.Empty);
        var path = Path.Combine(Directory.CreateDirectory(Own).FullName, file);
        File.WriteAllText(path + ".part", text.ReplaceLineEndings("\n"), new UTF8Encoding(false));
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Takes the edited text away: the delivered one counts again.</summary>
    public void Restore(string file) => File.Delete(Path.Combine(Own, file));
}
