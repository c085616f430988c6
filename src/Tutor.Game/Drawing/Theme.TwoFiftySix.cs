using System.Collections.Immutable;
using Tutor.Game.Reading;

namespace Tutor.Game.Drawing;

/// <content>In xterm's 256 colours.</content>
sealed partial class Theme
{
    /// <summary>Looked for once: first what lies under the text, then inks that can be read on all of it.</summary>
    readonly Lazy<(ImmutableArray<int> Inks, ImmutableArray<int> Papers)> _twoFiftySix;

    Theme(string id, string title)
    {
        (Id, Title) = (id, title);
        _twoFiftySix = new(Find256);
    }

    /// <summary>The number of an ink.</summary>
    public int TwoFiftySix(Ink ink) => _twoFiftySix.Value.Inks[(int)ink];

    /// <summary>The number of a paper.</summary>
    public int TwoFiftySix(Paper paper) => _twoFiftySix.Value.Papers[(int)paper];

    /// <summary>The number of what lies under an ink's letter in a picture.</summary>
    public int Block256(Ink ink) => Palette256.Block(Palette256.Rgb(TwoFiftySix(ink)), Dimmed(ink, Paper.Code));

    /// <summary>What an ink needs on every paper that it stands on: frames, and pages that nobody decides on, recede, and their letters say the same.</summary>
    public static double LeastContrast(Ink ink) => ink is Ink.Border or Ink.Passive or Ink.Free ? Contrast.Mark : Contrast.Text;

    /// <summary>Frames stand on no bar.</summary>
    public static bool StandsOn(Ink ink, Paper paper) => ink != Ink.Border || !IsBar(paper);

    (ImmutableArray<int>, ImmutableArray<int>) Find256()
    {
        ImmutableArray<int> papers = [.. Enum.GetValues<Paper>().Select(paper => Palette256.Nearest(this[paper], shown =>
            Enum.GetValues<Ink>().All(ink => !StandsOn(ink, paper) || Contrast.Ratio(this[ink], shown) >= LeastContrast(ink))))];
        ImmutableArray<int> inks = [.. Enum.GetValues<Ink>().Select(ink => Palette256.Nearest(this[ink], shown =>
            Enum.GetValues<Paper>().All(paper => !StandsOn(ink, paper) || Contrast.Ratio(shown, Palette256.Rgb(papers[(int)paper])) >= LeastContrast(ink))))];
        return (inks, papers);
    }
}
