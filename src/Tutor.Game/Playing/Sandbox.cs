using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Linting;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Scenarios;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;

namespace Tutor.Game.Playing;

/// <summary>
/// Memory of the player's making, kept between sessions like a draft. Every change makes another level file, and a
/// sitting at it: what plays it is what plays any level.
/// </summary>
sealed class Sandbox
{
    const string DraftKey = "sandbox";
    const string SecondKey = "sandbox-second";

    /// <summary>The pass bound of a level made in the sandbox, 5 %. A revision that exceeds it fails that level.</summary>
    static readonly Bound Tolerated = Bound.Percent(BoundSide.Max, 500);

    readonly PlayedPack _pack;
    readonly Func<Level, DiagnosticBag, PreparedLevel?> _prepare;
    readonly Stack<LevelDraft> _before = [];

    /// <param name="kinds">The page kinds of the pack.</param>
    /// <param name="prepare">Builds a level's maps.</param>
    public Sandbox(PlayedPack pack, PageKinds kinds, Func<Level, DiagnosticBag, PreparedLevel?> prepare)
    {
        (_pack, PackKinds, _prepare) = (pack, kinds, prepare);
        Draft = pack.Progress.Recall(DraftKey) is { } kept && LevelDraft.Read(kept, kinds) is { } read ? read : LevelDraft.Plain(kinds);
        Sitting = Sit(Draft).Sitting ?? Sit(Draft = LevelDraft.Plain(kinds)).Sitting ?? throw new InvalidOperationException("a plain draft plays");
    }

    public PageKinds PackKinds { get; }

    public LevelDraft Draft { get; private set; }

    /// <summary>The player at the draft as it is.</summary>
    public Sitting Sitting { get; private set; }

    /// <summary>The page kind that is painted; null before one was chosen.</summary>
    public string? Brush { get; set; }

    /// <summary>The predicate that the one at hand is compared with, or null.</summary>
    public string? Second
    {
        get => _pack.Progress.Recall(SecondKey);
        private set => _pack.Progress.Remember(SecondKey, value ?? "");
    }

    /// <summary>The memory that is loaded: the level it comes from, which of its maps, and what triggers compaction.</summary>
    public string Name => $"Sandbox: {Draft.TakenFrom ?? "plain memory"}{(Draft.Recipe is null ? "" : $", seed {Draft.Seed}")}, Linux {Draft.Run.Control.Release.Word()}";

    /// <summary>Every page kind that pages can be made of.</summary>
    public ImmutableArray<PageKind> Kinds => [.. Draft.Kinds, .. PackKinds.All];

    /// <summary>Levels whose memory can be taken over.</summary>
    public IEnumerable<CatalogEntry> Recipes => _pack.Entries.Where(e => e is { Problem: null, Level: { Maps.IsEmpty: false } });

    public PageKind? Find(string kind) => Draft.Kinds.FirstOrDefault(k => k.Name == kind) ?? PackKinds.Find(kind);

    /// <summary>Loads a level's memory and its trigger. Page kinds that the player pasted stay.</summary>
    /// <param name="draft">Whose kinds stay.</param>
    /// <param name="level">Null: plain memory.</param>
    public LevelDraft Taken(LevelDraft draft, CatalogEntry? level)
    {
        var lent = Recipes.FirstOrDefault(e => e.Id == draft.TakenFrom)?.Level?.Kinds;
        var own = draft.Kinds.Where(k => lent?.Find(k.Name) is null && !LevelDraft.IsByHand(k));
        return level?.Level is { } taken ? LevelDraft.Of(taken, PackKinds, own) : LevelDraft.Plain(PackKinds) with { Kinds = [.. own] };
    }

    /// <summary>Goes on with another draft. If that draft is wrong, says why and keeps the present one.</summary>
    public string? Change(LevelDraft next)
    {
        if (next.Recorded is not null && next.Recorded == Draft.Recorded && next.Run.Control.Release != Draft.Run.Control.Release)
        {
            return $"This map was recorded on Linux {Draft.Run.Control.Release.Word()}, and another release's scanner has rules of its own: take other memory for it.";
        }

        var (sitting, problem) = Sit(next);
        if (sitting is null)
        {
            return problem;
        }

        _before.Push(Draft);
        Take(next, sitting);
        return null;
    }

