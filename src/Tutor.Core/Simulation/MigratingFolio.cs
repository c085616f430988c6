using Tutor.Core.Memory;

namespace Tutor.Core.Simulation;

/// <summary>What a batch of 6.12 migrates: a page, a large folio, or a piece of a large folio that was split.</summary>
sealed class MigratingFolio
{
    public long Pfn { get; private set; }

    /// <summary>Its state now.</summary>
    public int Id { get; set; }

    /// <summary>The state with which it, or the folio that it is a piece of, was isolated.</summary>
    public int IsolatedAs { get; private set; }

    public int Order { get; private set; }

    public int NrPages => 1 << Order;

    /// <summary>A frame of a folio that was split.</summary>
    public bool IsPiece { get; private set; }

    /// <summary>It is split before anything else.</summary>
    public bool IsPartiallyMapped { get; set; }

    /// <summary>Nobody holds it any more: it is freed at its next turn.</summary>
    public bool IsUnused { get; set; }

    /// <summary>First frame of its target; -1 where targets are not simulated.</summary>
    public long Target { get; set; }

    public void SetFolio(long pfn, int id, int isolatedAs, PageState state)
    {
        (Pfn, Id, IsolatedAs, IsPiece, IsUnused, Target) = (pfn, id, isolatedAs, false, false, -1);
        Order = state.Has(PageFlags.Head) ? state.Order : 0;
        IsPartiallyMapped = state.IsPartiallyMapped;
    }

    public void SetPiece(long pfn, int id, int isolatedAs, bool isUnused)
    {
        (Pfn, Id, IsolatedAs, IsPiece, IsUnused, Target) = (pfn, id, isolatedAs, true, isUnused, -1);
        (Order, IsPartiallyMapped) = (0, false);
    }
}
