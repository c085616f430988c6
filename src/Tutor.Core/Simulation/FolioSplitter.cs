using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>
/// <c>try_split_folio()</c> (6.12 <c>mm/migrate.c</c>): cuts the folios of a batch into frames, which wait for its
/// end. Holds the folios of the batch, too.
/// </summary>
sealed class FolioSplitter(CompactRun run)
{
    readonly RunPalette _palette = run.Memory.Palette;
    readonly List<MigratingFolio> _rented = new(512);
    int _used;

    /// <summary>Frames of split folios that wait: of each folio the last one first, and its first one last.</summary>
    public List<MigratingFolio> Pieces { get; } = new(512);

    /// <summary>Folios of this batch that were split.</summary>
    public int Splits { get; private set; }

    /// <summary>A new batch: what was handed out is taken back.</summary>
    public void Begin()
    {
        (_used, Splits) = (0, 0);
        Pieces.Clear();
    }

    /// <summary>An object to be filled, until the next batch begins.</summary>
    public MigratingFolio Rent()
    {
        if (_used == _rented.Count)
        {
            _rented.Add(new MigratingFolio());
        }

        return _rented[_used++];
    }

    /// <summary>
    /// Whether the folio was split; its pieces wait then. A file system's data is dropped first, unless the folio
    /// is dirty, and stays dropped if the split fails all the same.
    /// </summary>
    public bool TrySplit(MigratingFolio folio, bool isAsync)
    {
        if (!IsPossible(folio, isAsync))
        {
            run.Ledger.FolioSplitFailed++;
            run.Trace?.Add(ScanEventKind.SplitFailed, folio.Pfn, folio.NrPages);
            return false;
        }

        Splits++;
        run.Trace?.Add(ScanEventKind.FolioSplit, folio.Pfn, folio.NrPages);
        var state = InPass(folio.Id);
        for (var i = folio.NrPages - 1; i >= 0; i--)
        {
            AddPiece(folio, state, i);
        }

        return true;
    }

    void AddPiece(MigratingFolio folio, PageState state, int index)
    {
        var pfn = folio.Pfn + index;
        var mappings = FolioSplit.MappingsAfter(state, _palette.StateOf(run.Memory.IdAt(pfn))!, index);
        var piece = Rent();
        piece.SetPiece(pfn, _palette.PieceOf(folio.Id, mappings), folio.IsolatedAs,
            isUnused: mappings == 0 && !state.Has(PageFlags.Mapping));
        Pieces.Add(piece);
    }

    bool IsPossible(MigratingFolio folio, bool isAsync)
    {
        var state = InPass(folio.Id);
        var race = run.Races is { } races && races.TryGetValue(folio.Pfn, out var kind) ? kind : (RaceKind?)null;
        if (race == RaceKind.Referenced || (state.Has(PageFlags.Locked) && isAsync))
        {
            return false;
        }

        if (FolioSplit.HasFileSystemData(state) && !state.Has(PageFlags.Dirty))
        {
            folio.Id = _palette.WithoutFileSystemData(folio.Id);
            state = InPass(folio.Id);
        }

        return race is RaceKind.Released or RaceKind.Freed || FolioSplit.IsPossible(state);
    }

    PageState InPass(int id) => CourseBefore.InPass(_palette.StateOf(id)!, run.Settings, run.Pass);
}
