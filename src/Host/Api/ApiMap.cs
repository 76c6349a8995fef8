using Procedures.Definitions;
using Procedures.Runtime;
using Procedures.Storage;

namespace Procedures.Api;

/// <summary>Elsa's HTTP contract under /elsa/api, as Elsa Studio 3.8 speaks it.</summary>
/// <remarks>Elsa's words (workflow, instance, bookmark) live only in this folder.</remarks>
public static class ApiMap
{
    /// <summary>
    /// Registers what the contract needs. The store, the catalog of activities, the reader of definitions, the
    /// conductor, the news and the clock are registered elsewhere.
    /// </summary>
    public static void AddApi(this IServiceCollection parts)
    {
        parts.AddApiCompression();
        parts.AddSingleton<SaveTrail>();
        parts.AddSingleton<TriggerBook>();
        parts.AddSingleton<DefinitionActivities>();
        parts.AddSingleton<References>();
        parts.AddSingleton<RefusedSaves>();
        parts.AddSingleton<PublishCheck>();
        parts.AddSingleton<DefinitionJson>();
        parts.AddSingleton<DefinitionLists>();
        parts.AddSingleton<DefinitionDesk>();
        parts.AddSingleton<DescriptorAnswers>();
        parts.AddSingleton<Usage>();
        parts.AddSingleton<DefinitionRoutes>();
        parts.AddSingleton<RemovalRoutes>();
        parts.AddSingleton<BulkRoutes>();
        parts.AddSingleton<ExportRoutes>();
        parts.AddSingleton<GraphRoutes>();
        parts.AddSingleton<InstanceLists>();
        parts.AddSingleton<InstanceActs>();
        parts.AddSingleton<InstanceRoutes>();
        parts.AddSingleton<OpeningRoutes>();
        parts.AddSingleton<TrialRoutes>();
        parts.AddSingleton<ImportRoutes>();
        parts.AddSingleton(p => new ProcedureTransfer(
            p.GetRequiredService<IProcedureStore>(),
            json => p.GetRequiredService<DefinitionReader>().Read(json).Definition,
            p.GetRequiredService<IChangeNews>(), p.GetRequiredService<TimeProvider>()));
        parts.AddSingleton<AlterationFilter>();
        parts.AddSingleton<AlterationReader>();
        parts.AddSingleton<AlterationRunner>();
        parts.AddSingleton<AlterationRoutes>();
        parts.AddSingleton<ExecutionReader>();
        parts.AddSingleton<ExecutionRoutes>();
        parts.AddSingleton<JournalRoutes>();
        parts.AddHub();
    }

    /// <summary>Maps every route of the contract. What is not part of it answers 404 in Studio's shape.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/elsa/api").AddEndpointFilter(ApiGuard.CheckAsync)
            .AddEndpointFilter(ApiBody.CheckAsync);
        var parts = routes.ServiceProvider;
        parts.GetRequiredService<DescriptorAnswers>().Map(api);
        parts.GetRequiredService<DefinitionRoutes>().Map(api);
        parts.GetRequiredService<RemovalRoutes>().Map(api);
        parts.GetRequiredService<BulkRoutes>().Map(api);
        parts.GetRequiredService<ExportRoutes>().Map(api);
        parts.GetRequiredService<GraphRoutes>().Map(api);
        parts.GetRequiredService<ImportRoutes>().Map(api);
        parts.GetRequiredService<InstanceRoutes>().Map(api);
        parts.GetRequiredService<OpeningRoutes>().Map(api);
        parts.GetRequiredService<TrialRoutes>().Map(api);
        parts.GetRequiredService<AlterationRoutes>().Map(api);
        parts.GetRequiredService<ExecutionRoutes>().Map(api);
        parts.GetRequiredService<JournalRoutes>().Map(api);
        EmptyLists.Map(api);
        api.Map("/{**rest}", () => ApiJson.NotFound((
            "This host does not offer that.", "Ce serveur ne propose pas cela.")));
        routes.MapHub();
        routes.Map("/elsa/hubs/{**rest}", () => Results.NotFound());
    }
}
