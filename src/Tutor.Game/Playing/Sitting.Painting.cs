using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <content>A memory, painted page by page, on which a given predicate is to be wrong.</content>
sealed partial class Sitting
{
    readonly Stack<Painting> _paintedBefore = [];
    readonly Stack<Painting> _paintedAfter = [];
    readonly Dictionary<string, PreparedMap> _brushes = [];

    public bool IsAttack => Form == AnswerForm.Painting;

    /// <summary>What is painted so far; null on other levels.</summary>
    public Painting? Painting { get; private set; }

    /// <summary>The predicate that is attacked is the player's own; else the level's, or a revision of the patch.</summary>
    public bool IsAgainstOwn { get; private set; }

    /// <summary>Whose predicate it is that is attacked.</summary>
    string AttackedName => !IsAgainstOwn ? "The predicate"
        : LastWritten(Pack) is null ? "You have handed in no predicate yet; until then it is the test of Linux 6.1"
        : "Your predicate";

    /// <summary>The kinds that can be painted.</summary>
    public ImmutableArray<string> Palette => Level.Attack?.Kinds ?? [];

    /// <summary>The index of the kind that is painted next.</summary>
    public int Brush { get; private set; }

    /// <summary>The player takes another kind to paint with.</summary>
    public void TakeBrush(int kind) => Brush = Math.Clamp(kind, 0, Palette.Length - 1);

    /// <summary>One page of a kind, alone in the memory: what its card shows.</summary>
    public PreparedMap Sample(int kind)
    {
        var name = Palette[kind];
        if (!_brushes.TryGetValue(name, out var map))
        {
            map = Prepared.With(new Painting(Level).Paint(0, name) ?? new Painting(Level)).Shown;
            _brushes.Add(name, map);
        }

        return map;
    }

    /// <summary>The references on a page as the kernel counts them when it asks.</summary>
    public int ReferencesOf(PageState page) => page.RefCount + (page.RefCount > 0 ? Control.OwnReferences : 0);

    /// <summary>Paints the kind at hand on a frame; null when it does not fit there, else what was painted.</summary>
    public PaintedPage? Paint(int frame)
    {
        if (Painting!.Paint(frame, Palette[Brush]) is not { } painted)
        {
            return null;
        }

        TakePainting(painted);
        return painted.At(frame);
    }

    /// <summary>Takes what lies on a frame away; false when nothing does.</summary>
    public bool Erase(int frame)
    {
        if (Painting!.At(frame) is null)
        {
            return false;
        }

        TakePainting(Painting.Erase(frame));
        return true;
    }

    /// <summary>Nothing is painted any more.</summary>
    public void EraseAll() => TakePainting(NewPainting());

    /// <summary>The painting before the last change; false when there is none.</summary>
    public bool UndoPainting() => Step(_paintedBefore, _paintedAfter);

    public bool RedoPainting() => Step(_paintedAfter, _paintedBefore);

    /// <summary>Takes over the painting of an earlier try; false when it is not one of this level.</summary>
    public bool TakePainting(string stored)
    {
        if (!IsAttack || Painting.TryRead(Level, stored).Painting is not { } earlier)
        {
            return false;
        }

        TakePainting(IsAgainstOwn ? earlier.Attacking(Text) : earlier);
        return true;
    }

    void TakePainting(Painting painting)
    {
        _paintedBefore.Push(Painting!);
        _paintedAfter.Clear();
        Show(painting);
    }

    bool Step(Stack<Painting> from, Stack<Painting> to)
    {
        if (!from.TryPop(out var painting))
        {
            return false;
        }

        to.Push(Painting!);
        Show(painting);
        return true;
    }

    void Show(Painting painting)
    {
        Painting = painting;
        _visible = Prepared.With(painting);
        Drawn = _visible.Shown;
        Pack.Progress.Remember(DraftKey, painting.Write());
        Score();
    }

    Painting NewPainting() => IsAgainstOwn ? new Painting(Level).Attacking(_text) : new Painting(Level);

    void ReadPainting(string? draft)
    {
        IsAgainstOwn = Level.Attack is { IsAgainstLast: true };
        _text = (Prepared.Attacked?.Text ?? "").TrimEnd();
        var stored = draft is null ? null : Painting.TryRead(Level, draft).Painting;
        Painting = stored is null ? NewPainting() : IsAgainstOwn ? stored.Attacking(_text) : stored;
        _visible = Prepared.With(Painting);
        Drawn = _visible.Shown;
    }

    /// <summary>A level against the player's own last answer gets it; before anything was written, that is what Linux 6.1 has.</summary>
    static PreparedLevel Against(PlayedPack pack, PreparedLevel prepared) => prepared.Level.Attack is { IsAgainstLast: true }
        ? prepared.Against(SourceText.From("predicate", LastWritten(pack) ?? Revisions.Stock.Expression)) : prepared;

    /// <summary>The predicate that was handed in last, here or before an import; that of today's level counts, too.</summary>
    static string? LastWritten(PlayedPack pack) => pack.Entries.Append(pack.Daily)
        .Where(e => e.Level?.Kind.Row().HandsIn == AnswerForm.Predicate).SelectMany(e => pack.Progress.History(e.Id))
        .Where(a => a.How is AttemptHow.Typed or AttemptHow.Imported && VerdictWords.Rank(a.Verdict) >= VerdictWords.Rank("fail")).MaxBy(a => a.At)?.Predicate;
}
