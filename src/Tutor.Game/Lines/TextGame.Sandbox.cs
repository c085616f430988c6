using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Game.Lines;

/// <content>The sandbox: its memory in words, and what changes it.</content>
sealed partial class TextGame
{
    const string Plain = "plain";

    Sandbox Sandbox => At.Sandbox ?? throw new InvalidOperationException("the sandbox is not open");

    public void OpenSandbox()
    {
        _level = new TextLevel(pack.Sandbox.Sitting, input, speaker, _reading);
        _level.Begin();
    }

    /// <param name="level">Whose memory is taken; empty: none.</param>
    public void SayMemory(string level)
    {
        var (sandbox, draft) = (Sandbox, Sandbox.Draft);
        if (level.Length > 0)
        {
            var found = RecipesOf(sandbox, level);
            if (level != Plain && found is not [_])
            {
                speaker.Say(found.IsEmpty ? $"No level with a memory has '{level}' in its title.{DidYouMean(level, sandbox.Recipes.Select(e => e.Id).Append(Plain))} 'levels' lists them."
                    : $"'{level}' could be {string.Join(" or ", found.Select(e => e.Id))}.");
                return;
            }

            var entry = level == Plain ? null : found[0];
            Change(sandbox.Change(sandbox.Taken(draft, entry)));
            return;
        }

        SayName();
        speaker.Say(draft.Recipe is { } recipe ? $"pages {Words.Count(recipe.Pages)}, seed {draft.Seed}, of a kind {recipe.Layout.LeastRun} to {recipe.Layout.MostRun} in a row." : $"The recorded map {draft.Recorded}.");
        foreach (var (kind, weight) in draft.Recipe?.Mix ?? [])
        {
            speaker.Say("  ", $"{kind}: {weight} parts");
        }

        foreach (var set in draft.Recipe?.Over ?? [])
        {
            speaker.Say("  ", $"painted {set.At}: {set.Kind}");
        }

        speaker.Say($"trigger {LevelDraftWriter.TriggerWord(draft.Run.Trigger)}, release {draft.Run.Control.Release.Word()}, passes {draft.Run.Passes}.");
    }

    /// <summary>The level of this id, else those that have the words in their titles.</summary>
    static ImmutableArray<CatalogEntry> RecipesOf(Sandbox sandbox, string words) =>
        sandbox.Recipes.FirstOrDefault(e => e.Id == words) is { } exact ? [exact] : WordSearch.Find(sandbox.Recipes, words, e => $"{e.Title} {e.Id}", _ => "");

    void SayName() => speaker.Say($"{Sandbox.Name}.");

