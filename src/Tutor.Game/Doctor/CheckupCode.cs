using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Tutor.Game.Drawing;

namespace Tutor.Game.Doctor;

/// <summary>
/// A <see cref="Checkup"/> as sixteen letters and digits, to be read out or copied by hand: fourteen carry the facts,
/// two find a slip. Letters that are taken for digits (I, L, O) and U are not used.
/// </summary>
static class CheckupCode
{
    /// <summary>Of this layout. What follows it may change only with it.</summary>
    const int Format = 1;

    const int DataDigits = 14;

    const int Digits = 16;

    const int BitsOfDigit = 5;

    /// <summary>
    /// The largest prime below 32². One wrong digit changes the number by less than 32 times a power of 32, and two
    /// neighbours in the wrong order by less than 32 times 31 times one: never by a multiple of it.
    /// </summary>
    const int CheckPrime = 1021;

    /// <summary>Crockford's base 32.</summary>
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A fact and its bits. A number that is larger than fits is the largest that does.</summary>
    /// <param name="Count">How many values there are.</param>
    sealed record Field(int Bits, Func<Checkup, int> Get, Func<Checkup, int, Checkup> With, int Count)
    {
        public Field(int bits, Func<Checkup, int> get, Func<Checkup, int, Checkup> with) : this(bits, get, with, 1 << bits)
        {
        }

        public int Fit(Checkup checkup) => Math.Clamp(Get(checkup), 0, Count - 1);
    }

    /// <summary>67 bits behind the three of <see cref="Format"/>.</summary>
    static readonly ImmutableArray<Field> Fields =
    [
        new(4, c => c.Major, (c, v) => c with { Major = v }),
        new(5, c => c.Minor, (c, v) => c with { Minor = v }),
        new(5, c => c.Patch, (c, v) => c with { Patch = v }),
        new(1, c => c.IsNative ? 1 : 0, (c, v) => c with { IsNative = v == 1 }),
        new(2, c => (int)c.System, (c, v) => c with { System = (OperatingKind)v }, Enum.GetValues<OperatingKind>().Length),
        new(2, c => (int)c.Processor, (c, v) => c with { Processor = (ProcessorKind)v }, Enum.GetValues<ProcessorKind>().Length),
        new(2, c => (int)c.Terminal, (c, v) => c with { Terminal = (TerminalKind)v }, Enum.GetValues<TerminalKind>().Length),
        new(10, c => c.Columns, (c, v) => c with { Columns = v }),
        new(8, c => c.Rows, (c, v) => c with { Rows = v }),
        new(3, c => (int)c.Colours, (c, v) => c with { Colours = (ColourDepth)v }, Enum.GetValues<ColourDepth>().Length),
        new(1, c => c.AreColoursRefused ? 1 : 0, (c, v) => c with { AreColoursRefused = v == 1 }),
        new(1, c => c.IsUtf8 ? 1 : 0, (c, v) => c with { IsUtf8 = v == 1 }),
        new(1, c => c.HasPlainFont ? 1 : 0, (c, v) => c with { HasPlainFont = v == 1 }),
        new(2, c => (int)c.Between, (c, v) => c with { Between = (Multiplexer)v }, Enum.GetValues<Multiplexer>().Length),
        new(3, c => (int)c.Data, (c, v) => c with { Data = (DataState)v }, Enum.GetValues<DataState>().Length),
        new(1, c => c.HasPack ? 1 : 0, (c, v) => c with { HasPack = v == 1 }),
        new(9, c => c.Levels, (c, v) => c with { Levels = v }),
        new(7, c => c.BrokenLevels, (c, v) => c with { BrokenLevels = v }),
    ];

    /// <summary>In groups of four: <c>4042-0G50-AC3B-8C0E</c>.</summary>
    public static string Write(Checkup checkup)
    {
        ArgumentNullException.ThrowIfNull(checkup);
        var number = Fields.Aggregate((UInt128)Format, (all, field) => (all << field.Bits) | (uint)field.Fit(checkup));
        var all = (number << (2 * BitsOfDigit)) | (number % CheckPrime);
        var code = new StringBuilder();
        for (var digit = Digits - 1; digit >= 0; digit--)
        {
            code.Append(Alphabet[(int)((all >> (digit * BitsOfDigit)) & 31)]).Append(digit % 4 == 0 && digit > 0 ? "-" : "");
        }

        return code.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote, as people copy it: lower case, without hyphens, O for 0; or says why not.</summary>
    public static (Checkup? Checkup, string? Problem) Read(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var all = UInt128.Zero;
        var count = 0;
        foreach (var typed in code.Where(c => c != '-' && !char.IsWhiteSpace(c)))
        {
            var digit = Alphabet.IndexOf(AsMeant(typed), StringComparison.Ordinal);
            if (digit < 0)
            {
                return (null, $"no code has '{typed}' in it");
            }

            count++;
            all = count <= Digits ? (all << BitsOfDigit) | (uint)digit : all;
        }

        if (count != Digits)
        {
            return (null, string.Create(CultureInfo.InvariantCulture, $"a code has {Digits} letters and digits, and this has {count}"));
        }

        var number = all >> (2 * BitsOfDigit);
        if (number % CheckPrime != (all & ((1 << (2 * BitsOfDigit)) - 1)))
        {
            return (null, "one of its letters or digits is not right");
        }

        return Unpack(number);
    }

    static (Checkup? Checkup, string? Problem) Unpack(UInt128 number)
    {
        var left = DataDigits * BitsOfDigit;
        int Take(int bits)
        {
            left -= bits;
            return (int)((number >> left) & ((UInt128.One << bits) - 1));
        }

        var isKnown = Take(3) == Format;
        var checkup = new Checkup();
        foreach (var field in Fields)
        {
            var value = Take(field.Bits);
            isKnown &= value < field.Count;
            checkup = field.With(checkup, value);
        }

        return isKnown ? (checkup, null) : (null, "another version of tutor wrote this code, and this one cannot read it");
    }

    static char AsMeant(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var other => other,
    };
}
