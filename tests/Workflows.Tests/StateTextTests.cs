using Procedures.Deadlines;

namespace Procedures;

public sealed class StateTextTests
{
    private static readonly Institution Institution = new(Calendar.Empty, new Dictionary<string, Body>(),
        new Dictionary<string, Bilingual> { ["NL"] = ("Netherlands", "Pays-Bas"), ["EE"] = ("Estonia", "Estonie") });

    [Theory]
    [InlineData("Estonia", "Estonie", "of Estonia", "de l'Estonie")]
    [InlineData("Netherlands", "Pays-Bas", "of the Netherlands", "des Pays-Bas")]
    [InlineData("Portugal", "Portugal", "of Portugal", "du Portugal")]
    [InlineData("Hungary", "Hongrie", "of Hungary", "de la Hongrie")]
    [InlineData("Malta", "Malte", "of Malta", "de Malte")]
    [InlineData("United Kingdom", "Royaume-Uni", "of the United Kingdom", "du Royaume-Uni")]
    [InlineData("Azerbaijan", "Azerbaïdjan", "of Azerbaijan", "de l'Azerbaïdjan")]
    [InlineData("Türkiye", "Türkiye", "of Türkiye", "de la Türkiye")]
    public void A_state_takes_its_article(string english, string french, string of, string de) =>
        Assert.Equal(new Bilingual(of, de), StateText.Of(new Bilingual(english, french)));

    [Theory]
    [InlineData("judge in respect of NL", Language.English, "judge in respect of the Netherlands")]
    [InlineData("juge au titre de NL", Language.French, "juge au titre des Pays-Bas")]
    [InlineData("juge au titre de : EE", Language.French, "juge au titre de l'Estonie")]
    [InlineData("member of CM", Language.English, "member of CM")]
    [InlineData("list of NLX", Language.English, "list of NLX")]
    public void A_code_after_of_becomes_the_name(string text, Language language, string read) =>
        Assert.Equal(read, StateText.WithNames(text, Institution, language));
}
