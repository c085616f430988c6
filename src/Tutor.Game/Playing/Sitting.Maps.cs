using System.Collections.Immutable;
using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scoring;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>
/// The maps that a player sees. A hidden map waits until an answer that meets every goal on the others is handed in and
/// fails there; from then on it is a map of the level like a shown one.
/// </content>
sealed partial class Sitting
{
    readonly HashSet<string> _opened = [];
    PreparedLevel _visible = null!;

    /// <summary>The maps that can be drawn and are scored as the player writes.</summary>
    public ImmutableArray<PreparedMap> VisibleMaps => _visible.Maps;

    /// <summary>The map that is drawn.</summary>
    public PreparedMap Drawn { get; private set; } = null!;

    public MemoryMap Map => Drawn.Map;

    public CompactControl Control => Drawn.Settings.Control;

    /// <summary>The maps that wait for an answer to be handed in.</summary>
    public int HiddenMaps => Prepared.Maps.Length - _visible.Maps.Length;

    /// <summary>Draws another of the maps that are seen.</summary>
    public void Draw(PreparedMap map) => Drawn = map;

    /// <summary>The player sees this memory, and no other.</summary>
    internal void See(PreparedLevel made)
    {
        _visible = made;
        Drawn = made.Shown;
    }

    /// <summary>How a map is called: by its id, and its number where the level has it with several seeds.</summary>
    public string NameOf(PreparedMap map)
    {
        var alike = Prepared.Maps.Where(m => m.Id == map.Id).ToList();
        return alike.Count == 1 ? map.Id : string.Create(CultureInfo.InvariantCulture, $"{map.Id} {alike.IndexOf(map) + 1}");
    }

    void ReadOpenedMaps()
    {
        _opened.UnionWith(Pack.Progress.Events(Entry.Id)
            .Where(e => e.Kind == PlayerEventKind.MapOpened && e.Revision == Entry.Revision).Select(e => e.Detail));
        ShowMaps();
        Drawn = Prepared.Shown;
    }

    void ShowMaps()
    {
        var visible = Prepared.Only(m => m.Role == MapRole.Shown || _opened.Contains(KeyOf(m)));
        // A level without a shown map draws its first one.
        _visible = visible.Maps.IsEmpty ? Prepared.Only(m => m == Prepared.Shown) : visible;
    }

    /// <summary>The hidden map that beat an answer which meets every goal of passing on the maps that are seen; null if none did.</summary>
    PreparedMap? Beaten(LevelRunResult judged)
    {
        var missed = judged.Goals.FirstOrDefault(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false });
        var isMissedHere = VisibleRun(_handedIn!, judged).Goals.Any(g => g is { Goal.Tier: GoalTier.Pass, IsMet: false });
        return missed is null || isMissedHere ? null : Prepared.Maps.FirstOrDefault(m => m.Id == missed.Map && m.Seed == missed.Seed);
    }

    void OpenMap(PreparedMap map)
    {
        if (_opened.Add(KeyOf(map)))
        {
            Pack.Progress.Note(new PlayerEvent(PlayerEventKind.MapOpened, Entry.Id, Entry.Revision, KeyOf(map)));
            ShowMaps();
        }

        Drawn = map;
    }

    /// <summary>The same answer on the maps that are seen.</summary>
    LevelRunResult VisibleRun(Answer answer, LevelRunResult judged) =>
        judged.Maps.Select(m => m.Map).SequenceEqual(_visible.Maps, ReferenceEqualityComparer.Instance) ? judged : answer.Run(_visible);

    static string KeyOf(PreparedMap map) => map.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $"{map.Id}:{seed}") : map.Id;
}
