using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Text;

namespace Tutor.Core.Scenarios;

/// <summary>Completes page kinds with what they take from the kinds they are based on, and checks them.</summary>
sealed class PageKindResolver(PageKinds known)
{
    readonly List<ScenarioProblem> _problems = [];
    readonly List<PageKind> _written = [];
    readonly Dictionary<string, PageKind> _byName = new(StringComparer.Ordinal);
    readonly Dictionary<string, PageKind?> _completed = new(StringComparer.Ordinal);
    readonly HashSet<string> _inProgress = new(StringComparer.Ordinal);

    public ImmutableArray<ScenarioProblem> Problems => [.. _problems];

    public bool IsWritten(string name) => _byName.ContainsKey(name);

    public void Add(PageKind kind)
    {
        if (_byName.TryAdd(kind.Name, kind))
        {
            _written.Add(kind);
        }
        else
        {
            _problems.Add(new ScenarioProblem($"kinds/{kind.Name}", $"'{kind.Name}' is defined twice"));
        }
    }

    /// <summary>Those that are right, in the order in which they were added.</summary>
    public ImmutableArray<PageKind> CompleteAll() => [.. _written.Select(Complete).OfType<PageKind>()];

    PageKind? Complete(PageKind kind)
    {
        if (_completed.TryGetValue(kind.Name, out var done))
        {
            return done;
        }

        _inProgress.Add(kind.Name);
        var whole = kind.BasedOn is null ? kind : FindBase(kind) is { } parent ? Extend(parent, kind) : null;
        if (whole is not null)
        {
            var found = PageKindChecks.Check(whole).ToList();
            _problems.AddRange(found);
            whole = found.Count == 0 ? whole : null;
        }

        _inProgress.Remove(kind.Name);
        _completed.Add(kind.Name, whole);
        return whole;
    }

    PageKind? FindBase(PageKind kind)
    {
        var name = kind.BasedOn!;
        var place = $"kinds/{kind.Name}/based_on";
        if (name != kind.Name && _byName.TryGetValue(name, out var written))
        {
            if (!_inProgress.Contains(name))
            {
                return Complete(written);
            }

            _problems.Add(new ScenarioProblem(place, $"'{kind.Name}' is based on itself by way of '{name}'"));
            return null;
        }

        // A kind that replaces a known one may be based on the one it replaces.
        if (known.Find(name) is { } parent)
        {
            return parent;
        }

        var nearest = Suggestions.Nearest(name, known.All.Select(k => k.Name).Concat(_byName.Keys));
        _problems.Add(name == kind.Name
            ? new ScenarioProblem(place, $"'{name}' is based on itself")
            : new ScenarioProblem(place, $"no page kind is called '{name}'",
                nearest is null ? null : $"did you mean '{nearest}'?"));
        return null;
    }

    /// <summary>
    /// Flags are added, holders replace those of the same kind (with count 0: remove them), everything else
    /// that is written replaces.
    /// </summary>
    static PageKind Extend(PageKind parent, PageKind kind)
    {
        var replaced = kind.Holders.Select(h => h.Kind).ToHashSet();
        return kind with
        {
            Flags = parent.Flags | kind.Flags,
            Holders =
            [
                .. parent.Holders.Where(h => !replaced.Contains(h.Kind)),
                .. kind.Holders.Where(h => h.Count.Most != 0),
            ],
            Order = kind.Order != 0 ? kind.Order : parent.Order,
            IsPartiallyMapped = kind.IsPartiallyMapped || parent.IsPartiallyMapped,
            MigrateOp = kind.MigrateOp ?? parent.MigrateOp,
            Refuses = kind.Refuses != MigrationRefusal.None ? kind.Refuses : parent.Refuses,
            Zone = kind.Zone ?? parent.Zone,
            Migratetype = kind.Migratetype ?? parent.Migratetype,
            About = kind.About ?? parent.About,
        };
    }
}
