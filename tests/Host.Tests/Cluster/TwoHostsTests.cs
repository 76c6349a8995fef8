using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Procedures.Definitions;
using Procedures.Mandates;
using Procedures.Pages;
using Procedures.Runtime;
using Procedures.Storage;
using Procedures.Tests;

namespace Procedures.Host.Tests;

/// <summary>
/// Whichever host a person has come to, it is one program: live pictures, links in letters, open forms.
/// </summary>
public sealed class TwoHostsTests(TwoHosts hosts) : IClassFixture<TwoHosts>
{
    [Fact]
    public async Task A_viewer_on_one_host_hears_of_a_step_that_the_other_host_has_taken()
    {
        var conductor = hosts.One.GetRequiredService<Conductor>();
        var id = await Frail.OpenAsync(
            hosts.One.GetRequiredService<IProcedureStore>(), conductor,
                hosts.One.GetRequiredService<DefinitionReader>());
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
    public async Task A_casual_vacancy_that_two_hosts_open_at_once_is_opened_once()
    {
        var mandate = new Mandate("judge", "EE", "A", new DateOnly(2020, 1, 4), new DateOnly(2029, 1, 3))
        {
            LeftOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3), Cause = VacancyCause.Resignation,
        };
        await hosts.One.GetRequiredService<IProcedureStore>().SaveMandatesAsync([mandate]);
        await hosts.One.GetRequiredService<MandateWatch>().PlanAsync(mandate);

        var openings = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(i => Task.Run(() => OpenAsync(i % 2 == 0 ? hosts.One : hosts.Two, mandate))));

        var id = Assert.Single(openings.Where(o => o is not null).Distinct());
        var all = await hosts.Two.GetRequiredService<IProcedureStore>().ProceduresAsync(
            ProcedureFilter.All with { OnlyRoots = true, DefinitionIds = ["judge-election"] }, PageRequest.First);
        Assert.Equal([id], all.Items.Select(p => p.Id));
        Assert.Single(openings, o => o is not null);
    }

    // As the page does it: asks for the id that the register gives, then opens under that id.
    private static async Task<string?> OpenAsync(IServiceProvider host, Mandate mandate)
    {
        var definition = await host.GetRequiredService<DefinitionLibrary>().PublishedAsync("judge-election");
        var inputs = host.GetRequiredService<Offices>().Find("judge")!.InputsFor(mandate, definition!);
        var (id, occupied) = await host.GetRequiredService<MandateOpening>().IdForAsync(
            mandate.Key, definition!, inputs, CancellationToken.None);
        if (occupied is not null) return null;
        return (await host.GetRequiredService<Conductor>().OpenAsync(
            definition!, new OpeningRequest(inputs, "Clara Cedar") { ProcedureId = id })).ProcedureId;
    }

    [Fact]
    public void A_form_of_one_host_can_be_sent_to_the_other()
    {
        var sealed_ = hosts.One.GetRequiredService<IDataProtectionProvider>().CreateProtector("form").Protect("token");

        Assert.Equal("token", hosts.Two.GetRequiredService<IDataProtectionProvider>().CreateProtector("form")
            .Unprotect(sealed_));
    }
}
