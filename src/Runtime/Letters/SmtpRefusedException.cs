namespace Procedures.Letters;

/// <summary>The conversation ended with an answer, or with a lack of something needed: nothing was sent.</summary>
internal sealed class SmtpRefusedException(Bilingual reason, bool permanent) : Exception(reason.English)
{
    public Bilingual Reason => reason;
    public bool Permanent => permanent;
}
