namespace Tutor.Game.Drawing;

/// <summary>How well one colour is read on another: the contrast ratio of WCAG 2.</summary>
static class Contrast
{
    /// <summary>What text needs (AA).</summary>
    public const double Text = 4.5;

    /// <summary>What frames and other marks need (1.4.11 of the same).</summary>
    public const double Mark = 3;

    /// <summary>1 for equal colours, 21 for black on white; text needs 4.5.</summary>
    /// <param name="a">Red, green, blue in the lower 24 bits.</param>
    /// <param name="b">The other one; their order does not matter.</param>
    public static double Ratio(int a, int b)
    {
        var (la, lb) = (Luminance(a), Luminance(b));
        return (Math.Max(la, lb) + 0.05) / (Math.Min(la, lb) + 0.05);
    }

    /// <summary>Relative luminance, 0 to 1.</summary>
    public static double Luminance(int rgb) =>
        0.2126 * Linear(rgb >> 16 & 255) + 0.7152 * Linear(rgb >> 8 & 255) + 0.0722 * Linear(rgb & 255);

    /// <summary>How much light a channel of 0 to 255 is, 0 to 1.</summary>
    public static double Linear(int channel)
    {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
