using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <content>The lesson, and the predicates in it that can be played.</content>
sealed partial class TextLevel
{
    int _nextBlock;

    public void ReadLesson()
    {
        _sitting.ReadLesson();
        if (LessonFile is not (var path, { } text))
        {
            SayBrief();
            return;
        }

        var blocks = LessonText.Predicates(text).Length;
        _reading.Read(path, text, IsSecret || blocks == 0 ? null
            : blocks == 1 ? "'run' plays the predicate of this lesson on the level's map."
            : $"'run 1' to 'run {blocks}' play the predicates of this lesson on the level's map.");
    }

    /// <summary>Plays a predicate of the lesson on the maps of this level. The player's own text stays as it is.</summary>
    /// <param name="word">Its number, from 1; empty for the one after the last that was played.</param>
    public void RunBlock(string word)
    {
        var text = LessonFile.Text ?? "";
        var blocks = LessonText.Predicates(text);
        if (blocks.IsEmpty)
        {
            _speaker.Say("The lesson of this level has no predicate to play.");
            return;
        }

        if (IsTooEarly())
        {
            return;
        }

        var index = word.Length == 0 ? _nextBlock % blocks.Length
            : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= blocks.Length ? number - 1 : -1;
        if (index < 0)
        {
            _speaker.Say(blocks.Length == 1 ? "The lesson has one predicate: 'run' plays it." : $"Which predicate of the lesson? From 1 to {blocks.Length}.");
            return;
        }

        _nextBlock = index + 1;
        var predicate = text.Substring(blocks[index].Start, blocks[index].Length).Trim();
        foreach (var line in predicate.Split('\n'))
        {
            _speaker.Say("  ", line);
        }

        SayBlock(_sitting.ScoreBlock(predicate));
        if (Answer.Write is not null)
        {
            _speaker.Say("'skip' and this text makes it yours.");
        }
    }

    (string Path, string? Text) LessonFile => _sitting.Level.Lesson?.Text is { } path ? (path, _sitting.Pack.ReadText(path)) : ("", null);

    void SayBlock(LevelRunResult run)
    {
        if (run.Shown?.Result.Metrics is not { } metrics)
        {
            _speaker.Say("It cannot be run here.");
            return;
        }

        _speaker.Say(ScoreWords.Counts(metrics));
        if (run.IsPassed)
        {
            _speaker.Say($"It would be {MedalWords.State(run.Verdict)}.");
        }
        else if (run.Goals.FirstOrDefault(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false }) is { } missed)
        {
            _speaker.Say($"It would not pass: {GoalWords.Missed(missed, run)}.");
        }
    }
}
