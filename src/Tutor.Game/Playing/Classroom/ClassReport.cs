using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing.Classroom;

/// <summary>What a class did: values alone, for any renderer. Times are of the learners' own clocks.</summary>
sealed record ClassReport
{
    /// <summary>The pack's title.</summary>
    public required string Pack { get; init; }

    /// <summary>Levels that somebody opened or tried, in the order of the pack.</summary>
    public ImmutableArray<LevelInClass> Levels { get; init; } = [];

    /// <summary>One for each hand-in that counts, by name.</summary>
    public ImmutableArray<Learner> Learners { get; init; } = [];

    /// <summary>Hand-ins whose rows are also in another one: told, and counted once or apart.</summary>
    public ImmutableArray<SharedRows> Shared { get; init; } = [];

    /// <summary>Files of which nothing is counted, as they were named.</summary>
    public ImmutableArray<string> NotCounted { get; init; } = [];

    /// <summary>Hand-ins with more than one name.</summary>
    public int Groups => Learners.Count(l => l.Names.Length > 1);
}

/// <summary>One row of a class: a learner, or a few at one machine.</summary>
/// <param name="Label">The names, or where there are none the file's; no two are alike.</param>
/// <param name="Levels">Those that were opened or tried, in the order of the pack.</param>
sealed record Learner(string Label, string Path, ImmutableArray<string> Names, ImmutableArray<LearnerAtLevel> Levels)
{
    public int Passed => Levels.Count(l => l.IsPassed);

    /// <summary>What was done at a level, or null.</summary>
    public LearnerAtLevel? At(string level) => Levels.FirstOrDefault(l => l.Level == level);
}

/// <summary>How far a learner came with a level.</summary>
enum LearnerState : byte
{
    /// <summary>Opened, and nothing handed in.</summary>
    Opened,

    /// <summary>Handed in nothing that compiles.</summary>
    NeverCompiled,

    /// <summary>The answer was shown, and nothing passed.</summary>
    Seen,

    /// <summary>Handed in, and not passed.</summary>
    Tried,
    Passed,
}

/// <summary>What a learner did at a level since its last reset.</summary>
/// <param name="Best">The best verdict; none where nothing was handed in.</param>
/// <param name="Tries">Answers that were handed in and could be run, those after a pass too.</param>
/// <param name="TriesToPass">Tries up to the first that passed; 0 where none did.</param>
/// <param name="StuckSince">The first try or text of a level that is not passed.</param>
/// <param name="NotCompiled">Texts that were handed in and did not compile.</param>
/// <param name="Hints">The highest rung that was opened; 0 for none.</param>
/// <param name="Time">For how long the level was open; null where no events say it.</param>
/// <param name="FirstAnswer">The option or the text of the first try; null where there was none.</param>
sealed record LearnerAtLevel(string Level, LearnerState State, Verdict Best, int Tries, int TriesToPass, DateTimeOffset? StuckSince,
    int NotCompiled, int Hints, TimeSpan? Time, string? FirstAnswer)
{
    public bool IsPassed => State == LearnerState.Passed;

    /// <summary>Passed at the first try, and without the answer being shown before.</summary>
    public bool IsFirstTry { get; init; }

    /// <summary>Codes of texts that did not compile, with how many texts had each.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Codes { get; init; } = [];

    /// <summary>Beliefs that wrong answers showed, with how many answers did.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Beliefs { get; init; } = [];
}

/// <summary>A level over the whole class. Counts are of learners where nothing else is said.</summary>
sealed record LevelInClass(string Id, string Title, LevelKind Kind)
{
    public int Opened { get; init; }

    /// <summary>Handed in an answer that could be run.</summary>
    public int Tried { get; init; }

    public int Passed { get; init; }

    public int FirstTry { get; init; }

    /// <summary>Tried or typed, and not passed.</summary>
    public int Stuck { get; init; }

    /// <summary>Of those who passed; the lower of two in the middle. 0 where nobody did.</summary>
    public int MedianTries { get; init; }

    /// <summary>Of those whose events say it; the lower of two in the middle.</summary>
    public TimeSpan? MedianTime { get; init; }

    /// <summary>Who handed in a text that did not compile.</summary>
    public int NotCompiledBy { get; init; }

    /// <summary>Who handed in nothing but texts that did not compile.</summary>
    public int NeverCompiled { get; init; }

    /// <summary>Texts that did not compile.</summary>
    public int NotCompiled { get; init; }

    /// <summary>Codes with how many texts had each, most first.</summary>
    public ImmutableArray<KeyValuePair<string, int>> Codes { get; init; } = [];

    /// <summary>How many opened each rung, from the first.</summary>
    public ImmutableArray<int> Hints { get; init; } = [];

    /// <summary>Most first.</summary>
    public ImmutableArray<BeliefInClass> Beliefs { get; init; } = [];

    /// <summary>First answers: one question of a pick level, one for each item of a forecast.</summary>
    public ImmutableArray<FirstAnswers> Questions { get; init; } = [];
}

/// <summary>A belief, and who showed it.</summary>
/// <param name="Id">A misconception of the level, or the name of a <see cref="GeneralNote"/>.</param>
/// <param name="Say">What the level or the game says of it. Markdown.</param>
sealed record BeliefInClass(string Id, string Say, int Learners, int Answers);

/// <summary>What was answered first to a question. Who answered nothing that can be run is in none of the bars.</summary>
sealed record FirstAnswers(string Asks, ImmutableArray<AnswerCount> Answers);

/// <summary>How many gave an answer first.</summary>
/// <param name="Id">The option's id, or what was foretold in words.</param>
/// <param name="Text">The option's predicate; empty for a forecast.</param>
sealed record AnswerCount(string Id, string Text, int Learners, bool IsRight);

/// <summary>Rows that stand in two hand-ins: the same attempts and events at the same ten-millionth of a second.</summary>
/// <param name="IsCopy">All of the hand-in's rows are in the other one: it is not counted. Else both are.</param>
sealed record SharedRows(string Path, string Label, string OtherPath, string OtherLabel, int Rows, int Of, bool IsCopy);
