namespace Tutor.Game.Drawing;

/// <summary>
/// A colour as the eye orders them: Björn Ottosson's Oklab (2020), in which equal distances look equal, and lightness,
/// strength and hue can be told apart.
/// </summary>
/// <param name="Lightness">0 for black, 1 for white.</param>
/// <param name="A">From green to red.</param>
/// <param name="B">From blue to yellow.</param>
readonly record struct Oklab(double Lightness, double A, double B)
{
    /// <summary>Below this a colour is a grey with a tint.</summary>
    public const double LeastChroma = 0.03;

    /// <summary>How strong the colour is: 0 for greys, about 0.3 for the strongest of a screen.</summary>
    public double Chroma => Math.Sqrt(A * A + B * B);

    /// <param name="rgb">Red, green, blue in the lower 24 bits.</param>
    public static Oklab Of(int rgb)
    {
        var (red, green, blue) = (Contrast.Linear(rgb >> 16 & 255), Contrast.Linear(rgb >> 8 & 255), Contrast.Linear(rgb & 255));
        var l = Math.Cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        var m = Math.Cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        var s = Math.Cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return new Oklab(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// <summary>How far two hues are apart, in degrees, 0 to 180; greys have none, and are 0 from everything.</summary>
    public double HueFrom(Oklab other)
    {
        var turned = Math.Abs(Math.Atan2(B, A) - Math.Atan2(other.B, other.A)) * 180 / Math.PI;
        return Chroma < LeastChroma || other.Chroma < LeastChroma ? 0 : Math.Min(turned, 360 - turned);
    }

    /// <summary>How far two colours are apart, squared; another hue weighs more than another lightness.</summary>
    public double Distance(Oklab other)
    {
        var (lightness, chroma) = (Lightness - other.Lightness, Chroma - other.Chroma);
        var hue = (A - other.A) * (A - other.A) + (B - other.B) * (B - other.B) - chroma * chroma;
        return lightness * lightness + chroma * chroma + 4 * hue;
    }
}
