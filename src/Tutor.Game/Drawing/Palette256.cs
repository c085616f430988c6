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
