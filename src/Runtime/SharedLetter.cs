using Procedures.Letters;

namespace Procedures.Runtime;

/// <summary>What all copies of one letter have in common, made once however many addressees there are.</summary>
internal sealed class SharedLetter(LetterContent content, LetterTemplates templates)
{
    private readonly Dictionary<Language, LetterFields> _fields = [];
    private readonly Dictionary<Language, RenderedLetter> _rendered = [];

    public LetterContent Content => content;

    /// <summary>The letter in words.</summary>
    /// <param name="reply">The address at which this addressee alone may answer; null when there is none.</param>
    public RenderedLetter In(Language language, Uri? reply)
    {
        if (!_fields.TryGetValue(language, out var fields)) _fields[language] = fields = content.In(language);
        if (reply is not null) return templates.Render(content.Kind, language, fields.WithReplyLink(reply));
        if (!_rendered.TryGetValue(language, out var rendered))
            _rendered[language] = rendered = templates.Render(content.Kind, language, fields);
        return rendered;
    }
}
