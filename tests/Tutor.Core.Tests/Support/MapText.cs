using System.Security.Cryptography;
using System.Text;
using Tutor.Core.Memory;

namespace Tutor.Core.Tests.Support;

/// <summary>Maps as a person or a checksum reads them.</summary>
static class MapText
{
    /// <summary>One letter a page: the first of its kind, upper case for heads, <c>.</c> for free.</summary>
    public static string Draw(MemoryMap map, int start, int count) => string.Concat(
        Enumerable.Range(start, count).Select(i => Letter(map.StateAt(i))));

    /// <summary>Everything about every page: equal for equal maps only.</summary>
    public static string Checksum(MemoryMap map)
    {
        var states = map.Palette.Select(s => string.Join(' ', s.Kind, s.Flags, s.Order, s.RefCount, s.MapCount,
            s.PinCount, s.Zone, s.Migratetype)).ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < map.PageCount; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(states[map.StateIdAt(i)]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    static char Letter(PageState state) => state.Kind == "free" ? state.Has(PageFlags.Buddy) ? (char)('0' + state.Order) : '.'
        : state.Has(PageFlags.Head) ? char.ToUpperInvariant(state.Kind[0])
        : state.Kind[0];
}
