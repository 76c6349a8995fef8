using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Procedures.Api;
using Procedures.Pages;
using Procedures.Practice;
using Procedures.Storage;
using Procedures.Studio;

namespace Procedures;

/// <summary>The web host from its start to its end.</summary>
public static class WebProgram
{
    /// <summary>Within this time after SIGTERM the host has stopped.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(4);

    /// <summary>Runs until it is told to stop.</summary>
    /// <returns>0, or 1 when the host could not start; then the reason stands on the error output.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        try
        {
            await using var app = Build(arguments);
            // Asked for before the run, which ends by letting all parts go.
            var workers = app.Services.GetRequiredService<Workers>();
            await app.RunAsync();
            if (workers.Failure is not { } failure) return 0;
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"{taken.Message} Stop what listens there, or name another address with --urls.");
            return 1;
        }
        catch (Exception refusal) when (
            refusal is HostRefusedException or StoreRefusedException or IOException or UnauthorizedAccessException)
        {
            var language = Commands.TerminalLanguage.Of(Environment.GetEnvironmentVariable);
            await Console.Error.WriteLineAsync(TextOf(refusal).In(language));
            return 1;
        }
    }

    private static Bilingual TextOf(Exception refusal) => refusal switch
    {
        SpokenException spoken => spoken.Text,
        { InnerException: AddressInUseException } => (
            $"{refusal.Message} Stop what listens there, or choose another address with --urls.",
            "L'adresse est déjà prise par un autre programme : arrêtez celui-ci, ou choisissez une autre adresse avec "
                + $"--urls. ({refusal.Message})"),
        _ => (refusal.Message, $"Le serveur ne peut démarrer : {refusal.Message}"),
    };

    /// <summary>The host, ready to be started.</summary>
    /// <param name="change">Puts other parts in the place of the usual ones, such as a clock.</param>
    /// <exception cref="HostRefusedException">A setting cannot be used.</exception>
    public static WebApplication Build(string[] arguments, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        // The reader of the command line leaves an option out that has no value: a real host would start instead.
        if (arguments is [.., "--practice"])
            throw new HostRefusedException((
                "--practice needs the day on which the practice begins, such as 2023-09-01.",
                "--practice demande le jour où commence l'exercice, tel que 2023-09-01."));
        HostArguments.Require(arguments);
        var urls = HostSettings.UrlsIn(builder.Configuration);
        Loopback.Require(urls);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // The keys only keep forms of other sites out; who can read the data folder needs no forged form.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // Why the host does not start is said once, in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = LongestStop);
        builder.Services.AddProcedures();
        builder.Services.AddPages();
        builder.Services.AddApi();
        builder.Services.AddStudio();
        if (HostSettings.PracticeIn(builder.Configuration) is not null) builder.Services.AddPractice();
        change?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = SayItFailed });
        app.UseSecurityHeaders();
        app.UseOwnNames();
        app.UseKeptCharacters();
        app.UseApiCompression();
        app.UseRouting();
        app.MapHealth();
        app.MapPages();
        app.MapStudio();
        app.MapApi();
        return app;
    }

    // Studio reads JSON. What the caller has broken off or made too large is not our failure.
    private static Task SayItFailed(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (problem is BadHttpRequestException bad) context.Response.StatusCode = bad.StatusCode;
        if (context.Request.Path.StartsWithSegments("/elsa"))
            return new SpokenProblem(context.Response.StatusCode, (
                "The host could not do this; its log says why.",
                "Le serveur n'a pu le faire ; son journal dit pourquoi.")).ExecuteAsync(context);
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.PagePolicy;
        var visit = context.RequestServices.GetRequiredService<Visits>().Of(context);
        return (problem is BadHttpRequestException ? Answers.Refused(visit) : Answers.Failed(visit)).ExecuteAsync(context);
    }
}
