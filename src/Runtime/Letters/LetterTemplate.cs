using System.Globalization;
using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace Procedures.Letters;

/// <summary>One template, in one language: a subject line, an empty line, a body in Markdown.</summary>
internal sealed partial class LetterTemplate
{
    private const string Head = "Subject:";

    private readonly string _file;
    private readonly Language _language;
    private readonly HandlebarsTemplate<object, object> _subject;
    private readonly HandlebarsTemplate<object, object> _text;
    private readonly HandlebarsTemplate<object, object> _page;

    private LetterTemplate(
        string file, Language language, Func<string, int, HandlebarsTemplate<object, object>> compile, Parts parts)
    {
        (_file, _language) = (file, language);
        _subject = compile(parts.Subject, 1);
        // Bold type means nothing in plain text. It is taken out here, where no field is filled in yet.
        _text = compile(parts.Body.Replace("**", "", StringComparison.Ordinal), 3);
        _page = compile(parts.Body, 3);
    }

    /// <exception cref="LetterTemplateException">The template is not well formed.</exception>
    public static LetterTemplate Parse(string file, string source, Language language)
    {
        var text = source.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        var parts = Split(file, text);
        TemplateScan.Check(file, text);
        var engine = Engine(language);
        var template = new LetterTemplate(file, language, (part, line) => Compile(engine, file, part, line), parts);
        // What compiles may still fail on values; better now than when a letter is due.
        template.Render(LetterFields.Empty);
        return template;
    }

    /// <exception cref="LetterTemplateException">The template fails on these values.</exception>
    public RenderedLetter Render(LetterFields fields)
    {
        try
        {
            return Written(fields);
        }
        catch (HandlebarsException e)
        {
            throw new LetterTemplateException(_file, 1, 1, Unfillable(e));
        }
    }

    private RenderedLetter Written(LetterFields fields)
    {
        var plain = fields.For(_language, text => text);
        var subject = Typeset(Spaces().Replace(_subject(plain), " ").Trim());
        var markdown = Typeset(_page(fields.For(_language, LetterMarkdown.Escape)));
        return new RenderedLetter(
            subject, Typeset(Tidy(_text(plain))), LetterMarkdown.Page(markdown, subject, _language));
    }

    // The words are those of the template language; only its own are English.
    private static Bilingual Unfillable(HandlebarsException mistake) =>
        (mistake.Message, $"Le modèle ne peut être rempli ; message d'origine en anglais : {mistake.Message}");

    private string Typeset(string text) => _language == Language.French ? FrenchTypography.Apply(text) : text;

    private static Parts Split(string file, string text)
    {
        var lines = text.Split('\n');
        if (!lines[0].StartsWith(Head, StringComparison.Ordinal) || lines[0].Length == Head.Length)
            throw new LetterTemplateException(file, 1, 1,
                ("The first line must be “Subject: …”.", "La première ligne doit être « Subject: … »."));
        if (lines.Length < 3 || lines[1].Trim().Length > 0)
            throw new LetterTemplateException(file, 2, 1,
                ("The line after the subject must be empty, and a body must follow.",
                 "La ligne qui suit l'objet doit être vide, et un texte doit suivre."));
        return new Parts(lines[0][Head.Length..].Trim(), string.Join('\n', lines.Skip(2)));
    }

    private static IHandlebars Engine(Language language)
    {
        var engine = Handlebars.Create(new HandlebarsConfiguration
        {
            NoEscape = true,
            FormatProvider = CultureInfo.InvariantCulture,
            PartialTemplateResolver = null!,
        });
        engine.RegisterHelper("ordinal", (output, _, arguments) =>
            output.WriteSafeString(NumberWords.Ordinal(arguments[0], language)));
        engine.RegisterHelper("plural", (output, _, arguments) =>
            output.WriteSafeString(NumberWords.IsOne(arguments[0], language) ? arguments[1] : arguments[2]));
        return engine;
    }

    private static HandlebarsTemplate<object, object> Compile(IHandlebars engine, string file, string part, int line)
    {
        try
        {
            return engine.Compile(part);
        }
        catch (HandlebarsException e)
        {
            throw new LetterTemplateException(file, line, 1, Unfillable(e));
        }
    }

    /// <summary>Sections that fell away leave no holes.</summary>
    private static string Tidy(string text) => Holes().Replace(text, "\n\n").Trim() + "\n";

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]*\n([ \t]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Holes();

    private sealed record Parts(string Subject, string Body);
}
