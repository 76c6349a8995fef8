using System.Collections.Immutable;
using Procedures.Catalog;

namespace Procedures.Activities.Refused;

/// <summary>Elsa's activity types that are not run here, each with its reason.</summary>
public static class RefusedActivities
{
    private static readonly Bilingual NoServer = (
        "{0} is not run here: procedures answer no HTTP requests of their own.",
        "{0} n’est pas exécutée ici : les procédures ne répondent pas elles-mêmes aux requêtes HTTP.");
    private static readonly Bilingual NoClient = (
        "{0} is not run here: procedures call no other servers; use Run Task and let an outside program call.",
        "{0} n’est pas exécutée ici : les procédures n’appellent pas d’autres serveurs ; "
        + "utilisez « Confier une tâche » et laissez un programme extérieur appeler.");

    public static ImmutableArray<ActivityType> All { get; } =
    [
        StateMachine(),
        Simple("Elsa.Inline", Categories.Primitives, ("Inline", "Code intégré"), (
            "{0} is not run here: it holds program code, which no definition file can carry.",
            "{0} n’est pas exécutée ici : elle contient du code, qu’aucun fichier de définition ne peut porter.")),
        Simple("Elsa.ReadLine", Categories.Console, ("Read Line", "Lire une ligne"), (
            "{0} is not run here: a server has no keyboard; ask a person with a task.",
            "{0} n’est pas exécutée ici : un serveur n’a pas de clavier ; confiez une tâche à une personne."),
            outputs: ["Result:String"]),
        .. Http(),
    ];

    private static RefusedActivity StateMachine() => Simple(
        "Elsa.StateMachine", Categories.Flow, ("State Machine", "Automate à états"), (
            "{0} is not run here: draw its states as a flowchart.",
            "{0} n’est pas exécutée ici : dessinez ses états en organigramme."),
        raw: ["States", "Transitions", "InitialState", "CurrentState"]);

    private static IEnumerable<RefusedActivity> Http()
    {
        yield return Simple("Elsa.HttpEndpoint", Categories.Http, ("HTTP Endpoint", "Point d’accès HTTP"), NoServer,
            ["Path:String", "SupportedMethods:String[]", "Authorize:Boolean", "Policy:String",
                "RequestTimeout:TimeSpan?",
                "RequestSizeLimit:Int64?", "FileSizeLimit:Int64?", "AllowedFileExtensions:String[]",
                "BlockedFileExtensions:String[]", "AllowedMimeTypes:String[]"],
            ["Result:Object", "ParsedContent:Object", "Files:Object", "File:Object", "RouteData:Object",
                "QueryStringData:Object", "Headers:Object"],
            ["ExposeRequestTooLargeOutcome", "ExposeFileTooLargeOutcome", "ExposeInvalidFileExtensionOutcome",
                "ExposeInvalidFileMimeTypeOutcome"],
            outcomes: ["Done", "Request too large", "File too large", "Invalid file extension",
                "Invalid file MIME type"],
            kind: ActivityKind.Trigger);
        yield return Simple("Elsa.WriteHttpResponse", Categories.Http, ("HTTP Response", "Réponse HTTP"), NoServer,
            ["StatusCode:Object", "Content:Object", "ContentType:String", "ResponseHeaders:Object"]);
        yield return Simple("Elsa.WriteFileHttpResponse", Categories.Http,
            ("HTTP File Response", "Réponse HTTP, fichier"),
            NoServer,
            ["ContentType:String", "Filename:String", "EntityTag:String", "Content:Object",
                "EnableResumableDownloads:Boolean", "DownloadCorrelationId:String"]);
        yield return Simple("Elsa.SendHttpRequest", Categories.Http, ("HTTP Request", "Requête HTTP"), NoClient,
            Request, Response, ["ExpectedStatusCodes"],
            embedded: ["UnmatchedStatusCode", "FailedToConnect", "Timeout"], kind: ActivityKind.Task);
        yield return Simple("Elsa.FlowSendHttpRequest", Categories.Http,
            ("HTTP Request (flow)", "Requête HTTP (organigramme)"), NoClient,
            [.. Request, "ExpectedStatusCodes:Int32[]"], Response,
            outcomes: ["Done", "Unmatched status code", "Failed to connect", "Timeout"], kind: ActivityKind.Task);
        yield return Simple("Elsa.DownloadHttpFile", Categories.Http, ("Download File", "Télécharger un fichier"),
            NoClient,
            [.. Request, "ExpectedStatusCodes:Int32[]"], ["Result:Object", "Response:Object", .. Response[1..]],
            outcomes: ["Done", "Unmatched status code", "Failed to connect", "Timeout"], kind: ActivityKind.Task);
    }

    private static string[] Request =>
        ["Url:String", "Method:String", "Content:Object", "ContentType:String", "Authorization:String",
            "DisableAuthorizationHeaderValidation:Boolean", "RequestHeaders:Object"];

    private static string[] Response =>
        ["Result:Object", "StatusCode:Int32", "ParsedContent:Object", "ResponseHeaders:Object"];

    private static RefusedActivity Simple(
        string type, Bilingual category, Bilingual displayName, Bilingual reason, string[]? inputs = null,
        string[]? outputs = null, string[]? raw = null, string[]? outcomes = null, string[]? embedded = null,
        ActivityKind kind = ActivityKind.Action)
    {
        var refusal = Bilingual.Format(reason, type);
        return new RefusedActivity(new ActivityDeclaration(type, category, displayName, refusal)
        {
            Kind = kind, Refusal = refusal,
            Inputs = [.. (inputs ?? []).Select(Input), .. (raw ?? [])
                .Select(n => Input(n + ":Object") with { IsWrapped = false })],
            Outputs = [.. (outputs ?? []).Select(Output)],
            Ports =
            [
                .. (outcomes ?? []).Select(o => new PortDeclaration(o, Bilingual.Same(o))),
                .. (embedded ?? []).Select(e => new PortDeclaration(e, Bilingual.Same(e), IsEmbedded: true)),
            ],
        });
    }

    private static InputDeclaration Input(string text)
    {
        var (name, type) = Split(text);
        return new InputDeclaration(name, type, Bilingual.Same(name), Bilingual.Empty)
        {
            Hint = type.EndsWith("[]", StringComparison.Ordinal) ? UiHint.MultiText : UiHint.SingleLine,
        };
    }

    private static OutputDeclaration Output(string text)
    {
        var (name, type) = Split(text);
        return new OutputDeclaration(name, type, Bilingual.Same(name), Bilingual.Empty);
    }

    private static (string Name, string Type) Split(string text) => text.Split(':') is [var name, var type]
        ? (name, type)
        : throw new ArgumentException($"“{text}” is not written as Name:Type.", nameof(text));
}
