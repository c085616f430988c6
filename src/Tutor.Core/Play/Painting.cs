using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Play;

/// <summary>A page or folio that was painted.</summary>
/// <param name="Frame">Its first frame, counted from the memory's first.</param>
/// <param name="Frames">A power of two; the first frame is a multiple of it.</param>
public sealed record PaintedPage(int Frame, int Frames, string Kind)
{
    public int End => Frame + Frames;
}

/// <summary>
/// The answer to a level of kind attack: a small memory, made by hand. Immutable. Its stored form has the kinds in pfn
/// order, <c>free</c> for a frame without a page, with a blank between them: <c>anon free vfio-shmem</c>. Where the
/// player's own predicate is attacked, that stands behind the first line break.
/// </summary>
public sealed class Painting : Answer
{
    public static AnswerRules Rules { get; } = new(
        (prepared, draft) => (draft is null ? null : TryRead(prepared.Level, draft).Painting) ?? new Painting(prepared.Level),
        (level, stored, _) => TryRead(level, stored))
    {
        Secrecy = Secrecy.AnswerAtHand,
        Runs = RunPredicate.Attacked,
    };

    readonly LevelAttack _attack;
    readonly PageKinds _kinds;

    /// <summary>Nothing is painted yet.</summary>
    public Painting(Level level)
        : this(AttackOf(level), level.Kinds, [], null)
    {
    }

    Painting(LevelAttack attack, PageKinds kinds, ImmutableArray<PaintedPage> pages, string? against)
    {
        _attack = attack;
        _kinds = kinds;
        Pages = pages;
        Against = against;
    }

    /// <summary>What is painted, in pfn order; none overlap.</summary>
    public ImmutableArray<PaintedPage> Pages { get; }

    /// <summary>The player's own predicate, where that is attacked; null elsewhere.</summary>
    public string? Against { get; }

    /// <summary>Frames of the memory.</summary>
    public int Frames => _attack.Pages;

    /// <summary>An empty memory has nothing to be wrong about.</summary>
    public override bool IsComplete => Used > 0;

    /// <summary>Frames that are painted.</summary>
    public int Used => Pages.Sum(p => p.Frames);

    /// <summary>What is painted on a frame, or null.</summary>
    public PaintedPage? At(int frame) => Pages.FirstOrDefault(p => p.Frame <= frame && frame < p.End);

    /// <summary>
    /// The same memory with a page of this kind on a frame, in place of what lay there. A folio takes the aligned frames
    /// around it. Null if it does not fit, or if the level does not offer the kind.
    /// </summary>
    public Painting? Paint(int frame, string kind)
    {
        if (!_attack.Kinds.Contains(kind) || _kinds.Find(kind) is not { Order: var order } || frame < 0 || frame >= Frames)
        {
            return null;
        }

        var frames = 1 << order;
        var page = new PaintedPage(frame / frames * frames, frames, kind);
        return page.End > Frames ? null
            : With([.. Pages.Where(p => p.End <= page.Frame || p.Frame >= page.End).Append(page).OrderBy(p => p.Frame)]);
    }

    /// <summary>The same memory without what lies on a frame.</summary>
    public Painting Erase(int frame) => With([.. Pages.Where(p => frame < p.Frame || frame >= p.End)]);

    /// <summary>The same memory against the player's own predicate.</summary>
    public Painting Attacking(string own) => new(_attack, _kinds, Pages, own);

    /// <summary>Reads the stored form; or says why it is no painting of this level.</summary>
    public static (Painting? Painting, string? Refusal) TryRead(Level level, string stored)
    {
        ArgumentNullException.ThrowIfNull(level);
        ArgumentNullException.ThrowIfNull(stored);
        var attack = AttackOf(level);
        var (kinds, own) = stored.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? (stored[..end], stored[(end + 1)..]) : (stored, null);
        if (attack.IsAgainstLast != own is not null)
        {
            return (null, own is null ? "a painting without the predicate that it attacks" : "a painting against another predicate than the level's");
        }

        var pages = ImmutableArray.CreateBuilder<PaintedPage>();
        var at = 0;
        foreach (var name in kinds.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == LevelAttack.Free)
            {
                at++;
                continue;
            }

            if (!attack.Kinds.Contains(name) || level.Kinds.Find(name) is not { Order: var order })
            {
                return (null, $"'{name}' is no kind that this level offers");
            }

            var frames = 1 << order;
            var page = new PaintedPage((at + frames - 1) / frames * frames, frames, name);
            pages.Add(page);
            at = page.End;
        }

        return at > attack.Pages ? (null, $"it needs {at} frames, and the memory has {attack.Pages}")
            : (new Painting(attack, level.Kinds, pages.ToImmutable(), own), null);
    }

    public override string Write()
    {
        var names = new List<string>();
        var at = 0;
        foreach (var page in Pages)
        {
            // A folio lies on the next aligned frames by itself.
            for (; (at + page.Frames - 1) / page.Frames * page.Frames < page.Frame; at++)
            {
                names.Add(LevelAttack.Free);
            }

            names.Add(page.Kind);
            at = page.End;
        }

        return string.Join(' ', names) + (Against is { } own ? $"\n{own}" : "");
    }

    /// <summary>Nothing has to be added: the map that the player sees is the painted memory.</summary>
    public override LevelRunResult Run(PreparedLevel seen, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return LevelRun.Run(seen, SourceText.From("predicate", (seen.Attacked?.Text ?? "").TrimEnd()), cancellation: cancellation);
    }

    public override Judgement Judge(PreparedLevel prepared, CancellationToken cancellation = default) =>
        Judgement.Of(LevelRun.Run(prepared, this, cancellation));

    /// <summary>The memory as a map. A frame without a page is free. Of counts with a range the least is taken.</summary>
    internal PreparedMap Build(Level level)
    {
        var free = new PageKind { Name = LevelAttack.Free, Flags = PageFlags.Buddy, About = _kinds.Find(LevelAttack.Free)?.About };
        var (kinds, _) = PageKinds.Empty.With(
        [
            free,
            .. _attack.Kinds.Distinct().Select(_kinds.Find).OfType<PageKind>().Where(k => k.Name != LevelAttack.Free)
                .Select(k => k with { BasedOn = null, Holders = [.. k.Holders.Select(h => h with { Count = h.Count.Least })] }),
        ]);
        var recipe = new MapRecipe
        {
            Pages = Frames,
            FirstPfn = MapRecipe.UsualFirstPfn(ZoneType.Normal),
            Mix = [new MixEntry(LevelAttack.Free, 1)],
            Set = [.. Pages.Select(p => new MapPlacement(new PageRange(p.Frame, p.End), p.Kind))],
        };
        var (scenario, problems) = ScenarioBuilder.Build(recipe, kinds, seed: 0);
        return scenario is null ? throw new InvalidOperationException($"a painting that cannot be built: {problems[0].Message}")
            : new PreparedMap("painting", MapRole.Shown, null, scenario, level.Run) { PagesUsed = Used };
    }

    Painting With(ImmutableArray<PaintedPage> pages) => new(_attack, _kinds, pages, Against);

    static LevelAttack AttackOf(Level level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return level.Attack ?? throw new ArgumentException("nothing is attacked in this level", nameof(level));
    }
}
