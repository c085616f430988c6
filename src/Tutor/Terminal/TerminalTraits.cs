using System.Collections.Immutable;
using Tutor.Game.Drawing;

namespace Tutor.Terminal;

/// <summary>What a terminal is known to show before it was asked: what the environment says.</summary>
/// <param name="Depth">Colours that are safe to send.</param>
/// <param name="IsAscii">Its characters are not known to be UTF-8, or its font has little else than letters.</param>
/// <param name="Questions">What it may be asked without showing the question as text.</param>
sealed record TerminalTraits(ColourDepth Depth, bool IsAscii, Questions Questions)
{
    /// <summary>The first row whose beginning TERM has.</summary>
    static readonly ImmutableArray<(string Term, ColourDepth? Depth, bool IsAscii, Questions Questions)> Rows =
    [
        ("linux", ColourDepth.Console, true, Questions.None),
        ("vt", ColourDepth.None, true, Questions.None),
        // GNU screen, and old tmux, hand a device control string through to the terminal outside.
        ("screen", null, false, Questions.Background),
        ("xterm-kitty", ColourDepth.True, false, Questions.All),
        ("foot", ColourDepth.True, false, Questions.All),
        ("alacritty", ColourDepth.True, false, Questions.All),
        ("wezterm", ColourDepth.True, false, Questions.All),
        ("xterm-ghostty", ColourDepth.True, false, Questions.All),
        ("", null, false, Questions.All),
    ];

    public static TerminalTraits Of(Func<string, string?> environment)
    {
        var term = environment("TERM") ?? "";
        var row = Rows.First(r => term.StartsWith(r.Term, StringComparison.Ordinal));
        return new TerminalTraits(DepthOf(environment, term, row.Depth), row.IsAscii || !IsUtf8(environment), row.Questions);
    }

    static ColourDepth DepthOf(Func<string, string?> environment, string term, ColourDepth? known)
    {
        if (!string.IsNullOrEmpty(environment("NO_COLOR")))
        {
            return ColourDepth.None;
        }

        if (environment("COLORTERM") is "truecolor" or "24bit" || term.EndsWith("-direct", StringComparison.Ordinal))
        {
            return ColourDepth.True;
        }

        return known ?? (term.Contains("256color", StringComparison.Ordinal) ? ColourDepth.TwoFiftySix : ColourDepth.Sixteen);
    }

    /// <summary>The first of these that is not empty decides; without any it is C's own ASCII.</summary>
    static readonly string[] Locales = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>Whether the locale says that what is written is UTF-8.</summary>
    public static bool IsUtf8(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        var locale = Locales.Select(environment).FirstOrDefault(l => !string.IsNullOrEmpty(l)) ?? "";
        return locale.Replace("-", "", StringComparison.Ordinal).Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>Questions to a terminal.</summary>
[Flags]
enum Questions : byte
{
    None = 0,

    /// <summary>Its background (OSC 11), and whether it has kitty's keyboard.</summary>
    Background = 1,

    /// <summary>What it makes of a true colour (DECRQSS).</summary>
    Colour = 2,

    All = Background | Colour,
}
