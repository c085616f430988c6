using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Simulation;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <content>The sandbox: its memory in words, and what changes it.</content>
sealed partial class TextGame
{
    const string MadeLevel = "my-level";
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
            var entry = sandbox.Recipes.FirstOrDefault(e => e.Id == level);
            if (entry is null && level != Plain)
            {
                speaker.Say($"There is no level '{level}' with a memory.{DidYouMean(level, sandbox.Recipes.Select(e => e.Id).Append(Plain))}");
                return;
            }

            Change(sandbox.Change(sandbox.Taken(draft, entry)));
            return;
        }

        speaker.Say($"{sandbox.Name}.");
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
            ("pages", { } pages) => draft.Sized((int)Math.Clamp(pages, 1, LevelDraft.MostPages)),
            ("passes", { } passes) => draft with { Run = draft.Run with { Passes = (int)Math.Clamp(passes, 1, 100) } },
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
                "seed" or "pages" or "passes" => $"'{value}' is no number.",
                _ => $"There is no page kind '{name}'.{DidYouMean(name, sandbox.Kinds.Select(k => k.Name))}",
            });
            return;
        }

        Change(sandbox.Change(next));
    }

    public void Paint(string words)
    {
        if (words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var kind, var place] || PagesOf(place) is not var (start, end))
        {
            speaker.Say("Paint what? 'paint vfio-anon 8', or 'paint vfio-anon 8..16' for the pages from 8 up to 16, without 16.");
        }
        else if (Sandbox.Find(kind) is null)
        {
            speaker.Say($"There is no page kind '{kind}'.{DidYouMean(kind, Sandbox.Kinds.Select(k => k.Name))}");
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
        var (yaml, left, problem) = Sandbox.MakeLevel(MadeLevel);
        if (yaml is null)
        {
            speaker.Say(problem!);
            return;
        }

        var (path, unsaved) = pack.Progress.Save($"{MadeLevel}.yaml", yaml);
        speaker.Say(path is null ? $"Not saved: {unsaved}." : $"Made {path}. What is left for its author:");
        foreach (var line in left)
        {
            speaker.Say("  ", line);
        }
    }

    void PlaceDumps(Sandbox sandbox, ImmutableArray<PageDump> dumps)
    {
        var (placed, problem) = sandbox.Place(dumps.Select(DumpReading.Of), 0);
        Change(problem, problem is null ? 0 : null);
        if (problem is null && placed > 1)
        {
            speaker.Say($"{placed} pages lie on the map, from page +0 on.");
        }
    }

    /// <summary>Goes on with the changed memory and says what it is; or says what was wrong.</summary>
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
