using Procedures.Execution;
using Procedures.Storage;

namespace Procedures.Pages;

/// <summary>The title under which lists, page titles and files name a task.</summary>
public static class TaskTitle
{
    /// <summary>The neutral title of a confidential task, the real one of any other.</summary>
    public static Bilingual Of(TaskRow task, Wait? wait = null) =>
        task.IsConfidential ? wait?.Assignment?.PublicTitle ?? Words.ConfidentialStep : task.Title;

    public static Bilingual Of(Assignment assignment) =>
        assignment.IsConfidential ? assignment.PublicTitle ?? Words.ConfidentialStep : assignment.Title;
}