    /// <summary>Takes the last change back; false when there is none.</summary>
    public bool Undo()
    {
        if (!_before.TryPop(out var before) || Sit(before).Sitting is not { } sitting)
        {
            return false;
        }

        Take(before, sitting);
        return true;
    }

    /// <summary>What would be wrong with a draft, or null.</summary>
    public string? WrongWith(LevelDraft draft) => draft.Recipe is { } recipe && PackKinds.With(draft.Kinds) is var (kinds, _)
        && ScenarioBuilder.Check(recipe, kinds).FirstOrDefault() is { } problem ? Told(problem.Message, problem.Help) : null;

    /// <summary>Paints pages of the map with a kind, beginning at one page. Says why where that cannot be, else null.</summary>
    public string? Paint(int page, int count, string kind)
    {
        if (Draft.Recipe is not { } recipe)
        {
            return IsRecorded;
        }

        var size = 1 << (Find(kind)?.Order ?? 0);
        var start = page / size * size;
        var end = Math.Min(recipe.Pages, Math.Max(start + size, (page + count) / size * size));
        return Change(Draft.Paint(new PageRange(start, end), kind));
    }

    /// <summary>Gives a page another number of holders of one kind.</summary>
    public string? Hold(int page, HolderKind holder, int count)
    {
        var state = Sitting.Map.StateAt(page);
        return Draft.Recipe is null ? IsRecorded
            : Find(state.Kind) is not { IsFree: false } kind ? "Nobody holds free memory."
            : Change(Draft.Hold(page, state, kind, holder, count));
    }

    /// <summary>Puts dumped pages on the map, from a page on or from the next one where a folio can begin. Says how many there are and where the first lies, or why there are none.</summary>
    public (int Placed, int First, string? Problem) Place(IEnumerable<DumpReading> readings, int page)
    {
        if (Draft.Recipe is not { } recipe)
        {
            return (0, 0, IsRecorded);
        }

        var (next, placed, first) = (Draft, 0, 0);
        foreach (var kind in readings.Select(DumpKinds.Of).OfType<PageKind>())
        {
            (next, var name) = next.WithKind(kind, PackKinds);
            var size = 1 << kind.Order;
            var start = (page + size - 1) / size * size;
            if (start + size > recipe.Pages)
            {
                start = 0;
            }

            next = next.Paint(new PageRange(start, start + size), name, "pasted as a page dump");
            (page, placed, first) = (start + size, placed + 1, placed == 0 ? start : first);
        }

        return placed == 0 ? (0, 0, "None of these pages can be played: no scanner asks about such memory.") : (placed, first, Change(next));
    }

    /// <summary>The predicate at hand becomes the second one; where there is one already, the two change places.</summary>
    public string KeepOrSwap()
    {
        var mine = Sitting.Text;
        if (Second is { Length: > 0 } second && second != mine)
        {
            Second = mine;
            Sitting.Write(second);
            return "The two predicates have changed places.";
        }

        Second = mine;
        return "Kept as the second predicate. Write another one, and compare.";
    }

    /// <summary>Both predicates side by side in one line; null if there is no second one, or one does not compile.</summary>
    public string? SideBySide()
    {
        if (Second is not { Length: > 0 } text || Sitting.DrawnRun is not { } mine || Sitting.Latest?.Predicate is not { } own
            || Predicate.Compile(SourceText.From("second", text), PredicateScope.All).Predicate is not { } second)
        {
            return null;
        }

        var compared = Core.Play.SideBySide.Run(LevelDraft.Id, mine.Map, [new Contender("yours", own), new Contender("second", second)]);
        var differ = compared.Differences.Sum(d => d.Pages);
        return string.Join("; ", compared.Runs.Select(r => $"{r.Name}: futile {Words.Count(r.Metrics.Futile)}, false skips {Words.Count(r.Metrics.FalseSkips)}, migrated {Words.Count(r.Metrics.Migrated)}"))
            + (differ == 0 ? "; no page differs." : $"; {Words.Pages(differ)} differ.");
    }

