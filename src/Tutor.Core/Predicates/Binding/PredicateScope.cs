using System.Collections.Immutable;
using Tutor.Core.Memory;

namespace Tutor.Core.Predicates.Binding;

/// <summary>What a level lets a predicate say, and what it knows about the pages it will be asked of.</summary>
public sealed record PredicateScope
{
    /// <summary>Everything, about no pages in particular.</summary>
    public static PredicateScope All { get; } = new();

    /// <summary>Groups or single names; left out (default): everything.</summary>
    public ImmutableArray<string> Vocabulary { get; init; }

    /// <summary>Names and groups that are not lent although they were before, each with the reason.</summary>
    public ImmutableDictionary<string, string> TakenAway { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The release whose meaning the names have; null (the default): the scanner's.</summary>
    public KernelNames? Names { get; init; }

    /// <summary>What <see cref="Names"/> comes to.</summary>
    internal KernelNames NamesInUse => Names ?? KernelNamesWords.Of(Control.Release);

    /// <summary>Where a name is taught, in words to put after "it comes with", or null if nowhere.</summary>
    public Func<string, string?>? TaughtBy { get; init; }

    /// <summary>The page states of the level's maps, for warnings about comparisons that never change.</summary>
    public ImmutableArray<PageState> States { get; init; } = [];

    /// <summary>The run that <see cref="States"/> are asked in.</summary>
    public CompactControl Control { get; init; } = new();

    /// <summary>Whether this row of the table may be used.</summary>
    public bool Contains(BuiltIn builtIn)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        return WhyTakenAway(builtIn) is null
            && (builtIn.Group is null || Vocabulary.IsDefault
                || Vocabulary.Contains(builtIn.Group, StringComparer.Ordinal) || IsLentByName(builtIn));
    }

    /// <summary>The reason for which it is not lent any more; null where none is given. A name that is lent by itself stays, whatever became of its group.</summary>
    internal string? WhyTakenAway(BuiltIn builtIn) => TakenAway.IsEmpty ? null
        : TakenAway.GetValueOrDefault(builtIn.Name)
        ?? (builtIn.Means is { } means ? TakenAway.GetValueOrDefault(means) : null)
        ?? (builtIn.Group is { } group && !IsLentByName(builtIn) ? TakenAway.GetValueOrDefault(group) : null);

    bool IsLentByName(BuiltIn builtIn) => !Vocabulary.IsDefault
        && (Vocabulary.Contains(builtIn.Name, StringComparer.Ordinal)
            || (builtIn.Means is { } means && Vocabulary.Contains(means, StringComparer.Ordinal)));
}
