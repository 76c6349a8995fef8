using System.Globalization;
using Procedures.Definitions.Format;

namespace Procedures.Commands;

/// <summary>The arguments of a command, read against its usage.</summary>
public sealed class CommandLine
{
    private readonly List<(string Name, string Value)> _options = [];

    private CommandLine(Language terminal) => Terminal = terminal;

    /// <summary>The terminal's language.</summary>
    public Language Terminal { get; }

    /// <summary>What is not an option, in order.</summary>
    public List<string> Operands { get; } = [];

    public bool Has(string option) => _options.Exists(o => o.Name == option);

    /// <summary>The option's value, the last one when it was given several times, or null.</summary>
    public string? Value(string option) => _options.FindLast(o => o.Name == option).Value;

    public IEnumerable<string> Values(string option) => _options.Where(o => o.Name == option).Select(o => o.Value);

    /// <summary>Reads the arguments.</summary>
    /// <remarks>Both "--input X=Y" and "--input=X=Y" are read; after "--" everything is an operand.</remarks>
    /// <exception cref="UsageException">An unknown option, a missing value, too many or too few operands.</exception>
    public static CommandLine Read(
        Usage usage, IReadOnlyList<string> arguments, Language terminal = Language.English)
    {
        var line = new CommandLine(terminal);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--")
            {
                line.Operands.AddRange(arguments.Skip(i + 1));
                break;
            }
            if (arguments[i].Length < 2 || arguments[i][0] != '-') line.Operands.Add(arguments[i]);
            else i += line.Take(usage, arguments, i);
        }
        line.CheckOperands(usage);
        return line;
    }

    /// <summary>Takes the option at that place and says how many further arguments it used.</summary>
    private int Take(Usage usage, IReadOnlyList<string> arguments, int at)
    {
        var (name, inline) = Split(arguments[at]);
        var option = usage.Options.FirstOrDefault(o => o.Name == name) ?? throw Unknown(usage, name);
        if (!option.IsRepeatable && Has(name)) throw new UsageException((
            $"The option {name} is given twice.", $"L'option {name} est donnée deux fois."));
        if (option.Value is null)
        {
            if (inline is not null) throw new UsageException((
                $"The option {name} takes no value.", $"L'option {name} ne prend pas de valeur."));
            _options.Add((name, ""));
            return 0;
        }
        var next = at + 1 < arguments.Count ? arguments[at + 1] : "--";
        if (inline is null && next.StartsWith("--", StringComparison.Ordinal))
            throw new UsageException((
                $"The option {name} needs a value: {option.Form}.",
                $"L'option {name} demande une valeur : {Placeholders.In(option.Form, Language.French)}."));
        _options.Add((name, inline ?? next));
        return inline is null ? 1 : 0;
    }

    private static (string Name, string? Value) Split(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (argument, null) : (argument[..equals], argument[(equals + 1)..]);
    }

    private static UsageException Unknown(Usage usage, string name)
    {
        var nearest = NearestNames.Of(name, usage.Options.Select(o => o.Name));
        var question = NearestNames.Question(nearest);
        return new UsageException((
            $"{usage.Name} has no option {name}.{question.English}",
            $"{usage.Name} n'a pas d'option {name}.{question.French}"));
    }

    private void CheckOperands(Usage usage)
    {
        if (Operands.Count < usage.LeastOperands)
            throw new UsageException((
                $"{usage.Name} needs {usage.Operands}.",
                $"{usage.Name} demande {Placeholders.In(usage.Operands, Language.French)}."));
        if (Operands.Count > usage.MostOperands)
            throw new UsageException(usage.MostOperands == 0
                ? ($"{usage.Name} takes options only; “{Operands[0]}” is none.",
                    $"{usage.Name} ne prend que des options ; « {Operands[0]} » n'en est pas une.")
                : new Bilingual(
                    $"{usage.Name} takes one {usage.Operands}; “{Operands[usage.MostOperands]}” is one too many.",
                    $"{usage.Name} prend un seul {Placeholders.In(usage.Operands, Language.French)} ; "
                        + $"« {Operands[usage.MostOperands]} » est de trop."));
    }

    /// <summary>The value of an option that allows only certain words; the first one when it is not given.</summary>
    /// <exception cref="UsageException">Another word was given.</exception>
    public string OneOf(string option, params ReadOnlySpan<string> words)
    {
        if (Value(option) is not { } value) return words[0];
        if (words.Contains(value)) return value;
        var nearest = NearestNames.Of(value, words.ToArray());
        var question = NearestNames.Question(nearest);
        throw new UsageException((
            $"{option} is {string.Join(" or ", words!)}, not “{value}”.{question.English}",
            $"{option} vaut {string.Join(" ou ", words!)}, et non « {value} ».{question.French}"));
    }

    /// <summary>The day that an option names, or null when it is not given.</summary>
    /// <exception cref="UsageException">The text is not a day.</exception>
    public DateOnly? Day(string option) =>
        Value(option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : throw new UsageException((
            $"{option} is a day such as 2026-06-22, not “{text}”.",
            $"{option} est un jour tel que 2026-06-22, et non « {text} »."));

    /// <summary>The days of --start and --until; the second must not come before the first.</summary>
    /// <exception cref="UsageException">A text is not a day, or nothing lies between the two.</exception>
    public (DateOnly? Start, DateOnly? Until) Span()
    {
        var (start, until) = (Day("--start"), Day("--until"));
        return until < start
            ? throw new UsageException((
                $"--until ({until:yyyy-MM-dd}) comes before --start ({start:yyyy-MM-dd}).",
                $"--until ({until:yyyy-MM-dd}) précède --start ({start:yyyy-MM-dd})."))
            : (start, until);
    }

    /// <summary>The options of the form NAME=VALUE, split at the first equals sign.</summary>
    /// <exception cref="UsageException">One of them has no equals sign.</exception>
    public IEnumerable<(string Name, string Value)> Pairs(string option) => Values(option).Select(text =>
        Split(text) is ({ Length: > 0 } name, { } value)
            ? (name.Trim(), value)
            : throw new UsageException((
                $"{option} is NAME=VALUE, not “{text}”.", $"{option} s'écrit NOM=VALEUR, et non « {text} ».")));

    /// <summary>The language that --language names, en or fr; the terminal's when it is not given.</summary>
    public Language Language => !Has("--language") ? Terminal
        : OneOf("--language", "en", "fr") == "fr" ? Language.French : Language.English;
}
