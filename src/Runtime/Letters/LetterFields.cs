using System.Collections.Immutable;

namespace Procedures.Letters;

/// <summary>What one letter says, field by field; <see cref="LetterField"/> holds the names.</summary>
/// <remarks>
/// Text is taken for what it is: nothing in it can become Markdown, a link or HTML. Immutable; a name that templates
/// do not know throws <see cref="ArgumentException"/>.
/// </remarks>
public sealed class LetterFields
{
    private static readonly Bilingual Unnamed = ("Confidential step", "Étape confidentielle");
    private static readonly object?[] Nothing = new object?[LetterField.All.Length];

    // What each field says, in the order of LetterField.All; null where nothing is said.
    private readonly object?[] _values;

    private LetterFields(object?[] values) => _values = values;

    public static readonly LetterFields Empty = new(Nothing);

    /// <summary>Sets a text; null leaves it out.</summary>
    public LetterFields With(string name, string? text) => Set(name, text ?? "");

    public LetterFields With(string name, int number) => Set(name, number);

    public LetterFields With(string name, bool flag) => Set(name, flag);

    public LetterFields With(string name, IEnumerable<string> items) => Set(name, items.ToImmutableArray());

    /// <summary>Sets the reminders that travel together, each with its own fields.</summary>
    public LetterFields With(IEnumerable<LetterFields> reminders) =>
        Set(LetterField.Reminders, reminders.ToImmutableArray());

    /// <summary>Sets the address to act at. Only http and https are taken.</summary>
    public LetterFields WithLink(Uri link) => WithAddress(LetterField.Link, link);

    /// <summary>Sets the address at which the addressee may answer. Only http and https are taken.</summary>
    public LetterFields WithReplyLink(Uri link) => WithAddress(LetterField.ReplyLink, link);

    private LetterFields WithAddress(string name, Uri link) =>
        link.IsAbsoluteUri && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? Set(name, new Link(link.AbsoluteUri))
            : throw new ArgumentException("A letter links to http and https addresses only.", nameof(link));

    /// <summary>Sets the body of an institution's own letter. Its Markdown takes effect; raw HTML does not.</summary>
    public LetterFields WithBody(string markdown) => Set(LetterField.Body, new Markdown(markdown));

    /// <summary>The fields as the template engine takes them, absent ones empty.</summary>
    /// <param name="language">The language of the neutral title where none is given.</param>
    /// <param name="write">How a text is written: as it is, or so that Markdown leaves it alone.</param>
    internal Dictionary<string, object> For(Language language, Func<string, string> write)
    {
        var shown = IsConfidential ? WithoutDetails(language) : this;
        var fields = new Dictionary<string, object>(_values.Length, StringComparer.Ordinal);
        for (var i = 0; i < _values.Length; i++)
            fields.Add(LetterField.All[i], Shown(LetterField.All[i], shown._values[i], language, write));
        return fields;
    }

    private static object Shown(
        string name, object? value, Language language, Func<string, string> write) => value switch
    {
        string text => write(text),
        Link link => link.Address,
        Markdown markdown => markdown.Source,
        ImmutableArray<string> items => items.Select(write).ToArray(),
        ImmutableArray<LetterFields> letters => letters.Select(object (l) => l.For(language, write)).ToArray(),
        null => LetterField.Lists.Contains(name) ? Array.Empty<string>() : "",
        _ => value,
    };

    private object? this[string name] => _values[LetterField.IndexOf(name)];

    private bool IsConfidential => this[LetterField.Confidential] is true;

    private LetterFields WithoutDetails(Language language)
    {
        var neutral = this[LetterField.NeutralTitle] is string { Length: > 0 } title ? title : Unnamed.In(language);
        var values = (object?[])_values.Clone();
        // Held back here and not in the templates, because a template can be edited by somebody who forgets it.
        foreach (var name in LetterField.Details) values[LetterField.IndexOf(name)] = null;
        return new LetterFields(values)
            .Set(LetterField.Step, neutral)
            .Set(LetterField.Meeting, neutral)
            .Set(LetterField.Subject, neutral);
    }

    private LetterFields Set(string name, object value)
    {
        var index = LetterField.IndexOf(name);
        if (index < 0) throw new ArgumentException($"Letter templates have no field “{name}”.", nameof(name));
        var values = (object?[])_values.Clone();
        values[index] = value;
        return new LetterFields(values);
    }

    private sealed record Link(string Address);

    private sealed record Markdown(string Source);
}
