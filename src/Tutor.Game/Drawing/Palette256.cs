namespace Tutor.Game.Drawing;

/// <summary>xterm's 256 colours, without the first 16, which are what the player made of them.</summary>
static class Palette256
{
    const int FirstOfCube = 16;

    const int FirstGrey = 232;

    /// <summary>Degrees by which a colour may turn: further, and it has another name.</summary>
    const double MostTurned = 30;

    /// <summary>Dark colours are few: orange lies on red, and cyan on blue.</summary>
    const double MostTurnedBelow = 45;

    static ReadOnlySpan<byte> Levels => [0, 95, 135, 175, 215, 255];

    static readonly Oklab[] Labs = [.. Enumerable.Range(FirstOfCube, 256 - FirstOfCube).Select(i => Oklab.Of(Rgb(i)))];

    /// <summary>
    /// The number of the colour nearest to one of red, green, blue. What has a hue keeps it, though the palette's dark
    /// and pale colours are so far apart that a grey would be nearer.
    /// </summary>
    /// <param name="rgb">Red, green, blue in the lower 24 bits.</param>
    /// <param name="isFit">Of red, green, blue: whether the colour would do; where none does, the nearest of all is taken.</param>
    public static int Nearest(int rgb, Func<int, bool>? isFit = null)
    {
        var wanted = Oklab.Of(rgb);
        bool KeepsHue(Oklab lab) => wanted.Chroma < Oklab.LeastChroma || (lab.Chroma >= 0.6 * wanted.Chroma && lab.HueFrom(wanted) <= MostTurned);
        return Nearest(wanted, (lab, shown) => KeepsHue(lab) && isFit?.Invoke(shown) != false)
            ?? Nearest(wanted, (lab, _) => KeepsHue(lab)) ?? Nearest(wanted, (_, _) => true)!.Value;
    }

    /// <summary>
    /// The number of a colour to lie under a letter of the same hue: dark enough, or pale enough, that the letter can be
    /// read, and never a grey.
    /// </summary>
    /// <param name="letter">Red, green, blue of the letter, as it is shown.</param>
    /// <param name="under">What should lie there.</param>
    public static int Block(int letter, int under)
    {
        var wanted = Vivid(Oklab.Of(under), Oklab.Of(letter));
        return Nearest(wanted, (lab, shown) => lab.Chroma >= Oklab.LeastChroma && lab.HueFrom(wanted) <= MostTurnedBelow && Contrast.Ratio(letter, shown) >= Contrast.Text)
            ?? Nearest(wanted, (lab, shown) => lab.Chroma >= Oklab.LeastChroma && Contrast.Ratio(letter, shown) >= Contrast.Text)
            ?? Nearest(wanted, (_, shown) => Contrast.Ratio(letter, shown) >= Contrast.Text)!.Value;
    }

    /// <summary>As light as what should lie there, of the letter's hue, and as strong as the dark colours of the palette are.</summary>
    static Oklab Vivid(Oklab under, Oklab letter)
    {
        const double strength = 0.08;
        var chroma = Math.Max(letter.Chroma, 0.001);
        return new Oklab(under.Lightness, letter.A * strength / chroma, letter.B * strength / chroma);
    }

    static int? Nearest(Oklab wanted, Func<Oklab, int, bool> isFit)
    {
        var (best, nearest) = ((int?)null, double.MaxValue);
        for (var i = 0; i < Labs.Length; i++)
        {
            var far = Labs[i].Distance(wanted);
            if (far < nearest && isFit(Labs[i], Rgb(FirstOfCube + i)))
            {
                (best, nearest) = (FirstOfCube + i, far);
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
}
