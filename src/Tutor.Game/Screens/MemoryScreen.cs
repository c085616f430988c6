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

/// <summary>The recipe of the sandbox's memory, line by line. The memory is built when the player asks for it; otherwise it stays as it was.</summary>
/// <param name="apply">Takes the changed draft, when this screen is gone.</param>
sealed class MemoryScreen(Sandbox sandbox, Action<LevelDraft> apply) : ListScreen
{
    const int LabelColumns = 26;

    /// <summary>More digits than any value has.</summary>
    const int MostDigits = 15;

    LevelDraft _draft = sandbox.Draft;

    /// <summary>What the player took over with a memory. It is shown until the next command.</summary>
    string? _said;

    /// <summary>The digits typed on the line, and the draft as it was before the first of them.</summary>
    (string Digits, LevelDraft Before)? _typed;

    public override IEnumerable<KeyScope> Scopes => [Row.Choose is not null ? KeyScope.ValueList : KeyScope.ValueBuild, KeyScope.Value, KeyScope.Everywhere];

    public override string Name => "The memory";

    public override bool DimsBelow => true;

    protected override int Count => Rows.Length;

    /// <summary>A line: what it is, its value, what more or less of it gives, the list to choose from, and what a number that is written gives.</summary>
    sealed record Setting(string Label, string Value, Func<int, LevelDraft>? Change = null, Action? Choose = null, Func<int, LevelDraft>? Write = null);

    Setting Row => Rows[Math.Min(Selected, Count - 1)];

    ImmutableArray<Setting> Rows =>
    [
        new("whose memory", TitleOf(_draft.TakenFrom), Choose: ChooseRecipe),
        .. _draft.Recipe is { } recipe ? RecipeRows(recipe) : [new Setting("recorded map", _draft.Recorded ?? "")],
        .. RunRows(),
        new("build this memory", ""),
    ];

    public override void Draw(Grid grid)
    {
        const int problemRows = 2;
        var rows = Rows;
        var inside = grid.PopupBox(76, rows.Length + problemRows + 3, Name);
        List = inside with { Height = inside.Height - problemRows };
        DrawRows(grid, [.. rows.Select((row, i) => (LineOf(row, i == Selected), (int?)i))]);
        var problem = sandbox.WrongWith(_draft);
        grid.Put(new Area(List.X, inside.Bottom - problemRows, List.Width - 1, problemRows), Wrapping.Wrap(
            problem ?? _said ?? Told(Row), List.Width - 1, problem is not null ? Ink.Warning : _said is not null ? Ink.Accent : Ink.Muted));
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        var row = Row;
        var before = _typed;
        (_said, _typed) = (null, null);
        switch (command)
        {
            case Command.Left or Command.Right or Command.PageUp or Command.PageDown:
                Change(row, command switch { Command.Left => -1, Command.Right => 1, Command.PageUp => -10, _ => 10 });
                return true;
            case Command.Backspace:
                if (before is var (digits, draft))
                {
                    Write(row, digits[..^1], draft);
                }

                return true;
            case Command.Confirm when row.Choose is { } choose:
                choose();
                return true;
            case Command.Confirm when sandbox.WrongWith(_draft) is null:
                Game.Close();
                if (_draft != sandbox.Draft)
                {
                    apply(_draft);
                }

                return true;
            case Command.Confirm:
                return true;
            case Command.Back:
                Game.Close();
                return true;
            default:
                return base.Do(command);
        }
    }

    /// <summary>Digits write the number of the line.</summary>
    public override bool Press(KeyPress key)
    {
        if (key.Text is not [>= '0' and <= '9'] || Row is not { Write: not null } row)
        {
            return false;
        }

        var (digits, before) = _typed ?? ("", _draft);
        Write(row, digits.Length < MostDigits ? digits + key.Text : digits, before);
        return true;
    }

    protected override int? ItemAt(int row) => row < Count ? row : null;

    static string Told(Setting row) => row switch
    {
        { Choose: not null } => "Enter opens the list of this line. Esc leaves the memory as it was.",
        { Write: not null } => "Left and Right change it, digits write it. Enter builds the memory, Esc leaves it as it was.",
        { Change: not null } => "Left and Right change it. Enter builds the memory, Esc leaves it as it was.",
        _ => "Enter builds the memory. Esc leaves it as it was.",
    };

    void Change(Setting row, int by)
    {
        if (row.Change is { } change)
        {
            _draft = change(by);
            Select(Math.Min(Selected, Count - 1));
        }
    }

    /// <summary>Sets the typed number on the draft as it was before the first digit. So a digit too few loses nothing that the next digit would bring back.</summary>
    void Write(Setting row, string digits, LevelDraft before)
    {
        _draft = before;
        if (digits.Length > 0)
        {
            _draft = row.Write!((int)Math.Min(int.MaxValue, long.Parse(digits, CultureInfo.InvariantCulture)));
            _typed = (digits, before);
        }
    }

