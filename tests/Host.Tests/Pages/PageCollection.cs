namespace Procedures.Host.Tests;

/// <summary>Page tests share one host; each opens procedures of its own.</summary>
[CollectionDefinition(Name)]
public sealed class PageCollection : ICollectionFixture<PageHost>
{
    public const string Name = "pages";
}
