namespace Procedures.Commands;

public sealed class CommandLineTests
{
    private static readonly Usage Usage = new("do", "FILE", Bilingual.Same("Does."))
    {
        Options = 
        [
            new("--name", "X", Bilingual.Empty, IsRepeatable: true), new("--day", "DATE", Bilingual.Empty),
            new("--loud", null, Bilingual.Empty), new("--language", "en|fr", Bilingual.Empty),
        ],
    };

    private static CommandLine Read(params string[] arguments) => CommandLine.Read(Usage, arguments);
    private static string Refusal(Action act) => Assert.Throws<UsageException>(act).Message;

    [Fact]
    public void Values_follow_their_option_or_an_equals_sign()
    {
        var line = Read("a.json", "--name", "x=1", "--name=y=2", "--loud");
        Assert.Equal(["x=1", "y=2"], line.Values("--name"));
        Assert.Equal([("x", "1"), ("y", "2")], line.Pairs("--name"));
        Assert.True(line.Has("--loud"));
        Assert.Equal(["a.json"], line.Operands);
    }

    [Fact]
    public void After_two_dashes_everything_is_an_operand() => Assert.Equal(["--loud"], Read("--", "--loud").Operands);

    [Fact]
    public void A_negative_looking_value_may_follow_an_option() =>
        Assert.Equal("-1", Read("a", "--name", "-1").Value("--name"));

    [Fact]
    public void What_cannot_be_meant_is_refused()
    {
        Assert.Equal("The option --name needs a value: --name X.", Refusal(() => Read("a", "--name")));
        Assert.Equal("The option --name needs a value: --name X.", Refusal(() => Read("a", "--name", "--loud")));
        Assert.Equal("The option --day is given twice.", Refusal(() => Read("a", "--day", "1", "--day", "2")));
        Assert.Equal("The option --loud takes no value.", Refusal(() => Read("a", "--loud=yes")));
        Assert.Equal("do takes one FILE; “b” is one too many.", Refusal(() => Read("a", "b")));
        Assert.Equal("--day is a day such as 2026-06-22, not “soon”.",
            Refusal(() => Read("a", "--day", "soon").Day("--day")));
        Assert.Equal("--language is en or fr, not “de”.", Refusal(() => _ = Read("a", "--language", "de").Language));
    }
}
