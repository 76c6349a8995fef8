using System.Globalization;

namespace Procedures.Pages;

/// <summary>The order of names for people: accents do not send a name to the end of the list.</summary>
public static class NameOrder
{
    /// <summary>French rules order English names rightly as well.</summary>
    public static readonly IComparer<string> ForPeople = StringComparer.Create(
        CultureInfo.GetCultureInfo("fr"), ignoreCase: true);
}
