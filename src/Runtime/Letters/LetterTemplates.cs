using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Procedures.Execution;

namespace Procedures.Letters;

/// <summary>The templates of all letters, in both languages. Safe to use from several threads.</summary>
public sealed class LetterTemplates
{
    /// <summary>The template of the one letter in which several reminders travel.</summary>
    public const string Reminders = "reminders";

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly ConcurrentDictionary<string, string> Texts = new();
    private static readonly LetterTemplates Delivered = new(Embedded, isForgiving: false);
    private readonly ConcurrentDictionary<string, (string Source, LetterTemplate Template)> _parsed = new();
    private readonly Func<string, string> _read;
    private readonly bool _isForgiving;
    private readonly Func<CancellationToken, ValueTask> _refresh;

    private LetterTemplates(
        Func<string, string> read, bool isForgiving, Func<CancellationToken, ValueTask>? refresh = null) =>
        (_read, _isForgiving, _refresh) = (read, isForgiving, refresh ?? (_ => ValueTask.CompletedTask));

    /// <summary>The names of all files, kind by kind.</summary>
    public static ImmutableArray<string> Files { get; } =
    [
        .. from name in Enum.GetValues<LetterKind>().Select(LetterKindNames.Of).Append(Reminders)
           from language in Enum.GetValues<Language>()
           select FileName(name, language),
    ];

    /// <summary>
    /// Reads the templates of a folder: <c>task.en.md</c>, <c>task.fr.md</c> and so on. What is not there is taken
    /// from the copies inside the program.
    /// </summary>
    /// <exception cref="LetterTemplateException">A file is broken, or belongs to no kind of letter.</exception>
    public static LetterTemplates Load(string folder)
    {
        var sources = Files.ToImmutableDictionary(file => file, file => ReadFile(folder, file) ?? Embedded(file));
        if (Mistakes(folder) is [var mistake, ..]) throw mistake;
        return new LetterTemplates(file => sources[file], isForgiving: false);
    }

    /// <summary>Everything that is wrong in the files of a folder, a mistake for each file at most.</summary>
    public static ImmutableArray<LetterTemplateException> Mistakes(string folder)
    {
        var mistakes = ImmutableArray.CreateBuilder<LetterTemplateException>();
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md").Select(f => Path.GetFileName(f)) : [];
        foreach (var file in files.Where(f => f != "README.md").Order(StringComparer.Ordinal))
            if (!Files.Contains(file))
                mistakes.Add(new(file, 1, 1,
                    ("No letter is called like this file.", "Aucune lettre ne porte le nom de ce fichier.")));
            else if (Mistake(file, () => ReadFile(folder, file) ?? Embedded(file)) is { } mistake) mistakes.Add(mistake);
        return mistakes.ToImmutable();
    }

    /// <summary>The templates inside the program.</summary>
    public static LetterTemplates BuiltIn() => Delivered;

    /// <summary>
    /// Templates whose files may change at any time. A broken one is replaced by the words inside the program, and
    /// the letter says so (<see cref="RenderedLetter.Broken"/>).
    /// </summary>
    /// <param name="read">The text of a file now, or null when nobody has written one.</param>
    /// <param name="refresh">Called before letters are written, so that what is read is not old.</param>
    public static LetterTemplates Live(
        Func<string, string?> read, Func<CancellationToken, ValueTask>? refresh = null) =>
        new(file => read(file) ?? Embedded(file), isForgiving: true, refresh);

    /// <summary>Makes sure that the words are those that count now.</summary>
    public ValueTask RefreshAsync(CancellationToken cancel = default) => _refresh(cancel);

    /// <summary>The letter in that language. The culture of the thread plays no part.</summary>
    public RenderedLetter Render(LetterKind kind, Language language, LetterFields fields) =>
        Render(FileName(kind, language), fields);

    /// <summary>The letter of the template in that file.</summary>
    /// <exception cref="LetterTemplateException">The template is broken, and this is not a forgiving set.</exception>
    public RenderedLetter Render(string file, LetterFields fields)
    {
        if (!_isForgiving) return Current(file).Render(fields);
        try
        {
            return Current(file).Render(fields);
        }
        catch (LetterTemplateException broken)
        {
            return Delivered.Render(file, fields) with { Broken = broken };
        }
    }

    /// <summary>What a text would give as the template of that file.</summary>
    /// <exception cref="LetterTemplateException">The text is no template; it says where.</exception>
    public static RenderedLetter Preview(string file, string source, LetterFields fields) =>
        LetterTemplate.Parse(file, source, LanguageOf(file)).Render(fields);

    /// <summary>The text inside the program.</summary>
    /// <exception cref="InvalidOperationException">There is no such template.</exception>
    public static string Embedded(string file) => Texts.GetOrAdd(file, ReadEmbedded);

    private static string ReadEmbedded(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("letters/" + file)
            ?? throw new InvalidOperationException($"The template {file} is missing from the program.");
        using var reader = new StreamReader(stream, StrictUtf8);
        return reader.ReadToEnd();
    }

    /// <summary>The text of a file of a folder, or null when it is not there.</summary>
    /// <exception cref="LetterTemplateException">It is not written in UTF-8, or cannot be read at all.</exception>
    public static string? ReadFile(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        try
        {
            return File.Exists(path) ? StrictUtf8.GetString(File.ReadAllBytes(path)) : null;
        }
        catch (DecoderFallbackException)
        {
            throw new LetterTemplateException(file, 1, 1,
                ("The file is not written in UTF-8.", "Le fichier n'est pas écrit en UTF-8."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LetterTemplateException(file, 1, 1,
                ($"The file cannot be read: {e.Message}", $"Le fichier ne peut être lu : {e.Message}"));
        }
    }

    /// <summary>The file that the template of that kind and language stands in.</summary>
    public static string FileName(LetterKind kind, Language language) => FileName(LetterKindNames.Of(kind), language);

    /// <summary>The file of a template by its name, such as <see cref="Reminders"/>.</summary>
    public static string FileName(string name, Language language) => $"{name}.{MimeHead.Tag(language)}.md";

    /// <summary>The language that a file is written in.</summary>
    public static Language LanguageOf(string file) =>
        file.EndsWith(".fr.md", StringComparison.Ordinal) ? Language.French : Language.English;

    private LetterTemplate Current(string file)
    {
        var source = _read(file);
        if (_parsed.TryGetValue(file, out var kept) && kept.Source == source) return kept.Template;
        var template = LetterTemplate.Parse(file, source, LanguageOf(file));
        _parsed[file] = (source, template);
        return template;
    }

    private static LetterTemplateException? Mistake(string file, Func<string> read)
    {
        try
        {
            LetterTemplate.Parse(file, read(), LanguageOf(file));
            return null;
        }
        catch (LetterTemplateException mistake)
        {
            return mistake;
        }
    }
}
