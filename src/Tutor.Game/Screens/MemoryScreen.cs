using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>What the memory of the sandbox is made of, line by line; it is built when this screen is left.</summary>
/// <param name="apply">Takes the changed draft, when this screen is gone.</param>
sealed class MemoryScreen(Sandbox sandbox, Action<LevelDraft> apply) : ListScreen
{
    const int LabelColumns = 22;
    LevelDraft _draft = sandbox.Draft;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Value, KeyScope.Everywhere];

    public override string Name => "The memory";

    public override bool DimsBelow => true;

    protected override int Count => Rows.Length;

    /// <summary>A line: what it is, its value, what more or less of it gives, and the list to choose from.</summary>
    sealed record Setting(string Label, string Value, Func<int, LevelDraft>? Change = null, Action? Choose = null);

    ImmutableArray<Setting> Rows =>
    [
        new("take the memory of", "a level, a recording, or plain memory", Choose: ChooseRecipe),
        .. _draft.Recipe is { } recipe ? RecipeRows(recipe) : [new Setting("recorded map", _draft.Recorded ?? "")],
        .. RunRows(),
    ];

    public override void Draw(Grid grid)
    {
        const int problemRows = 2;
        var rows = Rows;
        var width = grid.PopupWidth(76);
        var height = Math.Min(grid.Height - 2, rows.Length + problemRows + 3);
        var inside = grid.Box(new Area((grid.Width - width) / 2, Math.Max(0, (grid.Height - 2 - height) / 2), width, height), Name, isActive: true);
        List = new Area(inside.X + 1, inside.Y, inside.Width - 2, inside.Height - problemRows);
        DrawRows(grid, [.. rows.Select((row, i) => (LineOf(row, i == Selected), (int?)i))]);
        var problem = sandbox.WrongWith(_draft);
        grid.Put(new Area(List.X, inside.Bottom - problemRows, List.Width, problemRows), Wrapping.Wrap(
            problem ?? "Left and Right change a line, Enter opens its list. Esc builds it.", List.Width, problem is null ? Ink.Muted : Ink.Warning));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        var row = Rows[Math.Min(Selected, Count - 1)];
        switch (command)
        {
            case Command.Left or Command.Right or Command.PageUp or Command.PageDown:
                Change(row, command switch { Command.Left => -1, Command.Right => 1, Command.PageUp => -10, _ => 10 });
                return true;
            case Command.Confirm when row.Choose is { } choose:
                choose();
                return true;
            case Command.Confirm or Command.Back:
                Game.Close();
                if (_draft != sandbox.Draft)
                {
                    apply(_draft);
                }

                return true;
            default:
                return base.Do(command);
        }
    }

    protected override int? ItemAt(int row) => row < Count ? row : null;

    void Change(Setting row, int by)
    {
        if (row.Change is { } change)
        {
            _draft = change(by);
            Select(Math.Min(Selected, Count - 1));
        }
    }

    IEnumerable<Setting> RecipeRows(MapRecipe recipe)
    {
        yield return new("pages", Words.Count(recipe.Pages), by => _draft.Sized(by < 0 ? Math.Max(64, recipe.Pages / 2) : recipe.Pages * 2));
        yield return new("seed", _draft.Seed.ToString(CultureInfo.InvariantCulture), by => _draft with { Seed = (ulong)Math.Max(0, (long)_draft.Seed + by) });
        yield return new("pages of a kind in a row", $"{recipe.Layout.LeastRun} to {recipe.Layout.MostRun}", by => _draft with { Recipe = recipe with { Layout = Layout(recipe.Layout, by) } });
        foreach (var (kind, weight) in recipe.Mix)
        {
            yield return new($"  {kind}", $"{weight} parts", by => _draft.Weigh(kind, weight + by));
        }

        yield return new("  add a kind", "Enter", Choose: () => Game.Open(new FindScreen("Which kind of page is added?", [.. sandbox.Kinds.Select(k => (k.Name, k.About ?? ""))], kind => _draft = _draft.Weigh(kind, 10))));
        if (!recipe.Over.IsEmpty)
        {
            yield return new("painted", $"{Words.Places(recipe.Over.Length)}: Left clears them", by => by > 0 ? _draft : _draft with { Recipe = recipe with { Over = [] } });
        }

        if (!recipe.Set.IsEmpty || !recipe.Regions.IsEmpty)
        {
            yield return new("placed by its level", $"{Words.Places(recipe.Set.Length + recipe.Regions.Length)}: Left clears them",
                by => by > 0 ? _draft : _draft with { Recipe = recipe with { Set = [], Regions = [] } });
        }
    }

    IEnumerable<Setting> RunRows()
    {
        var run = _draft.Run;
        yield return new("who compacts", LevelDraftWriter.TriggerWord(run.Trigger), by => _draft.With(Next(run.Trigger, by), run.Control.Release));
        yield return new("release", $"Linux {run.Control.Release.Word()}", by => _draft.With(run.Trigger, Next(run.Control.Release, by)));
        yield return new("passes", Words.Count(run.Passes), by => _draft with { Run = run with { Passes = Math.Clamp(run.Passes + by, 1, 100) } });
        yield return new("scanners", run.Scanners == ScannerSet.Both ? "both: free pages can run out" : "migrate: free pages are plentiful",
            _ => _draft with { Run = run with { Scanners = run.Scanners == ScannerSet.Both ? ScannerSet.Migrate : ScannerSet.Both } });
    }

    /// <summary>The next value of an enum, or the one before, round.</summary>
    static T Next<T>(T value, int by) where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[((Array.IndexOf(all, value) + Math.Sign(by)) + all.Length) % all.Length];
    }

    static MapLayout Layout(MapLayout layout, int by) => by < 0
        ? new MapLayout(Math.Max(1, layout.LeastRun / 2), Math.Max(1, layout.MostRun / 2))
        : new MapLayout(Math.Min(512, layout.LeastRun * 2), Math.Min(4096, layout.MostRun * 2));

    void ChooseRecipe()
    {
        const string plain = "plain memory";
        Game.Open(new FindScreen("Whose memory is taken?",
            [(plain, "Memory in everyday proportions."), .. sandbox.Recipes.Select(e => (e.Id, $"{e.Title} ({e.ChapterTitle}){(e.Level!.Maps[0].Recorded is null ? "" : ": a recorded map")}"))],
            id => _draft = id == plain ? LevelDraft.Plain(sandbox.PackKinds) : LevelDraft.Of(sandbox.Recipes.First(e => e.Id == id).Level!, sandbox.PackKinds)));
    }

    static Line LineOf(Setting row, bool isSelected)
    {
        var canChange = row.Change is not null || row.Choose is not null;
        return Line.Of(new Run(TextColumns.Pad(row.Label, LabelColumns), isSelected ? Ink.Strong : Ink.Text),
            new Run(isSelected && row.Change is not null ? "< " : "  ", Ink.Key), new Run(row.Value, canChange ? Ink.Strong : Ink.Muted), new Run(isSelected && row.Change is not null ? " >" : "", Ink.Key))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
