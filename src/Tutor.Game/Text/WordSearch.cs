using System.Collections.Immutable;

namespace Tutor.Game.Text;

/// <summary>Finds things by what somebody typed: words that begin with it, and only where there is none, words that have it inside.</summary>
static class WordSearch
{
    /// <summary>Those that are found, in their order; a name that fits comes before what is said of a thing. Nothing typed finds all.</summary>
    /// <param name="name">What the thing is called.</param>
    /// <param name="about">What is said of it.</param>
    public static ImmutableArray<T> Find<T>(IEnumerable<T> things, string typed, Func<T, string> name, Func<T, string> about)
    {
        var ranked = things.Select(thing => (Thing: thing, Rank: RankOf(typed, name(thing), about(thing)))).Where(t => t.Rank < Rank.Nowhere).ToList();
        var hasBeginnings = ranked.Exists(t => t.Rank < Rank.Inside);
        return [.. ranked.Where(t => !hasBeginnings || t.Rank < Rank.Inside).OrderBy(t => t.Rank).Select(t => t.Thing)];
    }

    /// <summary>Whether a word of the text begins with what was typed; what was typed may be several words.</summary>
    public static bool HasBeginning(string text, string typed)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var at = text.IndexOf(typed, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(typed, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }

            if (at + 1 >= text.Length)
            {
                break;
            }
        }

        return false;
    }

    enum Rank
    {
        Name,
        About,
        Inside,
        Nowhere,
    }

    static Rank RankOf(string typed, string name, string about) => HasBeginning(name, typed) ? Rank.Name
        : HasBeginning(about, typed) ? Rank.About
        : name.Contains(typed, StringComparison.OrdinalIgnoreCase) || about.Contains(typed, StringComparison.OrdinalIgnoreCase) ? Rank.Inside
        : Rank.Nowhere;
}
