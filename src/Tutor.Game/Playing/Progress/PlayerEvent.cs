namespace Tutor.Game.Playing.Progress;

/// <summary>What can happen at a level beside an attempt.</summary>
enum PlayerEventKind : byte
{
    /// <summary>The level was opened.</summary>
    LevelOpened,

    /// <summary>The level was left.</summary>
    LevelLeft,

    /// <summary>A hint was shown; the detail is its rung, from 1.</summary>
    HintShown,

    /// <summary>The level's lesson was read; the detail is its path in the pack.</summary>
    LessonRead,

    /// <summary>A text lies over the level, on the screens: <c>brief</c>, <c>lesson</c>, <c>glossary</c> or <c>text</c> for any other.</summary>
    TextOpened,

    /// <summary>The level is to be seen again, or was left; the detail is that of the text.</summary>
    TextLeft,

    /// <summary>A text was handed in that does not compile; the detail is the codes, with blanks between.</summary>
    NotCompiled,

    /// <summary>The first choice at a level with options; the detail is the option's id.</summary>
    FirstChoice,

    /// <summary>A map that was not shown beat an answer, and is the player's to see from then on; the detail is the map's id, and behind a colon its seed.</summary>
    MapOpened,

    /// <summary>A passed level was met again, on other maps; the detail is the verdict of the answer.</summary>
    Reviewed,

    /// <summary>The player begins again: no attempt of an earlier time counts. Without a level: at every level.</summary>
    Reset,

    /// <summary>Attempts and events came from elsewhere: rows that name this one.</summary>
    Imported,

    /// <summary>What one import brought is hidden; the detail is that import's number.</summary>
    ImportTakenBack,
}

/// <summary>Something that happened, as it is kept: a fact, never changed afterwards.</summary>
/// <param name="Level">The level's id, or empty where it is about none.</param>
/// <param name="Revision">Of the level; 0 where it is about none.</param>
/// <param name="Detail">Ids and codes as <see cref="PlayerEventKind"/> says, never a text that is read.</param>
sealed record PlayerEvent(PlayerEventKind Kind, string Level, int Revision, string Detail = "")
{
    /// <summary>When it happened; filled in by <see cref="IPlayerProgress.Note"/>.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>The kinds of events: their ids.</summary>
static class PlayerEventKinds
{
    /// <summary>As it is stored.</summary>
    public static string Id(this PlayerEventKind kind) => kind switch
    {
        PlayerEventKind.LevelOpened => "level_opened",
        PlayerEventKind.LevelLeft => "level_left",
        PlayerEventKind.HintShown => "hint_shown",
        PlayerEventKind.LessonRead => "lesson_read",
        PlayerEventKind.TextOpened => "text_opened",
        PlayerEventKind.TextLeft => "text_left",
        PlayerEventKind.NotCompiled => "not_compiled",
        PlayerEventKind.FirstChoice => "first_choice",
        PlayerEventKind.MapOpened => "map_opened",
        PlayerEventKind.Reviewed => "reviewed",
        PlayerEventKind.Reset => "reset",
        PlayerEventKind.Imported => "imported",
        PlayerEventKind.ImportTakenBack => "import_taken_back",
    };

    /// <summary>The kind of this id, or null: a later version may have written it.</summary>
    public static PlayerEventKind? Find(string id)
    {
        foreach (var kind in Enum.GetValues<PlayerEventKind>())
        {
            if (kind.Id() == id)
            {
                return kind;
            }
        }

        return null;
    }
}
