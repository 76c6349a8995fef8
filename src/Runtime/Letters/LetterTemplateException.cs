namespace Procedures.Letters;

/// <summary>A letter template cannot be used as it is written.</summary>
public sealed class LetterTemplateException(string file, int line, int column, Bilingual problem)
    : Exception($"{file}, line {line}, column {column}: {problem.English}")
{
    /// <summary>The name of the file, without its folder.</summary>
    public string File => file;

    /// <summary>The line, counted from 1.</summary>
    public int Line => line;

    /// <summary>The column, counted from 1; 1 also when it is not known.</summary>
    public int Column => column;

    /// <summary>What is wrong, as a sentence for the process owner.</summary>
    public Bilingual Problem => problem;
}
