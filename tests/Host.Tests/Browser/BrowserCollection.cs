namespace Procedures.Host.Tests;

/// <summary>Browser tests share one program and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserSetting>
{
    public const string Name = "browser";
}
