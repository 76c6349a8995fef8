namespace Procedures.Letters;

/// <summary>The sentences in which a clerk reads why a letter did not leave.</summary>
internal static class SmtpReasons
{
    public static readonly Bilingual Stopped =
        ("The program was stopped.", "Le programme a été arrêté.");

    public static readonly Bilingual TimedOut =
        ("The server did not answer in time.", "Le serveur n'a pas répondu à temps.");

    public static readonly Bilingual Broken =
        ("The connection broke.", "La connexion a été rompue.");

    public static readonly Bilingual OverlongLine =
        ("The server sent a line that does not end.", "Le serveur a envoyé une ligne sans fin.");

    public static readonly Bilingual EndlessAnswer =
        ("The server sent an answer that does not end.", "Le serveur a envoyé une réponse sans fin.");

    public static readonly Bilingual SpokeOutOfTurn =
        ("The server spoke before it was asked.", "Le serveur a parlé avant d'être interrogé.");

    public static readonly Bilingual NoStartTls =
        ("The server does not offer STARTTLS; nothing is sent without encryption.",
         "Le serveur ne propose pas STARTTLS ; rien n'est envoyé sans chiffrement.");

    public static readonly Bilingual NoAuth =
        ("The server offers neither AUTH PLAIN nor AUTH LOGIN.",
         "Le serveur ne propose ni AUTH PLAIN ni AUTH LOGIN.");

    public static readonly Bilingual PasswordInClear =
        ("The password is not sent over a connection without TLS.",
         "Le mot de passe n'est pas envoyé sur une connexion sans TLS.");

    public static readonly Bilingual NoSmtpUtf8 =
        ("An address contains letters that this server does not accept (it does not offer SMTPUTF8).",
         "Une adresse contient des lettres que ce serveur n'accepte pas (il ne propose pas SMTPUTF8).");

    public static Bilingual NotSmtp(string line) =>
        ($"The server's answer is not SMTP: “{Short(line)}”.",
         $"La réponse du serveur n'est pas du SMTP : « {Short(line)} ».");

    public static Bilingual Refused(SmtpReply reply) =>
        ($"The server refused: {reply.Words}", $"Le serveur a refusé : {reply.Words}");

    public static Bilingual Unexpected(SmtpReply reply) =>
        ($"The server gave an unexpected answer: {reply.Words}",
         $"Le serveur a donné une réponse inattendue : {reply.Words}");

    public static Bilingual TooLarge(long size, long limit) =>
        ($"The letter has {size} octets; the server accepts {limit}.",
         $"La lettre compte {size} octets ; le serveur en accepte {limit}.");

    public static Bilingual NoTls(string detail) =>
        ($"The encrypted connection could not be made: {detail}",
         $"La connexion chiffrée n'a pas pu être établie : {detail}");

    public static Bilingual NoConnection(string detail) =>
        ($"No connection to the server: {detail}", $"Pas de connexion au serveur : {detail}");

    public static Bilingual NoFile(string folder, string detail) =>
        ($"The letter could not be written into {folder}: {detail}",
         $"La lettre n'a pas pu être écrite dans {folder} : {detail}");

    public static Bilingual Surprise(string detail) =>
        ($"The letter could not be carried: {detail}", $"La lettre n'a pas pu être acheminée : {detail}");

    public static Bilingual Unanswered(Bilingual cause) =>
        ($"The whole letter was perhaps handed over, and no valid answer came. {cause.English}",
         $"La lettre entière a peut-être été remise, et aucune réponse valable n'est venue. {cause.French}");

    private static string Short(string line) => line.Length <= 200 ? line : line[..200] + "…";
}
