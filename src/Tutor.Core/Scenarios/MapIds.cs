using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using Tutor.Core.Memory;

namespace Tutor.Core.Scenarios;

/// <summary>The ids of a whole map while it is built: filled span by span on all cores, then made dense.</summary>
sealed class MapIds
{
    readonly MapPlan _plan;
    readonly int[] _counts;
    readonly byte[]? _narrow;
    readonly ushort[]? _wide;
    readonly Lock _gate = new();

    public MapIds(MapPlan plan)
    {
        _plan = plan;
        _counts = new int[plan.States.Length];
        var pages = plan.Recipe.Pages;
        if (plan.States.Length <= 256)
        {
            _narrow = GC.AllocateUninitializedArray<byte>(pages);
        }
        else
        {
            _wide = GC.AllocateUninitializedArray<ushort>(pages);
        }
    }

    int Spans => (_plan.Recipe.Pages + SpanFiller.SpanPages - 1) / SpanFiller.SpanPages;

    public void FillAll(IProgress<double>? progress, CancellationToken cancellation)
    {
        if (Spans == 1)
        {
            // Most levels: no need to wake the thread pool.
            cancellation.ThrowIfCancellationRequested();
            var only = new Worker(_plan);
            FillSpan(only, 0);
            Merge(only);
            return;
        }

        var done = 0;
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, Spans, options, () => new Worker(_plan), (span, _, worker) =>
        {
            FillSpan(worker, span);
            var finished = Interlocked.Increment(ref done);
            if ((finished & 63) == 0)
            {
                progress?.Report((double)finished / Spans);
            }

            return worker;
        }, Merge);
    }

    /// <summary>
    /// Palette and ids without the states that no page has. They keep their order, so that nothing depends on
    /// which core filled what.
    /// </summary>
    public (ImmutableArray<PageState> Palette, ImmutableArray<int> Pages, byte[]? Narrow, ushort[]? Wide) Compact()
    {
        var newIds = new ushort[_counts.Length];
        ImmutableArray<int> pages = [.. _counts.Where(n => n > 0)];
        var palette = ImmutableArray.CreateBuilder<PageState>();
        for (var id = 0; id < _counts.Length; id++)
        {
            if (_counts[id] > 0)
            {
                newIds[id] = (ushort)palette.Count;
                palette.Add(_plan.States[id]);
            }
        }

        var isDense = palette.Count == _counts.Length;
        if (_narrow is not null)
        {
            if (!isDense)
            {
                var table = Array.ConvertAll(newIds, id => (byte)id);
                ForEachSpan(span => Renumber(SpanOf(_narrow, span), table));
            }

            return (palette.ToImmutable(), pages, _narrow, null);
        }

        if (!isDense)
        {
            ForEachSpan(span => Renumber(SpanOf(_wide!, span), newIds));
        }

        return palette.Count > 256 ? (palette.ToImmutable(), pages, null, _wide)
            : (palette.ToImmutable(), pages, Array.ConvertAll(_wide!, id => (byte)id), null);
    }

    void ForEachSpan(Action<int> action)
    {
        if (Spans == 1)
        {
            action(0);
        }
        else
        {
            Parallel.For(0, Spans, action);
        }
    }

    void FillSpan(Worker worker, int span)
    {
        if (_wide is not null)
        {
            worker.Filler.Fill(span, SpanOf(_wide, span));
            return;
        }

        var target = SpanOf(_narrow!, span);
        var source = worker.Scratch.AsSpan(0, target.Length);
        worker.Filler.Fill(span, source);
        Narrow(source, target);
    }

    static Span<T> SpanOf<T>(T[] ids, int span)
    {
        var start = span * SpanFiller.SpanPages;
        return ids.AsSpan(start, Math.Min(SpanFiller.SpanPages, ids.Length - start));
    }

    static void Narrow(ReadOnlySpan<ushort> source, Span<byte> target)
    {
        var i = 0;
        for (; i + Vector128<byte>.Count <= source.Length; i += Vector128<byte>.Count)
        {
            var low = Vector128.Create(source[i..]);
            var high = Vector128.Create(source[(i + Vector128<ushort>.Count)..]);
            Vector128.Narrow(low, high).CopyTo(target[i..]);
        }

        for (; i < source.Length; i++)
        {
            target[i] = (byte)source[i];
        }
    }

    static void Renumber(Span<byte> ids, byte[] table)
    {
        foreach (ref var id in ids)
        {
            id = table[id];
        }
    }

    static void Renumber(Span<ushort> ids, ushort[] table)
    {
        foreach (ref var id in ids)
        {
            id = table[id];
        }
    }

    void Merge(Worker worker)
    {
        lock (_gate)
        {
            for (var id = 0; id < _counts.Length; id++)
            {
                _counts[id] += worker.Filler.Counts[id];
            }
        }
    }

    sealed class Worker(MapPlan plan)
    {
        public SpanFiller Filler { get; } = new(plan);

        public ushort[] Scratch { get; } = new ushort[Math.Min(SpanFiller.SpanPages, plan.Recipe.Pages)];
    }
}