    /// <summary>A level file of this memory and its predicates, with what its author still has to do; or why there is none.</summary>
    public (MadeLevel? Made, string? Problem) MakeLevel()
    {
        if (Sitting.Latest?.Predicate is null || Sitting.DrawnRun is not { } run)
        {
            return (null, "Write the predicate first that wins the level.");
        }

        // Otherwise the bound of gold, which is what this text reaches, would be wider than the bound of passing.
        var metrics = run.Result.Metrics;
        if (!IsTolerated(metrics, run.Map.Perfect))
        {
            return (null, $"A level is won by a predicate that leaves at most {GoalWords.Amount(Tolerated)} futile and {GoalWords.Amount(Tolerated)} false skips; this one leaves {Words.Count(metrics.Futile)} and {Words.Count(metrics.FalseSkips)}. Write a better one, or take other memory.");
        }

        var wrong = Revisions.Texts.Select(r => (r.Id, r.Expression)).Append(("none", "false"))
            .FirstOrDefault(r => Predicate.Compile(SourceText.From(r.Item1, r.Item2), PredicateScope.All).Predicate is { } predicate
                && !IsTolerated(run.Map.Run(predicate).Metrics, run.Map.Perfect));
        var yaml = LevelDraftWriter.Level(Draft, MadeLevel.Id, Sitting.Text, (metrics.Futile, metrics.FalseSkips), wrong.Item1 is null ? ("nothing", "false") : wrong);
        return (Draft.Recorded is { } recorded ? new MadeLevel(yaml, null, StepsWith(recorded)) : new MadeLevel(yaml, Left(yaml), AloneSteps), null);
    }

    const string IsRecorded = "A recorded map stays as it was recorded: take the memory of another level to change it.";

    static bool IsTolerated(ScanMetrics metrics, ScanMetrics perfect) => new[] { Metric.Find("futile")!, Metric.Find("false_skips")! }
        .All(m => Tolerated.IsMetBy(m.Value(metrics), m.PopulationOf(metrics, perfect)));

    static ImmutableArray<string> AloneSteps => [$"'tutor {MadeLevel.FileName}' plays it there.", $"'tutor lint {MadeLevel.FileName}' goes on saying what is left."];

    /// <summary>A file alone does not have the recording of a pack.</summary>
    ImmutableArray<string> StepsWith(string recorded) => _pack.IsBuiltIn
        ?
        [
            $"The map {recorded} is a recording of the built-in pack, which a file alone does not have. 'tutor new pack DIR' makes a pack of your own.",
            $"Write 'extends: {Pack.BuiltInId}' into DIR/levels/pack.yaml, and '{MadeLevel.Id}' among its levels.",
            "Put the file into DIR/levels. 'tutor lint --pack DIR' says what is left for its author, and 'tutor --pack DIR' plays it.",
        ]
        : [$"Put the file into the pack that has {recorded}: 'tutor lint' says there what is left for its author."];

    /// <summary>What the linter says of the file on its own.</summary>
    ImmutableArray<string> Left(string yaml)
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From(MadeLevel.FileName, yaml), PackKinds, problems);
        var entry = new CatalogEntry(MadeLevel.FileName, MadeLevel.Id, level, null, problems.ToImmutable());
        return [.. Linter.Lint(entry, LevelCatalog.Alone(entry, PackKinds), NoFiles.Instance).Diagnostics.Select(d => $"line {d.Location.Start.Line}: {Told(d.Message, d.Help)}")];
    }

    void Take(LevelDraft draft, Sitting sitting)
    {
        (Draft, Sitting) = (draft, sitting);
        _pack.Progress.Remember(DraftKey, draft.Write());
    }

    (Sitting? Sitting, string? Problem) Sit(LevelDraft draft)
    {
        var problems = new DiagnosticBag();
        var level = LevelReader.Read(SourceText.From($"{LevelDraft.Id}.yaml", draft.Write()), PackKinds, problems);
        var prepared = level is null ? null : _prepare(level, problems);
        return prepared is null
            ? (null, problems.ToImmutable().FirstOrDefault(d => d.IsError) is { } d ? Told(d.Message, d.Help) : "This memory cannot be built.")
            : (new Sitting(_pack, new CatalogEntry($"{LevelDraft.Id}.yaml", LevelDraft.Id, level, null, []), prepared) { Sandbox = this }, null);
    }

    static string Told(string message, string? help) => Words.Sentence(message) + (help is null ? "" : " " + Words.Sentence(help));
}
