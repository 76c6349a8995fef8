using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Procedures.Execution;

namespace Procedures.Letters;

/// <summary>The templates of all letters, in both languages.</summary>
public sealed class LetterTemplates
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private readonly ImmutableDictionary<(LetterKind, Language), LetterTemplate> _templates;

    private LetterTemplates(ImmutableDictionary<(LetterKind, Language), LetterTemplate> templates) =>
        _templates = templates;

    /// <summary>
    /// Reads the templates of a folder: <c>task.en.md</c>, <c>task.fr.md</c> and so on. What is not there is taken
    /// from the copies inside the program.
    /// </summary>
    /// <exception cref="LetterTemplateException">A file is broken, or belongs to no kind of letter.</exception>
    public static LetterTemplates Load(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md") : [];
        var known = Names().ToImmutableHashSet(StringComparer.Ordinal);
        foreach (var name in files.Select(f => Path.GetFileName(f)).Where(n => n != "README.md" && !known.Contains(n)))
            throw new LetterTemplateException(name, 1, 1,
                ("No letter is called like this file.", "Aucune lettre ne porte le nom de ce fichier."));
        return Build(name => File.Exists(Path.Combine(folder, name))
            ? Decode(name, File.ReadAllBytes(Path.Combine(folder, name)))
            : Embedded(name));
    }

    /// <summary>The templates inside the program.</summary>
    public static LetterTemplates BuiltIn() => Build(Embedded);

    /// <summary>The letter in that language. The culture of the thread plays no part.</summary>
    public RenderedLetter Render(LetterKind kind, Language language, LetterFields fields) =>
        _templates[(kind, language)].Render(fields);

    /// <summary>The file that the template of that kind and language stands in.</summary>
    public static string FileName(LetterKind kind, Language language) =>
        $"{LetterKindNames.Of(kind)}.{MimeHead.Tag(language)}.md";

    private static IEnumerable<string> Names() => Pairs().Select(p => FileName(p.Kind, p.Language));

    private static IEnumerable<(LetterKind Kind, Language Language)> Pairs() =>
        from kind in Enum.GetValues<LetterKind>() from language in Enum.GetValues<Language>() select (kind, language);

    private static LetterTemplates Build(Func<string, string> read) =>
        new(Pairs().ToImmutableDictionary(pair => pair, pair => Parse(pair.Kind, pair.Language, read)));

    private static LetterTemplate Parse(LetterKind kind, Language language, Func<string, string> read)
    {
        var name = FileName(kind, language);
        return LetterTemplate.Parse(name, read(name), language);
    }

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("letters/" + name)
            ?? throw new InvalidOperationException($"The template {name} is missing from the program.");
        using var reader = new StreamReader(stream, StrictUtf8);
        return reader.ReadToEnd();
    }

    private static string Decode(string name, byte[] octets)
    {
        try
        {
            return StrictUtf8.GetString(octets);
        }
        catch (DecoderFallbackException)
        {
            throw new LetterTemplateException(name, 1, 1,
                ("The file is not written in UTF-8.", "Le fichier n'est pas écrit en UTF-8."));
        }
    }
}
