using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

/// <summary>When a draft is written.</summary>
public sealed class DraftTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly ManualTime _time = new();
    readonly ProgressStore _store;

    public DraftTests()
    {
        _store = ProgressStore.Open(_folder.Path, _time);
        Assert.True(_store.Flush(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public void While_somebody_types_nothing_is_written_and_when_they_pause_the_last_draft_is()
    {
        for (var key = 1; key <= 5; key++)
        {
            _store.Remember("draft:a", $"{key}");
            Assert.Null(OnDisk());
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        _time.Advance(TimeSpan.FromMilliseconds(160));
        Assert.Equal("5", WaitFor("5"));
    }

    [Fact]
    public void Who_never_pauses_loses_less_than_a_second()
    {
        for (var key = 0; key < 9; key++)
        {
            _store.Remember("draft:a", "a draft");
            _store.Remember("draft:b", $"{key}");
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal("a draft", WaitFor("a draft"));
    }

    [Fact]
    public void An_event_takes_the_draft_along()
    {
        _store.Remember("draft:a", "left behind");
        _store.Note(new PlayerEvent(PlayerEventKind.LevelLeft, "a", 1));
        Assert.Equal("left behind", WaitFor("left behind"));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    string? OnDisk()
    {
        using var reader = ProgressStore.Open(_folder.Path, TimeProvider.System);
        return reader.Recall("draft:a");
    }

    /// <summary>The writer is another thread: what is on the disk when it has written that, or after a minute.</summary>
    string? WaitFor(string draft)
    {
        SpinWait.SpinUntil(() => OnDisk() == draft, TimeSpan.FromSeconds(60));
        return OnDisk();
    }
}
