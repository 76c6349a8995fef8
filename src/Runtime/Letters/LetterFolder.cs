using System.Globalization;

namespace Procedures.Letters;

/// <summary>Writes letters as .eml files into a folder: what a newcomer without an SMTP server sees.</summary>
/// <remarks>
/// A file is named after the moment of the letter and a hash of its identity. No name of a person or of a matter
/// stands in it, names sort by time, and the same letter written twice is one file.
/// </remarks>
public sealed class LetterFolder(string folder) : ILetterCarrier
{
    /// <inheritdoc />
    public async Task<Delivery> Carry(Message message, CancellationToken cancel)
    {
        if (message.Defect is { } defect) return new Delivery.NotSent(defect, Permanent: true, SmtpStage.Letter);
        var path = Path.Combine(folder, FileName(message));
        try
        {
            Directory.CreateDirectory(folder);
            await WriteWhole(path, MimeWriter.Write(message), cancel);
            return new Delivery.Sent(Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            return new Delivery.NotSent(SmtpReasons.NoFile(folder, e.Message), Permanent: false, SmtpStage.File);
        }
    }

    /// <summary>The name of the file that the letter is written to.</summary>
    public static string FileName(Message message) =>
        message.Moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        + "-" + MessageId.Hash(message.MessageId)[..16] + ".eml";

    private static async Task WriteWhole(string path, byte[] octets, CancellationToken cancel)
    {
        var unfinished = path + ".part";
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(octets, cancel);
            file.Flush(flushToDisk: true);
        }
        // A reader of the folder sees the whole letter or none, because a rename is one act.
        File.Move(unfinished, path, overwrite: true);
    }
}
