namespace Tutor.Core.Scenarios;

/// <summary>Neighbouring pages of one kind.</summary>
/// <param name="Kind">Index of the kind among a segment's single pages.</param>
/// <param name="Length">Pages.</param>
readonly record struct Stretch(ushort Kind, ushort Length);

/// <summary>
/// The single pages of one segment in one span as a deck of stretches: each kind gets its share by weight, which is cut to
/// the layout's lengths, and all are shuffled. One thread uses the same memory over and over.
/// </summary>
sealed class StretchDeck(int mostPages)
{
    readonly Stretch[] _cards = new Stretch[mostPages];
    readonly ushort[][] _variants = new ushort[RecipeChecks.MostKinds][];
    readonly long[] _remainders = new long[RecipeChecks.MostKinds];
    readonly int[] _quotas = new int[RecipeChecks.MostKinds];
    int _count;

    /// <summary>The stretches in the order in which they are laid.</summary>
    public ReadOnlySpan<Stretch> Cards => _cards.AsSpan(0, _count);

    /// <summary>What <see cref="DealVariants"/> dealt last for a kind, or null.</summary>
    public ushort[]? VariantsOf(int kind) => _variants[kind];

    /// <summary>Shares out <paramref name="pages"/> among a segment's kinds of single pages, cuts and shuffles.</summary>
    public void Deal(PlannedSegment segment, int pages, ref Rng rng)
    {
        Apportion(segment, pages);
        _count = 0;
        for (var kind = 0; kind < segment.Singles.Length; kind++)
        {
            for (var left = _quotas[kind]; left > 0;)
            {
                var run = Math.Min(left, rng.Between(segment.Layout.LeastRun, segment.Layout.MostRun));
                _cards[_count++] = new Stretch((ushort)kind, (ushort)run);
                left -= run;
            }

            var variants = segment.Singles[kind].States.Variants;
            if (variants > 1)
            {
                DealVariants(kind, variants, _quotas[kind], ref rng);
            }
        }

        rng.Shuffle(_cards.AsSpan(0, _count));
    }

    /// <summary>
    /// Whole pages for weights: each gets the floor of its share, and the pages that are left go to the largest
    /// remainders, the first of equal ones first.
    /// </summary>
    void Apportion(PlannedSegment segment, int pages)
    {
        var kinds = segment.Singles.Length;
        var total = segment.Singles.Sum(e => (long)e.Weight);
        var left = pages;
        for (var kind = 0; kind < kinds; kind++)
        {
            var share = (long)pages * segment.Singles[kind].Weight;
            _quotas[kind] = (int)(share / total);
            _remainders[kind] = share % total;
            left -= _quotas[kind];
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var kind = 1; kind < kinds; kind++)
            {
                largest = _remainders[kind] > _remainders[largest] ? kind : largest;
            }

            _quotas[largest]++;
            _remainders[largest] = -1;
        }
    }

    /// <summary>Variants for so many pages of a kind, each as often as any other (but for one), in random order.</summary>
    public ushort[] DealVariants(int kind, int variants, int pages, ref Rng rng)
    {
        var dealt = _variants[kind] ??= new ushort[_cards.Length];
        for (var i = 0; i < pages; i++)
        {
            dealt[i] = (ushort)(i % variants);
        }

        rng.Shuffle(dealt.AsSpan(0, pages));
        return dealt;
    }
}
