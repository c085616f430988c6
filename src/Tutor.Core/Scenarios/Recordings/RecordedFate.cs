namespace Tutor.Core.Scenarios.Recordings;

/// <summary>What the recorded kernel did to a page.</summary>
public enum RecordedFate : byte
{
    /// <summary>Never isolated.</summary>
    None,

    /// <summary>Migrated.</summary>
    Ok,

    /// <summary>Still there after all tries.</summary>
    Fail,

    /// <summary>Still in the batch when target pages ran out.</summary>
    NoMem,

    /// <summary>6.12: its folio was split, and this frame moved alone.</summary>
    SplitOk,

    /// <summary>6.12: its folio was split, nobody used this frame, and it was freed. Counts as success.</summary>
    SplitFreed,

    /// <summary>6.12: its folio was split, and this frame was put back.</summary>
    SplitLeft,
}

/// <summary>How recordings and JSON spell <see cref="RecordedFate"/>.</summary>
public static class RecordedFates
{
    /// <summary><c>split-ok</c>; empty for a page that was never isolated.</summary>
    public static string Word(this RecordedFate fate) => fate switch
    {
        RecordedFate.None => "",
        RecordedFate.Ok => "ok",
        RecordedFate.Fail => "fail",
        RecordedFate.NoMem => "nomem",
        RecordedFate.SplitOk => "split-ok",
        RecordedFate.SplitFreed => "split-freed",
        RecordedFate.SplitLeft => "split-left",
    };
}
