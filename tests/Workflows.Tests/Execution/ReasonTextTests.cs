namespace Procedures.Execution;

public sealed class ReasonTextTests
{
    [Theory]
    [InlineData("Illness", "Maladie", "Illness", "Maladie")]
    [InlineData("Illness", null, "Illness", "Illness (Ce motif a été communiqué en anglais.)")]
    [InlineData("Illness", " ", "Illness", "Illness (Ce motif a été communiqué en anglais.)")]
    [InlineData("", "Maladie", "Maladie (This reason was given in French.)", "Maladie")]
    [InlineData("", null, "", "")]
    public void A_reason_in_one_language_says_so_in_the_other(string english, string? french, string en, string fr) =>
        Assert.Equal(new Bilingual(en, fr), ReasonText.Of(english, french));
}
