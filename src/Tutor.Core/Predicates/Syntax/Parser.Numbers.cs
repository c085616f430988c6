using System.Globalization;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

sealed partial class Parser
{
    /// <summary>C's integer constants (6.4.4.1): prefix, digits, suffix, and the first type that holds the value.</summary>
    ExpressionSyntax ParseNumber(Token token)
    {
        var text = TextOf(token);
        var digits = text.AsSpan();
        var radix = 10;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            radix = 16;
            digits = digits[2..];
        }
        else if (digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
        {
            radix = 2;
            digits = digits[2..];
        }
        else if (digits.Length > 1 && digits[0] == '0')
        {
            radix = 8;
            digits = digits[1..];
        }

        var count = 0;
        while (count < digits.Length && IsDigit(digits[count], radix == 8 ? 10 : radix))
        {
            count++;
        }

        var suffix = digits[count..].ToString().ToUpperInvariant();
        digits = digits[..count];
        if (!CheckSuffix(token, text, radix, count, suffix))
        {
            return new MissingSyntax(token.Span);
        }

        if (radix == 8 && digits.IndexOfAnyInRange('8', '9') >= 0)
        {
            Number(token, SyntaxCodes.MalformedNumber,
                $"'{text}' begins with 0 and so is octal, which has no 8 or 9",
                "take the leading 0 away");
            return new MissingSyntax(token.Span);
        }

        if (!TryRead(digits, radix, out var value))
        {
            Number(token, SyntaxCodes.NumberTooLarge,
                $"'{Short(text)}' is too large: the largest unsigned long is 18446744073709551615");
            return new MissingSyntax(token.Span);
        }

        var type = TypeOf(value, radix == 10, suffix);
        if (type == CType.Error)
        {
            Number(token, SyntaxCodes.NumberTooLarge, $"'{Short(text)}' is too large for long",
                "add 'UL' to make it unsigned long");
            return new MissingSyntax(token.Span);
        }

        if (radix == 8 && value > 7)
        {
            _diagnostics.Report(NameCodes.OctalNumber, _source, token.Span,
                $"'{text}' begins with 0 and so is octal: {value.ToString(CultureInfo.InvariantCulture)}",
                "take the leading 0 away if you meant it in tens");
        }

        return new LiteralSyntax(token.Span, text, (long)value, type);
    }

    bool CheckSuffix(Token token, string text, int radix, int digitCount, string suffix)
    {
        if (suffix is "LL" or "ULL" or "LLU")
        {
            Number(token, SyntaxCodes.RefusedType,
                $"'{Short(text)}' is a long long, which is not in the language",
                "on 64-bit Linux 'L' and 'UL' are as wide");
            return false;
        }

        var isFloat = text.Contains('.', StringComparison.Ordinal) || (radix == 10 && suffix.StartsWith('E'));
        if (isFloat)
        {
            Number(token, SyntaxCodes.RefusedType,
                $"'{Short(text)}' is not an integer: there is no floating point in the kernel");
            return false;
        }

        if ((digitCount == 0 && radix != 8) || suffix is not ("" or "U" or "L" or "UL" or "LU"))
        {
            Number(token, SyntaxCodes.MalformedNumber, $"'{Short(text)}' is not a number",
                digitCount > 0 && suffix.Length > 0
                    ? $"after the digits come 'U', 'L', 'UL' or nothing, not '{Short(suffix)}'" : null);
            return false;
        }

        return true;
    }

    void Number(Token token, DiagnosticCode code, string message, string? help = null)
    {
        _isBroken = true;
        _diagnostics.Report(code, _source, token.Span, message, help);
    }

    static string Short(string text) => text.Length > 40 ? text[..38] + "…" : text;

    static bool IsDigit(char c, int radix) =>
        radix == 16 ? char.IsAsciiHexDigit(c) : c >= '0' && c < '0' + radix;

    static bool TryRead(ReadOnlySpan<char> digits, int radix, out ulong value)
    {
        value = 0;
        foreach (var c in digits)
        {
            var next = (UInt128)value * (uint)radix
                + (uint)(char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
            if (next > ulong.MaxValue)
            {
                return false;
            }

            value = (ulong)next;
        }

        return true;
    }

    /// <summary>Decimal constants without U never become unsigned; hexadecimal ones may.</summary>
    static CType TypeOf(ulong value, bool isDecimal, string suffix)
    {
        var unsigned = suffix.Contains('U', StringComparison.Ordinal);
        var wide = suffix.Contains('L', StringComparison.Ordinal);
        if (unsigned)
        {
            return !wide && value <= uint.MaxValue ? CType.UInt : CType.ULong;
        }

        if (!wide && value <= int.MaxValue)
        {
            return CType.Int;
        }

        if (!wide && !isDecimal && value <= uint.MaxValue)
        {
            return CType.UInt;
        }

        return value <= long.MaxValue ? CType.Long : isDecimal ? CType.Error : CType.ULong;
    }
}
