namespace Procedures.Letters;

public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Rappel : liste", "Rappel\u00A0: liste")]
    [InlineData("« Liste » ; § 5", "«\u00A0Liste\u00A0»\u00A0; §\u00A05")]
    [InlineData("Trois noms ? Oui !", "Trois noms\u00A0? Oui\u00A0!")]
    [InlineData("l\u2019Assemblée", "l'Assemblée")]
    [InlineData("**État :** Estonie \\: x", "**État\u00A0:** Estonie\u00A0\\: x")]
    [InlineData("https://example.org/a:b", "https://example.org/a:b")]
    public void No_line_breaks_before_a_sign(string written, string read) =>
        Assert.Equal(read, FrenchTypography.Apply(written));

    [Fact]
    public void English_letters_are_left_as_they_are()
    {
        var letter = LetterTemplates.BuiltIn().Render(
            "result.en.md", LetterFields.Empty.With(LetterField.Result, "A : b"));
        Assert.Contains("A : b", letter.Text, StringComparison.Ordinal);
    }
}
