using System.Buffers;
using System.Collections.Immutable;
using Tutor.Core.Predicates.Binding;

namespace Tutor.Core.Predicates;

/// <summary>A word that the editor can offer.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="Insert">What is put in: functions with their usual arguments.</param>
/// <param name="Signature">As C declares it.</param>
/// <param name="Summary">One line of help.</param>
/// <param name="Group">Vocabulary group, or null for the language's own words.</param>
/// <param name="Kind">What it is: a function, a constant, …</param>
public sealed record Completion(string Name, string Insert, string Signature, string Summary, string? Group, BuiltInKind Kind)
{
    static readonly SearchValues<char> NameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>
    /// What can stand at <paramref name="position"/> (a code unit) in a text, best first: names that begin with what is
    /// typed there, then names that contain it. Behind <c>-></c> only members.
    /// </summary>
    public static ImmutableArray<Completion> At(string text, int position, PredicateScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        position = Math.Clamp(position, 0, text.Length);
        var start = position;
        while (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }

        var typed = text[start..position];
        if (typed.Length > 0 && char.IsAsciiDigit(typed[0]))
        {
            return [];
        }

        var before = text.AsSpan(0, start).TrimEnd();
        if (!before.EndsWith("->", StringComparison.Ordinal))
        {
            return For(typed, members: false, scope);
        }

        before = before[..^2].TrimEnd();
        var owner = before[(before.LastIndexOfAnyExcept(NameLetters) + 1)..].ToString();
        var all = For(typed, members: true, scope);
        var own = all.Where(c => c.Signature.Contains($"{owner}->", StringComparison.Ordinal)).ToImmutableArray();
        // A variable of the player's own may be any of them.
        return owner.Length > 0 && own.Length > 0 ? own : owner == "cc" ? [] : all;
    }

    /// <summary>Names of the level's vocabulary that fit <paramref name="typed"/>, best first.</summary>
    public static ImmutableArray<Completion> For(string typed, bool members, PredicateScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return
        [
            .. BuiltIns.All
                .Where(b => (b.Kind == BuiltInKind.Member) == members && scope.Contains(b))
                .Where(b => b.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
                .OrderBy(b => b.Name.StartsWith(typed, StringComparison.Ordinal) ? 0
                    : b.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 1 : 2)
                .ThenBy(b => b.Kind == BuiltInKind.Parameter ? 0 : 1)
                .ThenBy(b => b.Name, StringComparer.Ordinal)
                .DistinctBy(b => b.Name)
                .Select(Of),
        ];
    }

    /// <summary>A row of the table as the editor offers it.</summary>
    public static Completion Of(BuiltIn builtIn)
    {
        ArgumentNullException.ThrowIfNull(builtIn);
        return new Completion(builtIn.Name, builtIn.Usage, builtIn.Signature, builtIn.Summary, builtIn.Group, builtIn.Kind);
    }
}