    public void SetMemory(string words)
    {
        var (sandbox, draft) = (Sandbox, Sandbox.Draft);
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var name, var value])
        {
            speaker.Say("Set what? 'set seed 7', 'set pages 8192', 'set trigger kcompactd', 'set release 6.12', 'set passes 2', or a page kind: 'set vfio-anon 20'.");
            return;
        }

        var number = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (long?)null;
        var triggers = Enum.GetValues<RunTrigger>().Where(t => LevelDraftWriter.TriggerWord(t) == value).ToList();
        var releases = Enum.GetValues<KernelRelease>().Where(r => r.Word() == value).ToList();
        LevelDraft? next = (name, number) switch
        {
            ("seed", { } seed) => draft with { Seed = (ulong)seed },
            ("pages", >= 1 and <= LevelDraft.MostPages and { } pages) => draft.Sized((int)pages),
            ("passes", >= 1 and <= LevelDraft.MostPasses and { } passes) => draft with { Run = draft.Run with { Passes = (int)passes } },
            ("trigger", _) when triggers is [var trigger] => draft.With(trigger, draft.Run.Control.Release),
            ("release", _) when releases is [var release] => draft.With(draft.Run.Trigger, release),
            (_, { } parts) when sandbox.Find(name) is not null => draft.Weigh(name, (int)Math.Min(parts, 1000)),
            _ => null,
        };
        if (next is null)
        {
            speaker.Say(name switch
            {
                "trigger" => $"A trigger is {string.Join(" or ", Enum.GetValues<RunTrigger>().Select(LevelDraftWriter.TriggerWord))}.",
                "release" => $"A release is {string.Join(" or ", Enum.GetValues<KernelRelease>().Select(r => r.Word()))}.",
                "seed" => $"A seed is a number from 0 to {Words.Count(long.MaxValue)}.",
                "pages" => $"A sandbox has 1 to {Words.Count(LevelDraft.MostPages)} pages.",
                "passes" => $"There are 1 to {Words.Count(LevelDraft.MostPasses)} passes.",
                _ when sandbox.Find(name) is not null => $"'{value}' is no number of parts.",
                _ => NoKind(name),
            });
            return;
        }

        Change(sandbox.Change(next));
    }

    public void Paint(string words)
    {
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var kind, var place] || PagesOf(place) is not var (start, end))
        {
            speaker.Say($"Paint what? 'paint vfio-anon 8', or 'paint vfio-anon 8..16' for the pages from 8 up to 16, without 16. Kinds: {string.Join(", ", Sandbox.Kinds.Select(k => k.Name))}.");
        }
        else if (Sandbox.Find(kind) is null)
        {
            speaker.Say(NoKind(kind));
        }
        else
        {
            Change(Sandbox.Paint(start, end - start, kind), start);
        }
    }

    public void Hold(string words)
    {
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var place, var what, var many] || PagesOf(place) is not var (page, _)
            || MemoryWords.Find(MemoryWords.Holders, what) is not { } holder || !int.TryParse(many, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            speaker.Say($"'hold PAGE HOLDER N', as 'hold 8 get 1'. A holder is {string.Join(", ", MemoryWords.Holders.Select(h => h.Word))}.");
            return;
        }

        Change(Sandbox.Hold(page, holder, Math.Min(count, 10_000)), page);
    }

    public void TakeMemoryBack()
    {
        if (Sandbox.Undo())
        {
            Follow();
            speaker.Say("Taken back.");
        }
        else
        {
            speaker.Say("There is no change to take back.");
        }
    }

    public void KeepSecond()
    {
        speaker.Say(Sandbox.KeepOrSwap());
        Follow();
        if (Sandbox.SideBySide() is { } both)
        {
            speaker.Say(both);
        }
    }

    public void MakeLevel()
    {
        var (made, problem) = Sandbox.MakeLevel();
        if (made is null)
        {
            speaker.Say(problem!);
            return;
        }

        var (path, unsaved) = pack.Progress.Save(MadeLevel.FileName, made.Yaml);
        speaker.Say(path is null ? $"Not saved: {unsaved}." : $"Made {path}.{(made.Left is null ? "" : " What is left for its author:")}");
        foreach (var line in (made.Left ?? []).Concat(made.Steps))
        {
            speaker.Say("  ", line);
        }
    }

    /// <summary>Says that there is no such page kind, and names those that contain the word.</summary>
    string NoKind(string typed) => WordSearch.Find(Sandbox.Kinds, typed, k => k.Name, _ => "") is { IsEmpty: false } near
        ? $"There is no page kind '{typed}', but {string.Join(", ", near.Select(k => k.Name))}."
        : $"There is no page kind '{typed}'.{DidYouMean(typed, Sandbox.Kinds.Select(k => k.Name))} 'paint' alone lists them.";

    void PlaceDumps(Sandbox sandbox, ImmutableArray<PageDump> dumps)
    {
        var (placed, _, problem) = sandbox.Place(dumps.Select(DumpReading.Of), 0);
        Change(problem, problem is null ? 0 : null);
        if (problem is null && placed > 1)
        {
            speaker.Say($"{placed} pages lie on the map, from page +0 on.");
        }
    }

    /// <summary>Describes the changed memory; or says why it could not be changed.</summary>
    /// <param name="page">The page that was changed; null: more than one.</param>
    void Change(string? problem, int? page = null)
    {
        if (problem is not null)
        {
            speaker.Say(problem);
            return;
        }

        Follow();
        if (page is { } changed)
        {
            At.SayPage(changed.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            SayName();
            At.SayScore();
        }
    }

    void Follow() => _level = new TextLevel(Sandbox.Sitting, input, speaker, _reading);

    /// <summary>A page, or pages up to the second number: <c>8</c>, <c>+8..+16</c>.</summary>
    (int Start, int End)? PagesOf(string place)
    {
        var parts = place.Split("..").Select(p => int.TryParse(p.TrimStart('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : -1).ToList();
        var end = parts is [var one] ? one + 1 : parts is [_, var two] ? two : -1;
        return parts[0] >= 0 && end > parts[0] && end <= Sandbox.Sitting.Map.PageCount ? (parts[0], end) : null;
    }
}
