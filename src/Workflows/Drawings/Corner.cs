namespace Procedures.Drawings;

/// <summary>A point of the canvas at which an arrow bends.</summary>
public readonly record struct Corner(int X, int Y);
