using System.Globalization;
using System.Text;

namespace Procedures.Letters;

/// <summary>The part of the conversation before any letter: greeting, encryption, signing in.</summary>
/// <remarks>
/// A refusal here concerns the connection, not the letter, so it is never permanent: forty-six letters must not be
/// lost because a password expired over night.
/// </remarks>
internal sealed class SmtpSession(SmtpConnection connection, SmtpSettings settings)
{
    private Dictionary<string, string> _offers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the server accepts UTF-8 in addresses and headers (RFC 6531).</summary>
    public bool OffersSmtpUtf8 => _offers.ContainsKey("SMTPUTF8");

    /// <summary>Whether the server accepts octets above 127 (RFC 6152).</summary>
    public bool Offers8BitMime => _offers.ContainsKey("8BITMIME");

    /// <summary>Whether the server wants to know the size of the letter beforehand (RFC 1870).</summary>
    public bool OffersSize => _offers.ContainsKey("SIZE");

    /// <summary>The most octets that the server accepts; null when it does not say.</summary>
    public long? MostOctets =>
        _offers.TryGetValue("SIZE", out var size)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : null;

    public async Task Begin()
    {
        await connection.Open();
        if (settings.Security == SmtpSecurity.ImplicitTls) await connection.Encrypt();
        Expect(await connection.Greeting());
        await Hello();
        if (settings.Security == SmtpSecurity.StartTls)
        {
            if (!_offers.ContainsKey("STARTTLS")) throw Refused(SmtpReasons.NoStartTls);
            Expect(await connection.Ask(SmtpStage.StartTls, "STARTTLS"));
            await connection.Encrypt();
            // What was offered in clear may have been forged; only what is offered under TLS counts.
            await Hello();
        }
        if (settings.UserName is not null) await SignIn(settings.UserName);
    }

    private async Task Hello()
    {
        _offers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var reply = await connection.Ask(SmtpStage.Ehlo, $"EHLO {settings.LocalName}");
        if (reply.IsPermanent)
        {
            Expect(await connection.Ask(SmtpStage.Helo, $"HELO {settings.LocalName}"));
            return;
        }
        Expect(reply);
        foreach (var line in reply.Lines.Skip(1))
        {
            var words = line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (words.Length > 0) _offers[words[0]] = words.Length > 1 ? words[1] : "";
        }
    }

    private async Task SignIn(string user)
    {
        if (!connection.IsEncrypted && !settings.AllowPasswordInClear) throw Refused(SmtpReasons.PasswordInClear);
        var ways = _offers.GetValueOrDefault("AUTH", "").ToUpperInvariant().Split(' ');
        if (ways.Contains("PLAIN"))
        {
            Expect(await connection.Ask(SmtpStage.Auth, "AUTH PLAIN " + Base64($"\0{user}\0{settings.Password}")));
            return;
        }
        if (!ways.Contains("LOGIN")) throw Refused(SmtpReasons.NoAuth);
        Expect(await connection.Ask(SmtpStage.Auth, "AUTH LOGIN"), 334);
        Expect(await connection.Ask(SmtpStage.Auth, Base64(user)), 334);
        Expect(await connection.Ask(SmtpStage.Auth, Base64(settings.Password)));
    }

    private static void Expect(SmtpReply reply, int? code = null)
    {
        if (code is null ? reply.IsPositive : reply.Code == code) return;
        throw Refused(reply.IsRefusal ? SmtpReasons.Refused(reply) : SmtpReasons.Unexpected(reply));
    }

    private static SmtpRefusedException Refused(Bilingual reason) => new(reason, permanent: false);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
