using Tutor.Game.Doctor;
using Tutor.Game.Drawing;
using Xunit;

namespace Tutor.Game.Tests.Doctor;

public sealed class CheckupLineTests
{
    static readonly Checkup Well = new()
    {
        Major = 1, Terminal = TerminalKind.Screen, Columns = 80, Rows = 24, Colours = ColourDepth.TwoFiftySix, IsUtf8 = true, HasPack = true, Levels = 48,
    };

    [Fact]
    public void Where_all_is_well_nothing_is_to_be_done() =>
        Assert.All(CheckupLine.All(Well), l => Assert.Equal((Health.Well, null), (l.Health, l.Cure)));

    [Fact]
    public void Whatever_is_wrong_has_a_cure() =>
        Assert.All(Troubles.SelectMany(t => CheckupLine.All(t.Checkup)), l => Assert.Equal(l.Health is Health.Limited or Health.Ill, l.Cure is not null));

    [Fact]
    public void Each_trouble_is_found_in_its_line() =>
        Assert.All(Troubles, t => Assert.Equal((t.Subject, t.Health), CheckupLine.All(t.Checkup).Where(l => l.Health is not (Health.Well or Health.Unknown)).Select(l => (l.Subject, l.Health)).Single()));

    [Fact]
    public void Without_a_terminal_nothing_is_said_of_it() =>
        Assert.Equal(["size", "colours", "keys"], CheckupLine.All(Well with { Terminal = TerminalKind.None }).Where(l => l.Health == Health.Unknown).Select(l => l.Subject));

    [Fact]
    public void Every_line_fits_in_three_rows_of_a_terminal() =>
        Assert.All(Troubles.SelectMany(t => CheckupLine.All(t.Checkup)), l => Assert.InRange(l.Words.Length, 1, 150));

    static (Checkup Checkup, string Subject, Health Health)[] Troubles =>
    [
        (Well with { Terminal = TerminalKind.None, Columns = 0, Rows = 0 }, "terminal", Health.Ill),
        (Well with { Terminal = TerminalKind.Dumb }, "terminal", Health.Limited),
        (Well with { Columns = 59 }, "size", Health.Ill),
        (Well with { Rows = 19 }, "size", Health.Ill),
        (Well with { Columns = 79 }, "size", Health.Limited),
        (Well with { IsUtf8 = false }, "locale", Health.Limited),
        .. Enum.GetValues<DataState>().Where(s => s != DataState.Kept).Select(s => (Well with { Data = s }, "progress", Health.Ill)),
        (Well with { HasPack = false, Levels = 0 }, "levels", Health.Ill),
        (Well with { BrokenLevels = 1 }, "levels", Health.Limited),
    ];
}
