namespace Procedures.Letters;

/// <summary>What the scripted server does at a place of the conversation, instead of answering well.</summary>
internal abstract record Act
{
    private Act() { }

    /// <summary>Says these lines, joined with CRLF, and goes on.</summary>
    public sealed record Say(string Words) : Act;

    /// <summary>Says these octets as they are, without a line end, and goes on.</summary>
    public sealed record SayRaw(string Octets) : Act;

    /// <summary>Closes the connection.</summary>
    public sealed record Cut : Act;

    /// <summary>Says these octets, if any, keeps the connection open and says nothing more.</summary>
    public sealed record FallSilent(string Octets = "") : Act;
}
