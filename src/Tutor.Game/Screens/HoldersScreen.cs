using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>Who holds a page of the sandbox: every kind of holder with its number, which can be changed; below, the card that comes of it.</summary>
/// <param name="done">The memory was changed, and this screen is gone.</param>
sealed class HoldersScreen(Sandbox sandbox, int page, Action done) : ListScreen
{
    string? _problem;
    bool _isChanged;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.ValueDone, KeyScope.Value, KeyScope.Everywhere];

    public override string Name => "Who holds this page";

    public override bool DimsBelow => true;

    protected override int Count => MemoryWords.Holders.Length;

    PageState State => sandbox.Sitting.Map.StateAt(page);

    public override void Draw(Grid grid)
    {
        // The card below changes with every key: the frame does not.
        const int cardRows = 22;
        var inside = grid.PopupBox(76, Count + cardRows, $"{Name}: {State.Kind}, page +{page}");
        List = inside with { Height = Math.Min(Count, inside.Height) };
        DrawRows(grid, [.. MemoryWords.Holders.Select((row, i) => (LineOf(row.Value, i == Selected), (int?)i))]);
        grid.Put(inside.X, List.Bottom, "Left is one less, Right one more; PageUp is 100 less, PageDown 100 more.", Ink.Muted, limit: inside.Width - 1);
        var below = new Area(inside.X, List.Bottom + 1, inside.Width - 1, Math.Max(0, inside.Bottom - List.Bottom - 1));
        List<Line> lines =
        [
            .. _problem is { } problem ? Wrapping.Wrap(problem, below.Width, Ink.Warning) : [],
            .. PageCard.Lines(sandbox.Sitting.Map, page, VerdictHere, sandbox.Sitting.Latest?.Predicate, sandbox.Sitting.Control, below.Width),
        ];
        grid.Put(below, lines);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        var holder = MemoryWords.Holders[Selected].Value;
        switch (command)
        {
            case Command.Left or Command.Right:
                Change(holder, command == Command.Left ? -1 : 1);
                return true;
            case Command.PageUp or Command.PageDown:
                Change(holder, command == Command.PageUp ? -100 : 100);
                return true;
            case Command.Confirm or Command.Back:
                Game.Close();
                if (_isChanged)
                {
                    done();
                }

                return true;
            default:
                return base.Do(command);
        }
    }

    protected override int? ItemAt(int row) => row < Count ? row : null;

    PageVerdict VerdictHere => sandbox.Sitting.DrawnRun is { } run ? run.Result.Verdicts[page] : PageVerdict.NeverCandidate;

    int CountOf(HolderKind holder) => State.Holders.Items.Where(h => h.Kind == holder).Sum(h => h.Count);

    void Change(HolderKind holder, int by)
    {
        var count = CountOf(holder);
        var next = Math.Clamp(count + by, 0, Most(holder));
        if (next != count)
        {
            _problem = sandbox.Hold(page, holder, next);
            _isChanged |= _problem is null;
        }
    }

    /// <summary>How many holders of a kind a page can have: one cache, one batch, one owner and private data once; of others any number.</summary>
    static int Most(HolderKind holder) => holder switch
    {
        HolderKind.PageCache or HolderKind.SwapCache or HolderKind.Private or HolderKind.Private2 or HolderKind.LruBatch or HolderKind.Owner => 1,
        HolderKind.Mapping or HolderKind.Pin or HolderKind.Get or HolderKind.Unknown => 10_000,
    };

    Line LineOf(HolderKind holder, bool isSelected)
    {
        var count = CountOf(holder);
        return Line.Of(new Run(isSelected ? "< " : "  ", Ink.Key), new Run(TextColumns.Pad(Words.Count(count), 6, right: true), count > 0 ? Ink.Strong : Ink.Muted, CellStyle.Bold),
            new Run(isSelected ? " > " : "   ", Ink.Key), new Run(Words.Holder(new ReferenceHolder(holder, Cpu: BatchCpu.Other)), count > 0 ? Ink.Text : Ink.Muted))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
