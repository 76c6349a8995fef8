using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Procedures.Api;

/// <summary>Sends the answers of Elsa's contract compressed: the descriptors alone are a quarter of a megabyte, and
/// Studio asks for them again after every save.</summary>
/// <remarks>The pages are left out: they carry tokens, whose length a compressed answer could give away.</remarks>
public static class ApiCompression
{
    public static void AddApiCompression(this IServiceCollection parts)
    {
        parts.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/json"];
        });
        parts.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        parts.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseApiCompression(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/elsa/api"), branch => branch.UseResponseCompression());
}
