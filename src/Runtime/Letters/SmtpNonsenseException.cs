namespace Procedures.Letters;

/// <summary>The server spoke in a way that is not SMTP, or said something where silence is due.</summary>
internal sealed class SmtpNonsenseException(Bilingual reason) : Exception(reason.English)
{
    public Bilingual Reason => reason;
}
