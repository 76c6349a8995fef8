namespace Procedures.Letters;

public sealed class LetterFolderTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("letters").FullName, "out");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task A_letter_becomes_a_file_named_after_its_moment_and_nothing_else()
    {
        var end = Assert.IsType<Delivery.Sent>(await Carry(Sample.Letter));

        var file = Assert.Single(Directory.GetFiles(_folder));
        Assert.Equal(end.Reply, Path.GetFileName(file));
        Assert.Matches("^20260901T073000Z-[a-z2-7]{16}\\.eml$", end.Reply);
        Assert.Equal(MimeWriter.Write(Sample.Letter), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task The_same_letter_written_twice_is_one_file()
    {
        await Carry(Sample.Letter);
        await Carry(Sample.Letter);

        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_means_that_it_was_not_sent()
    {
        await File.WriteAllTextAsync(_folder, "a file stands where the folder should be");

        var end = Assert.IsType<Delivery.NotSent>(await Carry(Sample.Letter));

        Assert.Equal((SmtpStage.File, false), (end.AtCommand, end.Permanent));
    }

    [Fact]
    public async Task A_letter_without_a_proper_address_is_not_written()
    {
        var end = await Carry(Sample.Letter with { Recipient = Mailbox.Of("nobody") });

        Assert.True(Assert.IsType<Delivery.NotSent>(end).Permanent);
        Assert.False(Directory.Exists(_folder));
    }

    private Task<Delivery> Carry(Message letter) => new LetterFolder(_folder).Carry(letter, CancellationToken.None);
}
