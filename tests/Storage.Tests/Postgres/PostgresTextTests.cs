namespace Procedures.Storage.Postgres;

/// <summary>What PostgreSQL keeps of texts.</summary>
public sealed class PostgresTextTests
{
    [Fact]
    public void Only_the_zero_and_halves_of_characters_cannot_be_kept()
    {
        Assert.All(["", "Ms Kask", "\ud83d\ude00", "\ufffd\u0001"], text => Assert.True(StorableText.Is(text)));
        Assert.All(["\0", "a\ud83d", "\ude00b", "\ude00\ud83d"], text => Assert.False(StorableText.Is(text)));
        Assert.Equal("\ufffd\ufffd\ud83d\ude00b", StorableText.Of("\ude00\ud83d\ud83d\ude00b"));
    }
}
