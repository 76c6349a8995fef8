namespace Procedures.Tests;

/// <summary>One host for the tests of a class that change nothing that another one reads.</summary>
public sealed class HostFixture : IAsyncLifetime
{
    public StudioHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await StudioHost.StartAsync();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
