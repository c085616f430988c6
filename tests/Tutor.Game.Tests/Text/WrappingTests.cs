using CsCheck;
using Tutor.Game.Reading;
using Xunit;

namespace Tutor.Game.Tests.Text;

public sealed class WrappingTests
{
    static readonly Gen<Run> AnyRun = Gen.Select(
        Gen.String[Gen.Char["ab_()  \n\t\u0301世🙂…"], 0, 20], Gen.Enum<Ink>(), Gen.Bool, Gen.Bool,
        (text, ink, isBold, isLink) => new Run(text, ink, isBold ? CellStyle.Bold : CellStyle.None, isLink ? "there.md" : null));

    [Fact]
    public void Lines_are_those_of_the_slow_twin() =>
        Gen.Select(AnyRun.Array[0, 6], Gen.Int[0, 24]).Sample((runs, width) =>
            Assert.Equal(SlowWrapping.Wrap(runs, width).Select(Told), Wrapping.Wrap(runs, width).Select(Told)));

    static string Told(Line line) => string.Join('|', line.Runs.Select(r => $"{r.Text}:{r.Ink}:{r.Style}:{r.Link}"));
}
