using System.Collections.Concurrent;
using System.Text;
using Tutor.Game.Text;

namespace Tutor.Game.Drawing;

/// <summary>
/// A character as a reader counts them, in 32 bits: up to two UTF-16 units as they are, the first in the lower half; 0 is
/// none. Longer ones, such as flags, are numbered as they come.
/// </summary>
/// <remarks>
/// The table of longer ones is the one static here that changes: cells of any two pictures must be comparable. It only
/// grows, and up to a bound.
/// </remarks>
static class GlyphBits
{
    /// <summary>No character is U+FFFF: as the second unit it says that the first is a number.</summary>
    const uint Numbered = 0xffff_0000;

    const int MostNumbered = 1 << 16;

    static readonly ConcurrentDictionary<string, uint> Numbers = new(StringComparer.Ordinal);
    static readonly ConcurrentDictionary<uint, string> Longer = [];
    static readonly Lock Numbering = new();

    public static uint Of(string glyph) => glyph.Length == 1 ? glyph[0] : OfOther(glyph);

    static uint OfOther(string glyph) => glyph.Length switch
    {
        0 => 0,
        2 when glyph[1] != '\uffff' => glyph[0] | (uint)glyph[1] << 16,
        _ => Numbers.TryGetValue(glyph, out var number) ? number : Number(glyph),
    };

    public static string TextOf(uint bits)
    {
        if (bits >= Numbered)
        {
            return Longer[bits];
        }

        var (first, second) = ((char)bits, (char)(bits >> 16));
        return second != 0 ? string.Create(2, (first, second), static (span, units) => (span[0], span[1]) = units)
            : first == 0 ? "" : TextColumns.Letter(first);
    }

    public static char FirstOf(uint bits) => bits >= Numbered ? Longer[bits][0] : (char)bits;

    public static void Append(StringBuilder text, uint bits)
    {
        if (bits >= Numbered)
        {
            text.Append(Longer[bits]);
        }
        else if (bits != 0)
        {
            text.Append((char)bits);
            if (bits >> 16 is not 0 and var second)
            {
                text.Append((char)second);
            }
        }
    }

    static uint Number(string glyph)
    {
        lock (Numbering)
        {
            if (Numbers.TryGetValue(glyph, out var known))
            {
                return known;
            }

            // The table is full: a further character is shown as a dot.
            if (Numbers.Count == MostNumbered)
            {
                return '\u00b7';
            }

            var number = Numbered | (uint)Numbers.Count;
            Longer[number] = glyph;
            Numbers[glyph] = number;
            return number;
        }
    }
}
