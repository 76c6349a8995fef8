using System.Collections.Immutable;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The bodies that are asked for something now and whom no letter can reach.</summary>
internal static class MissingContacts
{
    private const int MostTasks = 1000;

    /// <returns>Codes of bodies, in their order.</returns>
    public static async Task<ImmutableArray<string>> OfAsync(
        IProcedureStore store, ImmutableArray<Contact> contacts, CancellationToken cancel)
    {
        var tasks = await store.OpenTasksAsync(new TaskFilter(), new PageRequest(0, MostTasks), cancel);
        var known = contacts.Select(c => c.Body).ToHashSet(StringComparer.Ordinal);
        return [.. tasks.Items.Where(t => !t.IsOptional).Select(t => t.Body).Where(b => !known.Contains(b)).Distinct()
            .Order(StringComparer.Ordinal)];
    }
}
