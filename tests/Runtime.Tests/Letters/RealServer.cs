using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Procedures.Letters;

/// <summary>aiosmtpd in a process of its own, with a certificate made for this test.</summary>
internal sealed class RealServer : IAsyncDisposable
{
    private readonly Process _process;

    private RealServer(Process process, string folder, string thumbprint, int port) =>
        (_process, Folder, Thumbprint, Port) = (process, folder, thumbprint, port);

    public string Folder { get; }
    public string Thumbprint { get; }
    public int Port { get; }

    public static async Task<RealServer> Start(string mode, string way = "none")
    {
        var folder = Directory.CreateTempSubdirectory("letters").FullName;
        var thumbprint = MakeCertificate(folder);
        var process = Python.Start(
            "smtp_server.py", folder, mode, Path.Combine(folder, "cert.pem"), Path.Combine(folder, "key.pem"), way);
        if (await process.StandardOutput.ReadLineAsync() is { } port)
            return new RealServer(process, folder, thumbprint, int.Parse(port, CultureInfo.InvariantCulture));
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    /// <summary>What the server knows of the n-th letter: its envelope and how it came.</summary>
    public JsonElement About(int number) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{number}.json"))).RootElement;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
