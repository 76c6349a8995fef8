namespace Procedures.Letters;

public class MessageIdTests
{
    [Fact]
    public void The_same_letter_always_has_the_same_identity() =>
        Assert.Equal("<xqedbfc256aw4rx74v5junt56kxoxo2qzrx4flqycdvzakwkq7ha@assembly.example>", Sample.Id);

    [Theory]
    [InlineData("P1-2026-08", "w3", "contact-12", "task")]
    [InlineData("P1-2026-07", "w4", "contact-12", "task")]
    [InlineData("P1-2026-07", "w3", "contact-13", "task")]
    [InlineData("P1-2026-07", "w3", "contact-12", "reminder-14")]
    [InlineData("P1-2026-07w3", "", "contact-12", "task")]
    [InlineData("P1-2026-07", "w3contact-12", "", "task")]
    public void Another_letter_has_another_identity(string procedure, string wait, string addressee, string occasion) =>
        Assert.NotEqual(Sample.Id, MessageId.For(procedure, wait, addressee, occasion, "assembly.example"));

    [Theory]
    [InlineData("")]
    [InlineData("a b.example")]
    [InlineData("a.example>\r\nBcc: x")]
    [InlineData("état.example")]
    public void A_domain_that_could_break_a_header_is_refused(string domain) =>
        Assert.Throws<ArgumentException>(() => MessageId.For("p", "w", "a", "o", domain));
}
