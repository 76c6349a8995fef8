using System.Text.Json;
using Quartz.Spi;

namespace Procedures.Bench.Quartz;

/// <summary>Quartz demands a serialiser. Triggers without data need none, so this one has nothing to do here.</summary>
internal sealed class JsonSerializing : IObjectSerializer
{
    public void Initialize()
    {
    }

    public byte[] Serialize<T>(T obj) where T : class => JsonSerializer.SerializeToUtf8Bytes(obj);

    public T? DeSerialize<T>(byte[] data) where T : class => JsonSerializer.Deserialize<T>(data);
}
