namespace Procedures.Runtime;

/// <summary>Spreads the word that a procedure has taken a step. What has changed, a listener asks the store.</summary>
/// <remarks>
/// News are no truth: they may be lost or come twice, and nothing but a picture on a screen may rest on them.
/// <see cref="LocalNews"/> stays within one host, <see cref="SharedNews"/> goes from host to host.
/// </remarks>
public interface IChangeNews
{
    /// <summary>Tells all listeners; returns at once and never throws.</summary>
    void Announce(string procedureId);

    /// <summary>Calls back for every procedure that has changed, until the listener is disposed.</summary>
    /// <param name="heard">
    /// Called with the procedure's id, or with null when procedures have changed and nobody says which. It is called on
    /// the thread that brings the news: it must return at once and never throw.
    /// </param>
    IDisposable Listen(Action<string?> heard);
}
