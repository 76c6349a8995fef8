using Microsoft.Extensions.Logging;

namespace Procedures.Reliability.Malformed;

/// <summary>Keeps what a host says when it fails, for whoever looks for the reason of an answer.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly Lock _lock = new();

    /// <summary>Where it is written.</summary>
    public List<string> Into { get; set; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        var place = exception?.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Procedures.", StringComparison.Ordinal));
        lock (_lock) Into.Add($"{formatter(state, exception)} {exception?.GetType().Name}: {exception?.Message} {place?.Trim()}");
    }

    public void Dispose()
    {
    }
}
