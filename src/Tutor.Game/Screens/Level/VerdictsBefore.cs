using Tutor.Core.Memory;
using Tutor.Core.Simulation;

namespace Tutor.Game.Screens.Level;

/// <summary>
/// The verdicts that a map shows beside a text that is no predicate. On the way to a long name lie short ones that are
/// predicates, too: <c>folio</c> is true of every page. Nobody meant them, so the map goes back to the text before them.
/// </summary>
sealed class VerdictsBefore
{
    (string Text, MemoryMap Map, CompactionResult Result)? _newest;
    (MemoryMap Map, CompactionResult Result)? _settled;

    /// <summary>Takes the verdicts of a text that is a predicate.</summary>
    public void Take(string text, MemoryMap map, CompactionResult result)
    {
        if (_newest is { } before && before.Text != text && !HasGrownAWord(before.Text, text))
        {
            _settled = (before.Map, before.Result);
        }

        _newest = (text, map, result);
    }

    /// <summary>The verdicts to show on a map beside a text that is no predicate; null if none were shown on it.</summary>
    public CompactionResult? Of(string text, MemoryMap map)
    {
        var shown = _newest is { } newest && !HasGrownAWord(newest.Text, text) ? (newest.Map, newest.Result) : _settled;
        return shown is { } found && found.Map == map ? found.Result : null;
    }

    /// <summary>Whether nothing but letters of a word was added, right behind what was there of that word.</summary>
    internal static bool HasGrownAWord(string before, string after)
    {
        var added = after.Length - before.Length;
        if (added <= 0)
        {
            return false;
        }

        var at = before.AsSpan().CommonPrefixLength(after);
        return at > 0 && IsOfWord(before[at - 1]) && before.AsSpan(at).SequenceEqual(after.AsSpan(at + added))
            && after.AsSpan(at, added).ToString().All(IsOfWord);
    }

    static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
