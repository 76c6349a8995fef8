using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>The part of the conversation that hands one letter over: MAIL, RCPT, DATA, the lines, the dot.</summary>
internal sealed class SmtpEnvelope(SmtpConnection connection, SmtpSession session)
{
    private const int Block = 64 * 1024;

    /// <summary>Hands the letter over and returns the words with which the server accepted it.</summary>
    public async Task<string> HandOver(string from, string recipient, byte[] octets)
    {
        var mail = $"MAIL FROM:<{from}>{Parameters(from, recipient, octets)}";
        Expect(await connection.Ask(SmtpStage.Mail, mail));
        Expect(await connection.Ask(SmtpStage.Rcpt, $"RCPT TO:<{recipient}>"));
        Expect(await connection.Ask(SmtpStage.Data, "DATA"), 354);

        var lines = DotStuffing.Apply(octets);
        for (var start = 0; start < lines.Length; start += Block)
            await connection.Give(lines.AsMemory(start, Math.Min(Block, lines.Length - start)));

        if (await connection.EarlyAnswer() is { } early)
            throw new SmtpRefusedException(
                early.IsRefusal ? SmtpReasons.Refused(early) : SmtpReasons.Unexpected(early), early.IsPermanent);

        var reply = await connection.End(".\r\n"u8.ToArray());
        if (reply.IsPositive) return reply.Words;
        if (reply.IsRefusal) throw new SmtpRefusedException(SmtpReasons.Refused(reply), reply.IsPermanent);
        throw new SmtpNonsenseException(SmtpReasons.Unexpected(reply));
    }

    private string Parameters(string from, string recipient, byte[] octets)
    {
        var inUtf8 = !Ascii.IsValid(octets) || !Ascii.IsValid(from) || !Ascii.IsValid(recipient);
        if (inUtf8 && !(session.OffersSmtpUtf8 && session.Offers8BitMime))
            throw new SmtpRefusedException(SmtpReasons.NoSmtpUtf8, permanent: true);
        if (session.MostOctets is { } limit && octets.Length > limit)
            throw new SmtpRefusedException(SmtpReasons.TooLarge(octets.Length, limit), permanent: true);
        var parameters = new StringBuilder();
        if (session.OffersSize) parameters.Append(CultureInfo.InvariantCulture, $" SIZE={octets.Length}");
        if (session.Offers8BitMime) parameters.Append(inUtf8 ? " BODY=8BITMIME" : " BODY=7BIT");
        if (inUtf8) parameters.Append(" SMTPUTF8");
        return parameters.ToString();
    }

    private static void Expect(SmtpReply reply, int? code = null)
    {
        if (code is null ? reply.IsPositive : reply.Code == code) return;
        throw reply.IsRefusal
            ? new SmtpRefusedException(SmtpReasons.Refused(reply), reply.IsPermanent)
            : new SmtpNonsenseException(SmtpReasons.Unexpected(reply));
    }
}
