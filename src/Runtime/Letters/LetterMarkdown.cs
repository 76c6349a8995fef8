using System.Text;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Procedures.Letters;

/// <summary>Turns the Markdown of a letter into a quiet page that can be printed.</summary>
internal static class LetterMarkdown
{
    private const string PageStyle = "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;"
        + "font-family:Georgia,'Times New Roman',serif;font-size:16px;line-height:1.5";
    private const string LetterStyle = "max-width:40em;margin:0 auto";
    private const string LinkStyle = "color:#1a3e72;word-break:break-all";
    private static readonly string[] SafeBeginnings = ["https://", "http://", "mailto:"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Writes a text so that Markdown shows it as it is: every sign with a meaning is escaped.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var place in text.AsSpan().SplitAny('\r', '\n'))
        {
            var line = text.AsSpan()[place].Trim();
            if (line.IsEmpty) continue;
            if (result.Length > 0) result.Append("\\\n");
            foreach (var c in line)
            {
                if (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c))) result.Append('\\');
                result.Append(c);
            }
        }
        return result.ToString();
    }

    /// <summary>The whole page, with its language and its title.</summary>
    public static string Page(string markdown, string subject, Language language)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var part in document.Descendants().ToList())
            if (part is LinkInline link) Tame(link);
            else if (part is AutolinkInline address) Tame(address);
        var title = System.Net.WebUtility.HtmlEncode(subject);
        return $"""
            <!DOCTYPE html>
            <html lang="{MimeHead.Tag(language)}">
            <head><meta charset="utf-8"><title>{title}</title></head>
            <body style="{PageStyle}">
            <div style="{LetterStyle}">
            {document.ToHtml(Pipeline).TrimEnd()}
            </div>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A picture from elsewhere would tell its owner who reads the letter; it becomes a link.</summary>
    private static void Tame(LinkInline link)
    {
        link.IsImage = false;
        if (!IsSafe(link.Url)) link.Url = "";
        link.GetAttributes().AddProperty("style", LinkStyle);
    }

    private static void Tame(AutolinkInline link)
    {
        if (link.IsEmail || IsSafe(link.Url)) link.GetAttributes().AddProperty("style", LinkStyle);
        else link.ReplaceBy(new LiteralInline(link.Url));
    }

    private static bool IsSafe(string? url) =>
        url is not null && SafeBeginnings.Any(b => url.StartsWith(b, StringComparison.OrdinalIgnoreCase));
}
