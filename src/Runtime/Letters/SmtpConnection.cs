using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Procedures.Letters;

/// <summary>One connection to a mail server. Every act has a limit of time and remembers where it stands.</summary>
internal sealed class SmtpConnection(SmtpSettings settings, TimeProvider time, CancellationToken stop)
    : IAsyncDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private Stream? _stream;
    private SmtpReader? _reader;

    /// <summary>The act that was begun last.</summary>
    public string Stage { get; private set; } = SmtpStage.Connect;

    /// <summary>Whether the final dot may have left this host.</summary>
    public bool DotBegun { get; private set; }

    public bool IsEncrypted => _stream is SslStream;

    public Task Open() => Within(settings.ConnectTimeout, async limit =>
    {
        await _client.ConnectAsync(settings.Host, settings.Port, limit);
        Use(_client.GetStream());
    });

    /// <summary>Encrypts the connection. What was said before in clear must have been heard to its end.</summary>
    public Task Encrypt()
    {
        Stage = SmtpStage.Tls;
        RefuseChatter();
        return Within(settings.ConnectTimeout, async limit =>
        {
            var secure = new SslStream(Stream, leaveInnerStreamOpen: false);
            _stream = secure;
            var options = new SslClientAuthenticationOptions { TargetHost = settings.Host };
            var trust = SmtpTrust.For(settings);
            if (trust is not null) options.RemoteCertificateValidationCallback = trust;
            await secure.AuthenticateAsClientAsync(options, limit);
            Use(secure);
        });
    }

    public Task<SmtpReply> Greeting()
    {
        Stage = SmtpStage.Greeting;
        return Within(settings.CommandTimeout, Reader.ReadReply);
    }

    /// <summary>Says one line and hears the answer to it.</summary>
    public Task<SmtpReply> Ask(string stage, string line)
    {
        if (line.AsSpan().IndexOfAny('\r', '\n') >= 0)
            throw new InvalidOperationException("A command must be a single line.");
        Stage = stage;
        RefuseChatter();
        return Within(settings.CommandTimeout, async limit =>
        {
            await Stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), limit);
            await Stream.FlushAsync(limit);
            return await Reader.ReadReply(limit);
        });
    }

    /// <summary>Hands over one block of the letter.</summary>
    public Task Give(ReadOnlyMemory<byte> block)
    {
        Stage = SmtpStage.Body;
        return Within(settings.BlockTimeout, async limit =>
        {
            await Stream.WriteAsync(block, limit);
            await Stream.FlushAsync(limit);
        });
    }

    /// <summary>What the server said before the letter was whole, or null when it is still listening.</summary>
    /// <remarks>Asked just before the dot: to find here that the server has gone narrows what is not known.</remarks>
    public async Task<SmtpReply?> EarlyAnswer()
    {
        if (Reader.HasMore) return await Within(settings.CommandTimeout, Reader.ReadReply);
        var socket = _client.Client;
        if (!socket.Poll(0, SelectMode.SelectRead)) return null;
        if (socket.Available == 0) throw new EndOfStreamException();
        // Under TLS the octets may be a session ticket, which says nothing about the letter.
        return IsEncrypted ? null : await Within(settings.CommandTimeout, Reader.ReadReply);
    }

    /// <summary>
    /// Ends the letter and hears the answer. A stop of the program shortens the wait and does not cut it, because
    /// the letter may be accepted in this very moment.
    /// </summary>
    public async Task<SmtpReply> End(ReadOnlyMemory<byte> dot)
    {
        stop.ThrowIfCancellationRequested();
        Stage = SmtpStage.Dot;
        using var limit = new CancellationTokenSource(settings.AcceptanceTimeout, time);
        using var stopping = stop.Register(() => limit.CancelAfter(settings.PatienceWhenStopping));
        DotBegun = true;
        await Stream.WriteAsync(dot, limit.Token);
        await Stream.FlushAsync(limit.Token);
        return await Reader.ReadReply(limit.Token);
    }

    /// <summary>Takes leave. Nothing that goes wrong here matters any more.</summary>
    public async Task Quit()
    {
        if (_reader is null) return;
        try
        {
            using var limit = new CancellationTokenSource(settings.QuitTimeout, time);
            await Stream.WriteAsync("QUIT\r\n"u8.ToArray(), limit.Token);
            await Stream.FlushAsync(limit.Token);
            await Reader.ReadReply(limit.Token);
        }
        catch (Exception)
        {
            // The letter's fate was settled before; a lost farewell does not change it.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_stream is not null) await _stream.DisposeAsync();
        }
        catch (IOException)
        {
            // A connection that is already broken cannot be closed properly, and need not be.
        }
        _client.Dispose();
    }

    private Stream Stream => _stream ?? throw new InvalidOperationException("The connection is not open.");
    private SmtpReader Reader => _reader ?? throw new InvalidOperationException("The connection is not open.");

    private void Use(Stream stream) => (_stream, _reader) = (stream, new SmtpReader(stream));

    /// <summary>Words smuggled in ahead of a command would be taken for its answer (as in CVE-2011-0411).</summary>
    private void RefuseChatter()
    {
        if (_reader is { HasMore: true }) throw new SmtpNonsenseException(SmtpReasons.SpokeOutOfTurn);
    }

    private Task Within(TimeSpan limit, Func<CancellationToken, Task> act) =>
        Within(limit, async cancel => { await act(cancel); return true; });

    private async Task<T> Within<T>(TimeSpan limit, Func<CancellationToken, Task<T>> act)
    {
        using var clock = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, stop);
        return await act(either.Token);
    }
}
