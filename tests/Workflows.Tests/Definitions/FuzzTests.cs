using System.Text;

namespace Procedures.Definitions;

public class FuzzTests
{
    private const int Seed = 20260520;
    private const int Mutations = 20_000;

    [Fact]
    public void No_damaged_file_makes_the_reader_throw()
    {
        var files = Corpus.Names.Select(Corpus.Text).ToArray();
        var (refused, read) = (0, 0);
        for (var number = 0; number < Mutations; number++)
        {
            var file = new Mutation(new Random(Seed + number)).Of(files[number % files.Length]);
            try
            {
                var reading = FakeCatalog.Reader.Read(file);
                if (reading.Definition is not null) read++;
                else refused++;
                Assert.Equal(reading.IsRefused, reading.Findings.Any(f => f.Severity == FindingSeverity.Refused));
                if (reading.Definition is { } definition && number % 5 == 0) WriteAndReadAgain(definition);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {Seed + number}: {exception}\n{Encoding.UTF8.GetString(file)}");
            }
        }
        Assert.True(refused > Mutations / 20 && read > Mutations / 4, $"{refused} were refused and {read} read.");
    }

    private static void WriteAndReadAgain(Definition definition)
    {
        var again = FakeCatalog.Reader.Read(DefinitionWriter.Write(definition)).Definition;
        Assert.NotNull(again);
        Assert.Equal(definition.Nodes.Select(n => n.NodeId), again.Nodes.Select(n => n.NodeId));
        var normal = FakeCatalog.Reader.Read(DefinitionWriter.Normalise(definition)).Definition;
        Assert.NotNull(normal);
        Assert.Equal(definition.Nodes.Count(), normal.Nodes.Count());
        Assert.Equal(DefinitionWriter.Normalise(normal), DefinitionWriter.Normalise(definition));
    }
}
