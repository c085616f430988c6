using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>What is kept beside the attempts.</content>
sealed partial class Sitting
{
    string? _reads;

    /// <summary>What became of earlier answers because the level changed; null where nothing did.</summary>
    public RevisedVerdict? Revised { get; init; }

    /// <summary>The player opened the lesson.</summary>
    public void ReadLesson()
    {
        if (Level.Lesson is { } lesson)
        {
            Note(PlayerEventKind.LessonRead, lesson.Text);
        }
    }

    /// <summary>Whether the player has seen the brief or tried the level before. Then the brief need not cover the map again.</summary>
    public bool IsBriefRead => History.Count > 0 || Pack.Progress.Recall(BriefKey) is not null;

    /// <summary>The brief was shown, whole.</summary>
    public void ReadBrief() => Pack.Progress.Remember(BriefKey, "read");

    /// <summary>A text lies over the level now: which, as <see cref="PlayerEventKind.TextOpened"/> says; null when none does any more.</summary>
    public void Reads(string? what)
    {
        if (_reads is { } before)
        {
            Note(PlayerEventKind.TextLeft, before);
        }

        if (what is not null)
        {
            Note(PlayerEventKind.TextOpened, what);
        }

        _reads = what;
    }

    string BriefKey => $"brief {Entry.Id}";

    internal void Note(PlayerEventKind kind, string detail) =>
        Pack.Progress.Note(new PlayerEvent(kind, Entry.Id, Entry.Revision, detail));

    void NoteNotCompiled(LevelRunResult run) =>
        Note(PlayerEventKind.NotCompiled, string.Join(' ', run.Diagnostics.Where(d => d.IsError).SelectMany(d => d.Places).Select(d => d.Code.Id).Distinct()));

    /// <summary>When the player last began again at this level; nothing older counts.</summary>
    DateTimeOffset LastReset => Pack.Progress.Events(Entry.Id).Concat(Pack.Progress.Events(""))
        .Where(e => e.Kind == PlayerEventKind.Reset).Select(e => e.At).DefaultIfEmpty().Max();

    /// <summary>Notes the first choice since the last reset: only that one shows what the player believed.</summary>
    void NoteFirstChoice(Answer answer)
    {
        var since = LastReset;
        if (Rules.KeepsFirst
            && !Pack.Progress.Events(Entry.Id).Any(e => e.Kind == PlayerEventKind.FirstChoice && e.Revision == Entry.Revision && e.At >= since))
        {
            Note(PlayerEventKind.FirstChoice, answer.Write());
        }
    }
}