    IEnumerable<Setting> RecipeRows(MapRecipe recipe)
    {
        yield return new("pages", Words.Count(recipe.Pages), by => _draft.Sized(by < 0 ? Math.Max(64, recipe.Pages / 2) : recipe.Pages * 2), Write: pages => _draft.Sized(pages));
        yield return new("seed", _draft.Seed.ToString(CultureInfo.InvariantCulture), by => _draft with { Seed = (ulong)Math.Max(0, (long)_draft.Seed + by) },
            Write: seed => _draft with { Seed = (ulong)seed });
        yield return new("pages of a kind in a row", $"{recipe.Layout.LeastRun} to {recipe.Layout.MostRun}", by => _draft with { Recipe = recipe with { Layout = Layout(recipe.Layout, by) } });
        foreach (var (kind, weight) in recipe.Mix)
        {
            yield return new($"  {kind}", $"{weight} parts", by => _draft.Weigh(kind, weight + by), Write: parts => parts == 0 ? _draft : _draft.Weigh(kind, Math.Min(parts, MapRecipe.MostWeight)));
        }

        yield return new("  add a kind", "Enter", Choose: () => Game.Open(new FindScreen("Which kind of page is added?", [.. sandbox.Kinds.Select(k => new FoundThing(k.Name, k.About ?? ""))], kind => _draft = _draft.Weigh(kind, 10))));
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
        yield return _draft.Recorded is not null ? new("release", $"Linux {run.Control.Release.Word()}, as it was recorded")
            : new("release", $"Linux {run.Control.Release.Word()}", by => _draft.With(run.Trigger, Next(run.Control.Release, by)));
        yield return new("passes", Words.Count(run.Passes), by => Passing(run.Passes + by), Write: Passing);
        yield return new("scanners", run.Scanners == ScannerSet.Both ? "both: free pages can run out" : "migrate: free pages are plentiful",
            _ => _draft with { Run = run with { Scanners = run.Scanners == ScannerSet.Both ? ScannerSet.Migrate : ScannerSet.Both } });
    }

    LevelDraft Passing(int passes) => _draft with { Run = _draft.Run with { Passes = Math.Clamp(passes, 1, LevelDraft.MostPasses) } };

    /// <summary>The next value of an enum, or the one before, round.</summary>
    static T Next<T>(T value, int by) where T : struct, Enum
    {
        var all = Enum.GetValues<T>();
        return all[((Array.IndexOf(all, value) + Math.Sign(by)) + all.Length) % all.Length];
    }

    static MapLayout Layout(MapLayout layout, int by) => by < 0
        ? new MapLayout(Math.Max(1, layout.LeastRun / 2), Math.Max(1, layout.MostRun / 2))
        : new MapLayout(Math.Min(512, layout.LeastRun * 2), Math.Min(4096, layout.MostRun * 2));

    const string PlainMemory = "plain memory";

    string TitleOf(string? level) => level is null ? PlainMemory
        : sandbox.Recipes.FirstOrDefault(e => e.Id == level) is { } entry ? $"{level}: {entry.Title}" : level;

    void ChooseRecipe() => Game.Open(new FindScreen("Whose memory is taken?",
        [new(PlainMemory, "Memory in everyday proportions."), .. sandbox.Recipes.Select(e => new FoundThing(e.Id, $"{e.ChapterTitle}: {MemoryOf(e.Level!)}", e.Title))],
        id =>
        {
            var kept = _draft.Kinds;
            _draft = sandbox.Taken(_draft, sandbox.Recipes.FirstOrDefault(e => e.Id == id));
            var own = _draft.Kinds.Where(kept.Contains).ToList();
            _said = $"Its {(_draft.Recorded is null ? "seed, " : "")}release and who compacts came with it." + (own.Count == 0 ? "" : $" Your own kinds stay: {string.Join(", ", own.Select(k => k.Name))}.");
        }));

    static string MemoryOf(Core.Levels.Level level) =>
        $"{(level.Maps[0].Recipe is { } recipe ? Words.Pages(recipe.Pages) : "a recorded map")}, {LevelDraftWriter.TriggerWord(level.Run.Trigger)}, Linux {level.Run.Control.Release.Word()}.";

    static Line LineOf(Setting row, bool isSelected)
    {
        var isAction = row.Choose is not null || row.Value.Length == 0;
        return Line.Of(new Run(TextColumns.Pad(row.Label, LabelColumns), isSelected || isAction ? Ink.Strong : Ink.Text),
            new Run(isSelected && row.Change is not null ? "< " : "  ", Ink.Key), new Run(row.Value, row.Change is not null || isAction ? Ink.Strong : Ink.Muted), new Run(isSelected && row.Change is not null ? " >" : "", Ink.Key))
            with { Paper = isSelected ? Paper.Selected : Paper.Normal };
    }
}
