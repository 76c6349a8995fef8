namespace Procedures;

/// <summary>The two official languages of the Organisation (Statute of the Council of Europe, Article 12).</summary>
public enum Language { English, French }

/// <summary>One text in both official languages.</summary>
public sealed record Bilingual(string English, string French)
{
    public static readonly Bilingual Empty = new("", "");

    public string In(Language language) => language == Language.French ? French : English;

    /// <summary>A text that is the same in both languages: a code, a name, a number.</summary>
    public static Bilingual Same(string text) => new(text, text);

    public static implicit operator Bilingual((string English, string French) pair) => new(pair.English, pair.French);

    public static Bilingual Format(Bilingual pattern, params object[] arguments) =>
        new(string.Format(null, pattern.English, arguments), string.Format(null, pattern.French, arguments));

    public override string ToString() => English;
}
