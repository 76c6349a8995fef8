using Procedures.Letters;

namespace Procedures.Runtime.Conducting;

/// <summary>A mail server that keeps what it gets, and answers as it is told.</summary>
internal sealed class MailPile(Func<Message, Delivery>? answer = null) : ILetterCarrier
{
    public List<Message> Received { get; } = [];

    public Task<Delivery> Carry(Message message, CancellationToken cancel)
    {
        Received.Add(message);
        return Task.FromResult(answer?.Invoke(message) ?? new Delivery.Sent($"250 queued as {Received.Count}"));
    }
}
