using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Predicates.Binding;

/// <summary>
/// The kernel release whose meaning a name has: <c>skip.names</c> of a level, <c>--names</c> of the command line. It
/// chooses rows of <see cref="BuiltIns"/>; the scanner is chosen by <c>run.release</c> alone.
/// </summary>
public enum KernelNames : byte
{
    /// <summary>6.1.192, with what stable took from later releases.</summary>
    Linux61,

    /// <summary>6.12.117, with what stable took from later releases.</summary>
    Linux612,
    Linux616,

    /// <summary>Since f183663901f2 (December 2025), which stable releases took too.</summary>
    Linux619,
}

/// <summary>How levels and the command line spell <see cref="KernelNames"/>.</summary>
public static class KernelNamesWords
{
    /// <summary>Every spelling, oldest release first: the order of <see cref="KernelNames"/>.</summary>
    public static ImmutableArray<string> All { get; } = ["6.1", "6.12", "6.16", "6.19"];

    /// <summary><c>6.16</c>.</summary>
    public static string Word(this KernelNames names) => All[(int)names];

    /// <summary>The release of this spelling, or null.</summary>
    public static KernelNames? Find(string word) => All.IndexOf(word) is >= 0 and var index ? (KernelNames)index : null;

    /// <summary>What to write for a release of which no name has a meaning of its own.</summary>
    public static string Cure(string word) => KernelReleases.Before(word, All) is not { } last
        ? $"\"{All[0]}\" is the oldest; names of older releases are understood under every one"
        : last == All[^1] ? $"write \"{last}\": no later meaning is known"
        : $"write \"{last}\": its meanings hold until {All[All.IndexOf(last) + 1]}";

    /// <summary>What names mean where nobody chose: as in the scanner's own release.</summary>
    public static KernelNames Of(KernelRelease release) => release switch
    {
        KernelRelease.Linux61 => KernelNames.Linux61,
        KernelRelease.Linux612 => KernelNames.Linux612,
    };
}
