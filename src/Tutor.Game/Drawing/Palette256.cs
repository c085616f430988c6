namespace Tutor.Game.Drawing;

/// <summary>xterm's 256 colours, without the first 16, which are what the player made of them.</summary>
static class Palette256
{
    const int FirstOfCube = 16;

    const int FirstGrey = 232;

    static ReadOnlySpan<byte> Levels => [0, 95, 135, 175, 215, 255];

    /// <summary>The number of the colour nearest to one of red, green, blue.</summary>
    public static int Nearest(int rgb)
    {
        var (best, nearest) = (FirstOfCube, long.MaxValue);
        for (var i = FirstOfCube; i < 256; i++)
        {
            var far = Distance(rgb, Rgb(i));
            if (far < nearest)
            {
                (best, nearest) = (i, far);
            }
        }

        return best;
    }

    /// <summary>
    /// The number of a colour to lie under a letter: the nearest with a hue, since the palette's dark colours are far
    /// apart and a grey would be nearer, on which the letter can be read.
    /// </summary>
    /// <param name="ink">Of the letter.</param>
    /// <param name="under">What should lie there.</param>
    public static int Block(int ink, int under)
    {
        var (letter, vivid) = (Rgb(Nearest(ink)), Vivid(under));
        var (best, nearest) = (FirstOfCube, long.MaxValue);
        for (var i = FirstOfCube; i < FirstGrey; i++)
        {
            var rgb = Rgb(i);
            var isGrey = (rgb >> 16 & 255) == (rgb >> 8 & 255) && (rgb >> 8 & 255) == (rgb & 255);
            if (!isGrey && Contrast.Ratio(letter, rgb) >= Contrast.Text && Distance(vivid, rgb) < nearest)
            {
                (best, nearest) = (i, Distance(vivid, rgb));
            }
        }

        return best;
    }

    /// <summary>Three times as far from grey.</summary>
    static int Vivid(int rgb)
    {
        var grey = ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3;
        int Channel(int shift) => Math.Clamp(grey + 3 * ((rgb >> shift & 255) - grey), 0, 255) << shift;
        return Channel(16) | Channel(8) | Channel(0);
    }

    /// <summary>What colour a number from 16 to 255 is.</summary>
    public static int Rgb(int number)
    {
        if (number >= FirstGrey)
        {
            var grey = 8 + 10 * (number - FirstGrey);
            return grey << 16 | grey << 8 | grey;
        }

        var cube = number - FirstOfCube;
        return Levels[cube / 36] << 16 | Levels[cube / 6 % 6] << 8 | Levels[cube % 6];
    }

    /// <summary>The eye sees green best, and red better than blue.</summary>
    static long Distance(int a, int b)
    {
        long Square(int shift) => (long)((a >> shift & 255) - (b >> shift & 255)) * ((a >> shift & 255) - (b >> shift & 255));
        return 3 * Square(16) + 6 * Square(8) + Square(0);
    }
}
