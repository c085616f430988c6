using System.Numerics;

namespace Tutor.Core.Scenarios;

/// <summary>
/// The one source of randomness: xoshiro256** (Blackman and Vigna), its state filled by splitmix64. The same
/// numbers on every machine, and any number of independent streams of one seed, so that a part of a map can be
/// made without the parts before it.
/// </summary>
public struct Rng
{
    ulong _s0;
    ulong _s1;
    ulong _s2;
    ulong _s3;

    Rng(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>The generator with this state, not all zero.</summary>
    public static Rng FromState(ulong s0, ulong s1, ulong s2, ulong s3) => new(s0, s1, s2, s3);

    /// <summary>
    /// Stream number <paramref name="stream"/> of a seed: with mix(x) the first splitmix64 output from state x,
    /// the state is the first four outputs from state mix(mix(seed) xor stream).
    /// </summary>
    public static Rng ForStream(ulong seed, ulong stream)
    {
        ulong x = seed;
        x = SplitMix64(ref x) ^ stream;
        x = SplitMix64(ref x);
        return new Rng(SplitMix64(ref x), SplitMix64(ref x), SplitMix64(ref x), SplitMix64(ref x));
    }

    /// <summary>Steps <paramref name="state"/> and gives the next output of splitmix64.</summary>
    public static ulong SplitMix64(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        var result = unchecked(BitOperations.RotateLeft(_s1 * 5, 7) * 9);
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>
    /// A number from 0 to <paramref name="bound"/>, exclusive, each equally likely: Lemire's multiplication of
    /// the upper 32 bits, with rejection. A bound of 1 draws nothing.
    /// </summary>
    public int Below(int bound)
    {
        if (bound <= 1)
        {
            return 0;
        }

        var product = (Next() >> 32) * (ulong)bound;
        if ((uint)product < (uint)bound)
        {
            var threshold = unchecked((uint)-bound) % (uint)bound;
            while ((uint)product < threshold)
            {
                product = (Next() >> 32) * (ulong)bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A number from <paramref name="least"/> to <paramref name="most"/>, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Puts items into random order: Fisher and Yates, from the last item down.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
