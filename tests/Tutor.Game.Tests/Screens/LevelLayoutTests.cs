using CsCheck;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class LevelLayoutTests
{
    [Fact]
    public void Every_pane_has_room_at_every_size_and_for_every_text() =>
        Gen.Select(Gen.Int[ScreenStack.NarrowestWidth, 250], Gen.Int[ScreenStack.LowestHeight, 90], Gen.Int[0, 120], Gen.Int[0, 120], Gen.Int[0, 30], Gen.Bool, Gen.Bool)
            .Sample((width, height, answer, brief, score, isCoached, hasDoc) =>
            {
                var layout = LevelLayout.For(width, height, answer, brief, score, isCoached, hasDoc);
                var panes = new[] { layout.Brief, layout.Map, layout.Answer, layout.Score, layout.Card };
                return panes.All(p => p.Height >= 3 && p.Width >= 3 && p.Right <= width && p.Bottom <= height - 1)
                    && (layout.Doc.Height == 0 || layout.Doc.Height >= 3)
                    && layout.Answer.Bottom == height - 1 && layout.Card.Bottom == height - 1;
            });
}
