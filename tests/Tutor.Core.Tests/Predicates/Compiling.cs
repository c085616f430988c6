using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Short ways to compile and ask in tests.</summary>
static class Compiling
{
    public static CompactControl Control { get; } = new();

    /// <summary>A mapped anonymous page: 1 reference, 1 mapping.</summary>
    public static PageState Anon { get; } = new()
    {
        Kind = "anon", Flags = PageFlags.Lru | PageFlags.Anon | PageFlags.SwapBacked, RefCount = 1,
            MapCount = 1,
        PageMapCount = 1, MapKind = MapKind.Anon,
    };

    /// <summary>Shared memory, mapped once, under one FOLL_PIN.</summary>
    public static PageState PinnedShmem { get; } = new()
    {
        Kind = "vfio-shmem", Flags = PageFlags.Lru | PageFlags.Mapping | PageFlags.SwapBacked,
            RefCount = 1026, MapCount = 1,
        PageMapCount = 1, MapKind = MapKind.Shmem,
    };

    public static ImmutableArray<Diagnostic> Diagnose(string text, PredicateScope? scope = null) =>
        Predicate.Compile(SourceText.From("predicate", text), scope ?? PredicateScope.All).Diagnostics;

    public static Predicate Compile(string text)
    {
        var (predicate, diagnostics) = Predicate.Compile(
            SourceText.From("predicate", text), PredicateScope.All);
        return predicate ?? throw new InvalidOperationException($"{text}\n{string.Join('\n', diagnostics)}");
    }

    public static SkipAnswer Ask(string text, PageState? page = null) =>
        Compile(text).Ask(page ?? Anon, Control);
}
