using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>A variable of a definition or of a container in it.</summary>
/// <param name="Id">Stable; output bindings and Variable expressions refer to it.</param>
/// <param name="TypeName">Alias or long name, as written.</param>
/// <param name="Default">The initial value, already converted to the variable's type.</param>
public sealed record Variable(string Id, string Name, string TypeName, bool IsArray, Value Default);
