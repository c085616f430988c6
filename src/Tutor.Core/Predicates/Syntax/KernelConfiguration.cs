using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>How the game takes an option of the kernel's configuration.</summary>
/// <param name="Name"><c>CONFIG_CMA</c>.</param>
/// <param name="IsSet">Whether <c>IS_ENABLED()</c> is 1.</param>
/// <param name="Source">Where that was read, or why the game has it.</param>
public sealed record KernelOption(string Name, bool IsSet, string Source);

/// <summary>
/// The configuration that <c>#ifdef CONFIG_…</c> and <c>IS_ENABLED()</c> ask. It is that of Debian's kernels for amd64,
/// but for what the game's memory has and they have not.
/// </summary>
public static class KernelConfiguration
{
    const string Debian = "read in Debian's linux-config-6.1 and -6.12, amd64";
    const string Debian61 = "read in Debian's linux-config-6.1, amd64";

    /// <summary>Every option that somebody looked up, by name.</summary>
    public static ImmutableArray<KernelOption> All { get; } =
    [
        new("CONFIG_64BIT", true, Debian), new("CONFIG_ARCH_ENABLE_THP_MIGRATION", true, Debian),
        new("CONFIG_BALLOON_COMPACTION", true, Debian), new("CONFIG_BUG", true, Debian),
        new("CONFIG_CMA", true, "the game has pageblocks of CMA; Debian's amd64 kernels have not"),
        new("CONFIG_COMPACTION", true, Debian), new("CONFIG_CONTIG_ALLOC", true, Debian), new("CONFIG_DEBUG_VM", false, Debian),
        new("CONFIG_DEBUG_VM_PGFLAGS", false, Debian), new("CONFIG_DEFERRED_STRUCT_PAGE_INIT", true, Debian),
        new("CONFIG_DEVICE_PRIVATE", false, Debian), new("CONFIG_FS_DAX", true, Debian), new("CONFIG_HIGHMEM", false, Debian),
        new("CONFIG_HUGETLB_PAGE", true, Debian), new("CONFIG_HUGETLB_PAGE_OPTIMIZE_VMEMMAP", true, Debian),
        new("CONFIG_IOMMU_SUPPORT", true, Debian), new("CONFIG_KSM", true, Debian), new("CONFIG_LRU_GEN", true, Debian),
        new("CONFIG_MEMCG", true, Debian), new("CONFIG_MEMORY_FAILURE", true, Debian), new("CONFIG_MEMORY_HOTPLUG", true, Debian),
        new("CONFIG_MEMORY_HOTREMOVE", true, Debian), new("CONFIG_MEMORY_ISOLATION", true, Debian), new("CONFIG_MIGRATION", true, Debian),
        new("CONFIG_MMU", true, Debian), new("CONFIG_NUMA", true, Debian), new("CONFIG_NUMA_BALANCING", true, Debian),
        new("CONFIG_PAGE_EXTENSION", true, Debian), new("CONFIG_PAGE_IDLE_FLAG", false, Debian61), new("CONFIG_PAGE_OWNER", false, Debian),
        new("CONFIG_PAGE_TABLE_CHECK", false, Debian), new("CONFIG_PREEMPT_RT", false, Debian), new("CONFIG_READ_ONLY_THP_FOR_FS", false, Debian),
        new("CONFIG_SECRETMEM", true, Debian), new("CONFIG_SHMEM", true, Debian), new("CONFIG_SMP", true, Debian),
        new("CONFIG_SPARSEMEM", true, Debian), new("CONFIG_SPARSEMEM_VMEMMAP", true, Debian), new("CONFIG_SWAP", true, Debian),
        new("CONFIG_THP_SWAP", true, Debian), new("CONFIG_TRANSPARENT_HUGEPAGE", true, Debian), new("CONFIG_USERFAULTFD", true, Debian),
        new("CONFIG_VFIO", true, Debian), new("CONFIG_ZONE_DEVICE", true, Debian), new("CONFIG_ZONE_DMA", true, Debian),
        new("CONFIG_ZONE_DMA32", true, Debian), new("CONFIG_ZSMALLOC", true, Debian),
    ];

    static readonly FrozenDictionary<string, KernelOption> ByName = All.ToFrozenDictionary(o => o.Name, StringComparer.Ordinal);

    /// <summary>Whether a name is one of the configuration's.</summary>
    public static bool IsOption(string name) => name.StartsWith("CONFIG_", StringComparison.Ordinal);

    /// <summary>The row of this option, or null.</summary>
    public static KernelOption? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Whether the option is set; one that is in no row is not.</summary>
    public static bool IsSet(string name) => Find(name)?.IsSet ?? false;

    /// <summary>What a diagnostic says of an option that a text asks for.</summary>
    public static (string Message, string? Help) Note(string name) => Find(name) is { } option
        ? ($"'{name}' is {(option.IsSet ? "set" : "not set")} here", option.Source)
        : ($"'{name}' is in no row of the game's configuration: it is taken as not set", "'tutor explain configuration' lists what is known");
}
