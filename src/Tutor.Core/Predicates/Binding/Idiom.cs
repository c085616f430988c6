using System.Collections.Immutable;

namespace Tutor.Core.Predicates.Binding;

/// <summary>A macro of the kernel that a predicate may use and that is no function of one page.</summary>
/// <param name="Name"><c>READ_ONCE</c>.</param>
/// <param name="Usage">How it is written.</param>
/// <param name="Meaning">One sentence without a full stop.</param>
/// <param name="Source">Kernel release and file.</param>
public sealed record Idiom(string Name, string Usage, string Meaning, string Source);

/// <summary>The table of <see cref="Idiom"/>s; the binder gives each its meaning.</summary>
public static class Idioms
{
    const string Kconfig = "6.1 include/linux/kconfig.h";
    const string Bug = "6.1 include/asm-generic/bug.h";
    const string MinMax = "6.12 include/linux/minmax.h";

    /// <summary>Every row.</summary>
    public static ImmutableArray<Idiom> All { get; } =
    [
        new("READ_ONCE", "READ_ONCE(x)", "x: pages stand still while a predicate looks", "6.1 include/asm-generic/rwonce.h"),
        new("data_race", "data_race(x)", "x: pages stand still while a predicate looks", "6.1 include/linux/compiler.h"),
        new("WARN", "WARN(condition, \"…\", …)", "The condition, 0 or 1, as a long; the text is read over", Bug),
        new("WARN_ONCE", "WARN_ONCE(condition, \"…\", …)", "The condition, 0 or 1, as a long; the text is read over", Bug),
        new("min", "min(a, b)", "The smaller one; both must be signed, or both unsigned", MinMax),
        new("max", "max(a, b)", "The larger one; both must be signed, or both unsigned", MinMax),
        new("min_t", "min_t(type, a, b)", "The smaller one, both cast to the type first", MinMax),
        new("max_t", "max_t(type, a, b)", "The larger one, both cast to the type first", MinMax),
        new("IS_ENABLED", "IS_ENABLED(CONFIG_…)", "1 if the kernel's configuration has it, else 0", Kconfig),
        new("IS_BUILTIN", "IS_BUILTIN(CONFIG_…)", "1 if the kernel's configuration has it built in, else 0; the game's kernel has no modules", Kconfig),
        new("IS_REACHABLE", "IS_REACHABLE(CONFIG_…)", "1 if code here could call what the option builds, else 0; the game's kernel has no modules", Kconfig),
        new("test_bit", "test_bit(PG_lru, &page->flags)", "Whether a bit of the flags is set", "6.1 include/linux/bitops.h"),
    ];

    /// <summary>The row of this name, or null.</summary>
    public static Idiom? Find(string name) => All.FirstOrDefault(i => i.Name == name);
}
