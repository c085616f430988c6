using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>
/// A vote of a room on a pick level: options, a vote that stays hidden, talk, a second vote, both as bars, and then which
/// one is right and why. Nothing is kept.
/// </summary>
/// <param name="isLarge">For a projector: large letters.</param>
/// <param name="clear">Clears what the room sees; null where nothing is to be cleared.</param>
sealed class VoteTalk(PreparedLevel prepared, LineInput input, Speaker speaker, bool isLarge, Action? clear = null)
{
    /// <summary>Columns of the longest bar.</summary>
    const int BarWidth = 50;

    const int MostVotes = 100_000;

    readonly ImmutableArray<LevelOption> _options = LargeLetters.OptionsOf(prepared.Level);

    Level Level => prepared.Level;

    /// <param name="first">What was answered first by option id, where it was handed in before; null: it is typed.</param>
    public void Run(IReadOnlyDictionary<string, int>? first)
    {
        Ask();
        var before = first is null ? Votes("First vote") : [.. _options.Select(o => first.GetValueOrDefault(o.Id))];
        if (before is null)
        {
            return;
        }

        if (clear is not null && first is null)
        {
            // What was typed is not for the room.
            Ask();
        }

        speaker.Say($"{Counted(before.Sum(), "vote")}{(first is null ? "" : " from what was handed in")}; how they fell stays hidden.");
        speaker.Say("Now find somebody who voted otherwise, and convince them. Two minutes.");
        if (!GoOn("Enter: vote again"))
        {
            return;
        }

        Ask();
        if (Votes("Second vote") is not { } after)
        {
            return;
        }

        clear?.Invoke();
        Bars(before, after);
        if (GoOn("Enter: which one is right"))
        {
            Reveal();
        }
    }

    void Ask()
    {
        clear?.Invoke();
        speaker.Say(Level.Title);
        speaker.Blank();
        speaker.Markdown(Level.Brief);
        speaker.Blank();
        LargeLetters.Say(speaker, _options, isLarge);
    }

    /// <summary>A number for each option; null when nothing more is typed, or 'q'.</summary>
    int[]? Votes(string which)
    {
        var letters = string.Join(' ', _options.Select((_, i) => LargeLetters.LetterOf(i)));
        while (true)
        {
            speaker.Prompt($"{which}, hands for {letters} (q leaves): ");
            if (input.Read() is not { } line || line.Trim() is "q" or "quit")
            {
                return null;
            }

            var numbers = line.Split([' ', ',', ';', '\t'], StringSplitOptions.RemoveEmptyEntries)
                .Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var votes) && votes <= MostVotes ? votes : -1).ToArray();
            if (numbers.Length == _options.Length && numbers.All(n => n >= 0))
            {
                return numbers;
            }

            speaker.Say($"{Words.Count(_options.Length)} numbers with blanks between, one for each letter: 0 where nobody raised a hand.");
        }
    }

    bool GoOn(string what)
    {
        speaker.Prompt($"{what} (q leaves) ");
        return input.Read() is { } line && line.Trim() is not ("q" or "quit");
    }

    void Bars(int[] before, int[] after)
    {
        speaker.Say(Level.Title);
        speaker.Blank();
        for (var i = 0; i < _options.Length; i++)
        {
            speaker.Say($"{LargeLetters.LetterOf(i)}) ", Sitting.TextOf(_options[i]).Split('\n')[0]);
            speaker.Say(Bar("first", before[i], before.Sum()), Words.Count(before[i]));
            speaker.Say(Bar("then ", after[i], after.Sum()), Words.Count(after[i]));
            speaker.Blank();
        }
    }

    static string Bar(string which, int votes, int all) => $"   {which} {new string('#', all == 0 ? 0 : ((votes * BarWidth) + all - 1) / all)} ";

    void Reveal()
    {
        clear?.Invoke();
        for (var i = 0; i < _options.Length; i++)
        {
            var run = LevelRun.Run(prepared, _options[i].Skip);
            var counts = run.Shown?.Result.Metrics;
            var score = counts is null ? "" : $" ({Counted(counts.Migrated, "page")} moved, {Words.Count(counts.Futile)} tried in vain, {Words.Count(counts.FalseSkips)} skipped that would have moved)";
            speaker.Say($"{LargeLetters.LetterOf(i)}) ", Sitting.TextOf(_options[i]).Split('\n')[0]);
            speaker.Say("   ", $"{(run.Verdict.IsPass() ? "Right" : "Not right")}{score}. {_options[i].Feedback.Trim()}");
            speaker.Blank();
        }

        if (Level.Afterwards is { } afterwards)
        {
            speaker.Markdown(afterwards);
        }
    }

    static string Counted(long count, string what) => count == 1 ? $"1 {what}" : $"{Words.Count(count)} {what}s";
}
