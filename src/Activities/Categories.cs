namespace Procedures.Activities;

/// <summary>The headings under which the designer lists Elsa's activities.</summary>
internal static class Categories
{
    public static readonly Bilingual Flow = ("Flow", "Déroulement");
    public static readonly Bilingual Branching = ("Branching", "Branchement");
    public static readonly Bilingual Looping = ("Looping", "Boucles");
    public static readonly Bilingual Workflows = ("Workflows", "Procédures");
    public static readonly Bilingual ControlFlow = ("Control Flow", "Contrôle du déroulement");
    public static readonly Bilingual Primitives = ("Primitives", "Éléments de base");
    public static readonly Bilingual Composition = ("Composition", "Composition");
    public static readonly Bilingual Scheduling = ("Scheduling", "Planification");
    public static readonly Bilingual Http = ("HTTP", "HTTP");
    public static readonly Bilingual Console = ("Console", "Console");
    public static readonly Bilingual Scripting = ("Scripting", "Scripts");
    public static readonly Bilingual System = ("System", "Système");
}
