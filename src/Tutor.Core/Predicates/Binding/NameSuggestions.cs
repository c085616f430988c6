namespace Tutor.Core.Predicates.Binding;

/// <summary>
/// "Did you mean …?" for names of the kernel. Two names of the kernel are often a few letters apart and mean different
/// things, so that only what must be a slip counts: another case, a missing <c>_</c>, one letter in a word.
/// </summary>
static class NameSuggestions
{
    /// <summary>Words shorter than this are too near to others: <c>get</c> and <c>set</c>.</summary>
    const int ShortestWord = 4;

    /// <summary>The name that <paramref name="word"/> is a slip of, or null; ties go to the first in order.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => word.Length is 0 or > 64 ? null
        : known.Where(name => IsSlip(word, name)).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether the two differ by slips only.</summary>
    public static bool IsSlip(string word, string name)
    {
        // _compound_head() and compound_head() are two functions.
        if (word.Length - word.TrimStart('_').Length != name.Length - name.TrimStart('_').Length)
        {
            return false;
        }

        if (Bare(word).Equals(Bare(name), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var (mine, theirs) = (word.Split('_'), name.Split('_'));
        if (mine.Length != theirs.Length)
        {
            return IsOneLetter(Bare(word), Bare(name)) && Bare(name).Length >= 2 * ShortestWord;
        }

        var slips = mine.Zip(theirs).Where(p => p.First != p.Second).ToList();
        return slips.Count <= 2 && slips.TrueForAll(p => p.Second.Length >= ShortestWord && IsOneLetter(p.First, p.Second));
    }

    static string Bare(string name) => name.Replace("_", "", StringComparison.Ordinal);

    /// <summary>One letter too many, too few, wrong, or two that changed places.</summary>
    static bool IsOneLetter(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var (restA, restB) = (a[start..], b[start..]);
        var isSwap = restA.Length >= 2 && restB.Length == restA.Length
            && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..] == restB[2..];
        return isSwap || Behind(restA, 1) == Behind(restB, 1) || Behind(restA, 1) == restB || restA == Behind(restB, 1);
    }

    static string Behind(string text, int count) => text.Length >= count ? text[count..] : "";
}
