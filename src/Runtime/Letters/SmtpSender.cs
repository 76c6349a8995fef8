using System.Net.Sockets;
using System.Security.Authentication;

namespace Procedures.Letters;

/// <summary>Hands letters to a mail server (RFC 5321), one connection a letter.</summary>
/// <remarks>
/// It knows at which command a conversation broke. Before the final dot the letter has certainly not been accepted;
/// after an answer to the dot its fate is certain too. Only the gap between the two is <see cref="Delivery.NotKnown"/>.
/// </remarks>
public sealed class SmtpSender(SmtpSettings settings, TimeProvider time) : ILetterCarrier
{
    /// <inheritdoc />
    public async Task<Delivery> Carry(Message message, CancellationToken cancel)
    {
        var from = Mailbox.Of(settings.From);
        if ((message.Defect ?? from.Defect) is { } defect)
            return new Delivery.NotSent(defect, Permanent: true, SmtpStage.Letter);

        await using var connection = new SmtpConnection(settings, time, cancel);
        Delivery delivery;
        try
        {
            var session = new SmtpSession(connection, settings);
            await session.Begin();
            var reply = await new SmtpEnvelope(connection, session)
                .HandOver(from.WireAddress, message.Recipient.WireAddress, MimeWriter.Write(message));
            delivery = new Delivery.Sent(reply);
        }
        catch (SmtpRefusedException refusal)
        {
            delivery = new Delivery.NotSent(refusal.Reason, refusal.Permanent, connection.Stage);
        }
        catch (Exception failure)
        {
            // Whatever it was: the row of the letter must learn whether the letter may have left.
            return Interrupted(connection, Cause(failure, connection, cancel));
        }
        // In the middle of a letter a farewell would be a line of that letter.
        if (connection.Stage != SmtpStage.Body) await connection.Quit();
        return delivery;
    }

    /// <summary>How a conversation ended that broke off without an answer.</summary>
    private static Delivery Interrupted(SmtpConnection connection, Bilingual cause) =>
        connection.DotBegun
            ? new Delivery.NotKnown(SmtpReasons.Unanswered(cause))
            : new Delivery.NotSent(cause, Permanent: false, connection.Stage);

    private static Bilingual Cause(Exception failure, SmtpConnection connection, CancellationToken cancel) =>
        failure switch
        {
            SmtpNonsenseException nonsense => nonsense.Reason,
            OperationCanceledException => cancel.IsCancellationRequested ? SmtpReasons.Stopped : SmtpReasons.TimedOut,
            AuthenticationException => SmtpReasons.NoTls(failure.Message),
            SocketException when connection.Stage == SmtpStage.Connect => SmtpReasons.NoConnection(failure.Message),
            IOException when connection.Stage == SmtpStage.Tls => SmtpReasons.NoTls(failure.Message),
            IOException or SocketException => SmtpReasons.Broken,
            _ => SmtpReasons.Surprise(failure.Message),
        };
}
