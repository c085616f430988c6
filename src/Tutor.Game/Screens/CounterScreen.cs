using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>The smallest counter-example: one page for each way in which the predicate is wrong.</summary>
/// <param name="scope">What the player may write: a difference in it is shown first.</param>
/// <param name="goTo">Goes to a page of a map that the player sees.</param>
sealed class CounterScreen(CounterExample example, Predicate predicate, PredicateScope scope, Action<CounterPage> goTo) : ListScreen
{
    public override IEnumerable<KeyScope> Scopes => [KeyScope.Counter, KeyScope.Everywhere];

    public override string Name => "The smallest counter-example";

    protected override int Count => example.Pages.Length;

    CounterPage Page => example.Pages[Selected];

    public override void Draw(Grid grid)
    {
        var about = CounterText.About(Page, predicate, scope, grid.PopupText(84));
        var inside = grid.PopupBox(84, example.Pages.Length + about.Count + 3, Name, PopupPlace.Bottom);
        List = inside with { Height = Math.Min(example.Pages.Length, inside.Height) };
        grid.Put(List, [.. example.Pages.Select((p, i) => CounterText.Row(p, inside.Width - 1, i == Selected))]);
        var top = List.Bottom + 1;
        grid.Put(new Area(inside.X, top, inside.Width - 1, Math.Max(0, inside.Bottom - top)), about);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Card:
                OpenCard(Page.Page);
                return true;
            case Command.OtherPage:
                if (Page.Twin is { } twin)
                {
                    OpenCard(twin);
                }

                return true;
            case Command.Confirm:
                goTo(Page);
                Game.Close();
                return true;
            default:
                return base.Do(command);
        }
    }

    protected override int? ItemAt(int row) => row < Count ? row : null;

    void OpenCard(int page) => Game.Open(CardScreen.Of(Page.Run, page, predicate));
}
