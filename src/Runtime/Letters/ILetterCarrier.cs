namespace Procedures.Letters;

/// <summary>Takes one letter to its one addressee.</summary>
public interface ILetterCarrier
{
    /// <summary>
    /// Carries the letter and says how that ended. Never throws, not even when cancelled: the row of the letter must
    /// learn in every case whether it may have left. The same letter may be given again only by a person's decision
    /// after <see cref="Delivery.NotKnown"/>.
    /// </summary>
    Task<Delivery> Carry(Message message, CancellationToken cancel);
}
