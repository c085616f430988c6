using CsCheck;
using Tutor.Core.Scenarios;
using Xunit;

namespace Tutor.Core.Tests.Scenarios;

public class RngTests
{
    /// <summary>From the reference implementation at prng.di.unimi.it with state 1234567.</summary>
    [Fact]
    public void Splitmix64_is_the_published_one()
    {
        ulong state = 1234567;
        ulong[] outputs = [Rng.SplitMix64(ref state), Rng.SplitMix64(ref state), Rng.SplitMix64(ref state)];
        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423], outputs);
    }

    /// <summary>From the reference implementation with state 1, 2, 3, 4.</summary>
    [Fact]
    public void Xoshiro256_star_star_is_the_published_one()
    {
        var rng = Rng.FromState(1, 2, 3, 4);
        ulong[] outputs = [rng.Next(), rng.Next(), rng.Next(), rng.Next()];
        Assert.Equal([11520, 0, 1509978240, 1215971899390074240], outputs);
    }

    [Fact]
    public void A_stream_begins_as_the_documents_say()
    {
        var rng = Rng.ForStream(seed: 7, stream: 3);
        ulong[] outputs = [rng.Next(), rng.Next(), rng.Next()];
        Assert.Equal([9247734648865198811, 4312161317441493479, 796828188192397589], outputs);
    }

    [Fact]
    public void Neighbouring_streams_and_seeds_have_nothing_in_common()
    {
        var firsts = from seed in Enumerable.Range(0, 30)
                     from stream in Enumerable.Range(0, 30)
                     select Rng.ForStream((ulong)seed, (ulong)stream).Next();
        Assert.Equal(900, firsts.Distinct().Count());
    }

    [Fact]
    public void Below_stays_below_and_reaches_everything() =>
        Gen.Select(Gen.ULong, Gen.Int[1, 40]).Sample((seed, bound) =>
        {
            var rng = Rng.ForStream(seed, 0);
            var seen = Enumerable.Range(0, bound * 40).Select(_ => rng.Below(bound)).ToHashSet();
            return seen.Min() == 0 && seen.Max() == bound - 1 && seen.Count == bound;
        }, iter: 200);

    [Fact]
    public void A_bound_of_one_draws_nothing()
    {
        var (rng, same) = (Rng.ForStream(1, 1), Rng.ForStream(1, 1));
        Assert.Equal(0, rng.Below(1));
        Assert.Equal(same.Next(), rng.Next());
    }

    [Fact]
    public void A_shuffle_keeps_every_item()
    {
        var items = Enumerable.Range(0, 100).ToArray();
        Rng.ForStream(5, 5).Shuffle(items.AsSpan());
        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }
}
