using System.Collections.Immutable;
using Procedures.Forms;
using Procedures.Letters;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>A letter template as its page shows it.</summary>
/// <param name="History">Every text that was saved, the newest first.</param>
public sealed record TemplateSheet(string File, ImmutableArray<LetterText> History)
{
    /// <summary>What stands in the editor.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// The number of the earlier text that stands in the editor; null when it is the one that counts.
    /// </summary>
    public int? Earlier { get; init; }

    /// <summary>The number of the text that the editor began with; 0 for the delivered one.</summary>
    public int Follows { get; init; }

    /// <summary>Who edits.</summary>
    public string Clerk { get; init; } = "";
    public bool IsOwn { get; init; }

    /// <summary>What is wrong with the words that count now, or null.</summary>
    public LetterTemplateException? Mistake { get; init; }
    public FieldProblem? Problem { get; init; }
}
