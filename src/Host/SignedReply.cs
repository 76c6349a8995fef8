namespace Procedures;

/// <summary>What a link in a letter says, once its signature has been checked.</summary>
/// <param name="ContactMark">Stands for the contact's address; see <see cref="ReplyLinks.Mark"/>.</param>
/// <param name="LastDay">Europe/Paris.</param>
public sealed record SignedReply(string ProcedureId, int Wait, string Body, string ContactMark, DateOnly LastDay);
