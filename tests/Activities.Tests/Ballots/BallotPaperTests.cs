using Procedures.Ballots;

namespace Procedures.Tests.Ballots;

public sealed class BallotPaperTests
{
    [Theory]
    [InlineData("Goran Klemenčič", "Pierre-Yves Le Borgn'", "Dunja Mijatović")]
    [InlineData("Tim Eicke", "Murray Hunt", "Jessica Simor")]
    [InlineData("Zoë Van den Brande", "Ana Vandenberg", "Bo von Arx")]
    [InlineData("Ana Calik", "Bo Čapek", "Cy Dahl")]
    [InlineData("Ana Øberg", "Bo Oborne", "Cy Ostrava")]
    [InlineData("Ana Şahin", "Bo Sand", "Cy Szabó")]
    [InlineData("Ana Łukasz", "Bo Lund", "Cy Łunin")]
    [InlineData("Ana O'Brien", "Bo Obrist", "Cy O'Casey")]
    [InlineData("Ana De Gaetano", "Cy de la Cruz", "Bo Degas", "Di Delahaye")]
    [InlineData("Ana Muller", "Bo Müller", "Cy Muller")]
    [InlineData("Ana Weiss", "Bo Weiß")]
    [InlineData("Ann Berg", "Anna Berg")]
    public void Names_stand_in_one_fixed_order_whatever_order_they_come_in(params string[] expected)
    {
        Assert.Equal(expected, BallotPaper.Order(expected.Reverse()));
        Assert.Equal(expected, BallotPaper.Order(expected.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Pierre-Yves Le Borgn'", "Pierre-Yves", "Le Borgn'")]
    [InlineData("Luc Van den Brande", "Luc", "Van den Brande")]
    [InlineData("Despina Chatzivassiliou-Tsovilis", "Despina", "Chatzivassiliou-Tsovilis")]
    [InlineData("Marek Antoni Nowicki", "Marek Antoni", "Nowicki")]
    [InlineData("Van Halen", "Van", "Halen")]
    [InlineData("Madonna", "", "Madonna")]
    [InlineData("Pejčinović Burić, Marija", "Marija", "Pejčinović Burić")]
    public void The_family_name_is_the_last_word_with_its_particles(string name, string given, string family) =>
        Assert.Equal(new CandidateName(given, family), CandidateName.Parse(name));

    [Fact]
    public void A_family_name_of_two_words_is_given_in_parts() =>
        Assert.Equal<string>(["Marija Pejčinović Burić", "Didier Reynders"], BallotPaper.Order(
            [new CandidateName("Didier", "Reynders"), new CandidateName("Marija", "Pejčinović Burić")]));

    [Theory]
    [InlineData("Kłębowski", "KLEBOWSKI")]
    [InlineData("İşık", "ISIK")]
    [InlineData("Þór Æsir", "THOR AESIR")]
    [InlineData("Đukić-Œuf", "DUKICOEUF")]
    [InlineData("Qəmbər", "QEMBER")]
    public void Letters_with_marks_count_as_their_plain_letters(string name, string key) =>
        Assert.Equal(key, Collation.Key(name));
}
