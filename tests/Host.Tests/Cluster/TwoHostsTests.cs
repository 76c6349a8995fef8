using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Definitions;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>Whichever host a person has come to, it is one program: live pictures, links in letters, open forms.</summary>
public sealed class TwoHostsTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    [Fact]
    public async Task A_viewer_on_one_host_hears_of_a_step_that_the_other_host_has_taken()
    {
        var conductor = hosts.One.GetRequiredService<Conductor>();
        var id = await Frail.OpenAsync(
            hosts.One.GetRequiredService<IProcedureStore>(), conductor, hosts.One.GetRequiredService<DefinitionReader>());
        await using var viewer = await HubClient.ConnectAsync(hosts.AddressOfTwo);
        await viewer.ObserveAsync(id);
        await viewer.ChangeAsync();

        await Frail.MendAsync(conductor, id);

        Assert.Equal(id, (string)(await viewer.ChangeAsync())["WorkflowInstanceUpdatedAsync"]["workflowInstanceId"]!);
    }

    [Fact]
    public void A_link_in_a_letter_of_one_host_works_on_the_other()
    {
        var grant = new ReplyGrant("p", 1, "GOV(EE)", "a@example.org", new DateOnly(2027, 1, 1));
        var token = hosts.One.GetRequiredService<ReplyLinks>().Write(grant);

        var read = hosts.Two.GetRequiredService<ReplyLinks>().Read(token, new DateOnly(2026, 12, 31));

        Assert.Equal("GOV(EE)", read?.Body);
    }

    [Fact]
    public void A_form_of_one_host_can_be_sent_to_the_other()
    {
        var sealed_ = hosts.One.GetRequiredService<IDataProtectionProvider>().CreateProtector("form").Protect("token");

        Assert.Equal("token", hosts.Two.GetRequiredService<IDataProtectionProvider>().CreateProtector("form").Unprotect(sealed_));
    }
}
