using System.Globalization;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <content>Finding a page; long texts.</content>
sealed partial class TextLevel
{
    void SayLong(string markdown) => _speaker.SayLong(markdown, _sitting.Pack.Kinds, _ => []);

    /// <summary>
    /// A page by its number, <c>+515</c> or <c>515</c>; by its pfn, <c>0x203</c>; the next of a kind, by the kind's name
    /// or the beginning of it; or the next wrong one. Null when there is none, which is said.
    /// </summary>
    int? PlaceOf(string word, int otherwise)
    {
        if (word.Length == 0)
        {
            return otherwise;
        }

        if (word == "wrong")
        {
            return NextWrong();
        }

        // While pages are to be marked their kinds are not named.
        return Answer.HidesKinds || char.IsAsciiDigit(word[0]) || word[0] == '+' ? PageAt(word) : NextOfKind(word);
    }

    int? NextWrong()
    {
        if (MayNotTell())
        {
            return null;
        }

        if (_map.Jump(Words.IsWrong))
        {
            return _map.Page;
        }

        _speaker.Say("No page of this map is wrong.");
        return null;
    }

    /// <summary>The next page of the kind after the one that was told last; the search begins again at the map's end.</summary>
    int? NextOfKind(string word)
    {
        var kinds = _sitting.Map.Palette.Select(p => p.Kind).Distinct().ToList();
        var near = kinds.Where(k => k.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
        var kind = near.Find(k => k.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? (near is [var only] ? only : null);
        if (kind is not null && MapSearch.Next(_sitting.Map, id => _sitting.Map.Palette[id].Kind == kind, _map.Page) is { } found)
        {
            return found;
        }

        _speaker.Say(near.Count > 1 ? $"Several kinds begin so: {string.Join(", ", near)}."
            : $"No page here is of kind '{word}'. There are {string.Join(", ", kinds.Order(StringComparer.Ordinal))}.");
        return null;
    }

    /// <summary>A page by its number or its pfn; null when there is none, which is said.</summary>
    public int? PageAt(string word)
    {
        var isPfn = word.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var isNumber = isPfn ? long.TryParse(word.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            : long.TryParse(word.TrimStart('+'), NumberStyles.None, CultureInfo.InvariantCulture, out number);
        var page = isPfn ? number - _sitting.Map.FirstPfn : number;
        if (isNumber && page >= 0 && page < _sitting.Map.PageCount)
        {
            return (int)page;
        }

        _speaker.Say($"Which page? From +0 to +{_sitting.Map.PageCount - 1}, or a pfn as 0x{_sitting.Map.FirstPfn:x}.");
        return null;
    }
}
