using System.Globalization;

namespace Procedures.Expressions.Syntax;

internal sealed partial class Lexer
{
    private void ReadNumber()
    {
        var start = at;
        var prefix = Peek() == '0' ? char.ToLowerInvariant(Peek(1)) : '\0';
        var radix = prefix switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        if (radix == 10) ReadDecimal(start);
        else
        {
            at += 2;
            double number = 0;
            var digits = ReadDigits(radix);
            foreach (var digit in digits) number = number * radix + Convert.ToInt32(digit.ToString(), 16);
            if (digits.Length == 0)
                throw new UnreadableException((
                    "Digits are missing after the number's prefix.",
                    "Il manque des chiffres après le préfixe du nombre."), start);
            Add(TokenKind.Number, "", start, number);
        }
        if (Peek() == 'n')
            throw new UnreadableException((
                "Numbers of the kind 1n (BigInt) are not part of this language.",
                "Les nombres de la forme 1n (BigInt) ne font pas partie de ce langage."), at);
        if (at < source.Length && (StartsName(at) || char.IsAsciiDigit(source[at])))
            throw new UnreadableException((
                "A name follows directly upon a number.", "Un nom suit immédiatement un nombre."), at);
    }

    private void ReadDecimal(int start)
    {
        var digits = ReadDigits(10);
        if (digits.Length > 1 && digits[0] == '0')
            throw new UnreadableException((
                "A number does not begin with a zero that means nothing.",
                "Un nombre ne commence pas par un zéro sans valeur."), start);
        if (Peek() == '.')
        {
            at++;
            digits += "." + ReadDigits(10);
        }
        if (Peek() is 'e' or 'E')
        {
            at++;
            digits += "e";
            if (Peek() is '+' or '-') digits += source[at++];
            var exponent = ReadDigits(10);
            if (exponent.Length == 0) throw new UnreadableException((
                "Digits are missing in the exponent.", "Il manque des chiffres dans l'exposant."), start);
            digits += exponent;
        }
        Add(TokenKind.Number, "", start, double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private string ReadDigits(int radix)
    {
        var start = at;
        while (IsDigit(Peek(), radix)
            || (Peek() == '_' && at > start && source[at - 1] != '_' && IsDigit(Peek(1), radix)))
            at++;
        return source[start..at].Replace("_", "", StringComparison.Ordinal);
    }

    private static bool IsDigit(char c, int radix) =>
        char.IsAsciiHexDigit(c) && Convert.ToInt32(c.ToString(), 16) < radix;
}
