using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The title under which lists, page titles and files name a task.</summary>
public static class TaskTitle
{
    /// <summary>The neutral title of a confidential task, the real one of any other.</summary>
    /// <param name="wait">Knows the neutral title of a task that was opened before lists kept it.</param>
    public static Bilingual Of(TaskRow task, Wait? wait = null) => !task.IsConfidential ? task.Title
        : task.PublicTitle.English.Length > 0 ? task.PublicTitle
        : wait?.Assignment?.PublicTitle ?? Assignment.NeutralTitle;

    public static Bilingual Of(Assignment assignment) => assignment.OpenTitle();
}
