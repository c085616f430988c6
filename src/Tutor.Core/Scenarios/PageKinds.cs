using System.Collections.Frozen;
using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios;

/// <summary>Something wrong with a page kind or a map recipe, by the words of whoever wrote it.</summary>
/// <param name="Place">What it is about, as a path of keys: <c>kinds/vfio-anon/based_on</c>, <c>mix/annon</c>.</param>
/// <param name="Message">The cause: lower case, no full stop.</param>
/// <param name="Help">The cure, or null.</param>
public sealed record ScenarioProblem(string Place, string Message, string? Help = null);

/// <summary>Page kinds by name, each complete: what it took from the kind it is based on is in it.</summary>
public sealed class PageKinds
{
    readonly FrozenDictionary<string, PageKind> _byName;

    PageKinds(ImmutableArray<PageKind> all)
    {
        All = all;
        _byName = all.ToFrozenDictionary(k => k.Name, StringComparer.Ordinal);
    }

    public static PageKinds Empty { get; } = new([]);

    /// <summary>In the order in which they were written.</summary>
    public ImmutableArray<PageKind> All { get; }

    public PageKind? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>"Did you mean": the known kind nearest to a misspelt one, or null.</summary>
    public string? Nearest(string name) => Suggestions.Nearest(name, All.Select(k => k.Name));

    /// <summary>
    /// These kinds and <paramref name="own"/> on top, as written: an own kind may replace one of the same name and
    /// be based on it. Wrong ones are left out and reported, with the place <c>kinds/NAME/KEY</c>.
    /// </summary>
    public (PageKinds Kinds, ImmutableArray<ScenarioProblem> Problems) With(IEnumerable<PageKind> own)
    {
        ArgumentNullException.ThrowIfNull(own);
        var resolver = new PageKindResolver(this);
        foreach (var kind in own)
        {
            resolver.Add(kind);
        }

        var completed = resolver.CompleteAll();
        var merged = All.Where(k => !resolver.IsWritten(k.Name)).Concat(completed);
        return (new PageKinds([.. merged]), resolver.Problems);
    }
}
