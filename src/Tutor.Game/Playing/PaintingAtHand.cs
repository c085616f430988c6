using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing;

/// <summary>A memory as it is painted, page by page, on which a given predicate is to be wrong.</summary>
sealed class PaintingAtHand(Sitting sitting) : AnswerAtHand(sitting)
{
    readonly Stack<Painting> _before = [];
    readonly Stack<Painting> _after = [];
    readonly Dictionary<string, PreparedMap> _samples = [];

    /// <summary>What is painted so far.</summary>
    public Painting Painting => (Painting)Answer;

    /// <summary>The predicate that is attacked.</summary>
    public override string Text => (Sitting.Prepared.Attacked?.Text ?? "").TrimEnd();

    public override string Brief => $"{Sitting.Level.Brief.TrimEnd()}\n\n{AttackedName}:\n\n```c\n{Text.Trim()}\n```\n";

    public override string Incomplete => "Paint a page first: an empty memory has nothing to be wrong about.";

    public override VerdictLine? Standing => Sitting.IsSecret ? new(null, Sitting.IsChosen ? NotYet : $"{Words.Pages(Painting.Used)} painted, and not handed in.", "Not handed in.") : null;

    /// <summary>The predicate that is attacked is the player's own; else the level's, or a revision of the patch.</summary>
    public bool IsAgainstOwn => Sitting.Level.Attack is { IsAgainstLast: true };

    /// <summary>Whose predicate it is that is attacked.</summary>
    string AttackedName => !IsAgainstOwn ? "The predicate"
        : LastWritten(Sitting.Pack) is null ? "You have handed in no predicate yet; until then it is the test of Linux 6.1"
        : "Your predicate";

    /// <summary>The kinds that can be painted.</summary>
    public ImmutableArray<string> Palette => Sitting.Level.Attack?.Kinds ?? [];

    /// <summary>The index of the kind that is painted next.</summary>
    public int Brush { get; private set; }

    /// <summary>The player takes another kind to paint with.</summary>
    public void TakeBrush(int kind) => Brush = Math.Clamp(kind, 0, Palette.Length - 1);

    /// <summary>One page of a kind, alone in the memory: what its card shows.</summary>
    public PreparedMap Sample(int kind)
    {
        var name = Palette[kind];
        if (!_samples.TryGetValue(name, out var map))
        {
            map = Sitting.Prepared.With(new Painting(Sitting.Level).Paint(0, name) ?? new Painting(Sitting.Level)).Shown;
            _samples.Add(name, map);
        }

        return map;
    }

    /// <summary>The references on a page as the kernel counts them when it asks.</summary>
    public int ReferencesOf(PageState page) => page.RefCount + (page.RefCount > 0 ? Sitting.Control.OwnReferences : 0);

    /// <summary>Paints the kind at hand on a frame; null when it does not fit there, else what was painted.</summary>
    public PaintedPage? Paint(int frame)
    {
        if (Painting.Paint(frame, Palette[Brush]) is not { } painted)
        {
            return null;
        }

        Take(painted);
        return painted.At(frame);
    }

    /// <summary>Takes what lies on a frame away; false when nothing does.</summary>
    public bool Erase(int frame)
    {
        if (Painting.At(frame) is null)
        {
            return false;
        }

        Take(Painting.Erase(frame));
        return true;
    }

    /// <summary>Nothing is painted any more.</summary>
    public void EraseAll() => Take(new Painting(Sitting.Level));

    /// <summary>The painting before the last change; false when there is none.</summary>
    public bool Undo() => Step(_before, _after);

    public bool Redo() => Step(_after, _before);

    /// <summary>A level against the player's own last answer gets it; before anything was written, that is what Linux 6.1 has.</summary>
    public override PreparedLevel Prepare(PreparedLevel prepared) => prepared.Level.Attack is { IsAgainstLast: true }
        ? prepared.Against(SourceText.From("predicate", LastWritten(Sitting.Pack) ?? Revisions.Stock.Expression)) : prepared;

    public override void Begin(string? draft)
    {
        base.Begin(draft);
        Answer = OfThisPlayer(Painting);
        Sitting.See(Sitting.Prepared.With(Painting));
    }

    public override void Take(Answer answer)
    {
        _before.Push(Painting);
        _after.Clear();
        Show(OfThisPlayer((Painting)answer));
    }

    bool Step(Stack<Painting> from, Stack<Painting> to)
    {
        if (!from.TryPop(out var painting))
        {
            return false;
        }

        to.Push(Painting);
        Show(painting);
        return true;
    }

    void Show(Painting painting)
    {
        Sitting.See(Sitting.Prepared.With(painting));
        base.Take(painting);
    }

    /// <summary>Where the player's own predicate is attacked, it stands beside the painting.</summary>
    Painting OfThisPlayer(Painting painting) => IsAgainstOwn ? painting.Attacking(Text) : painting;

    /// <summary>The predicate that was handed in last, here or before an import; that of today's level counts, too.</summary>
    static string? LastWritten(PlayedPack pack) => pack.Entries.Append(pack.Daily)
        .Where(e => e.Level?.Kind.Row().HandsIn == AnswerForm.Predicate).SelectMany(e => pack.Progress.History(e.Id))
        .Where(a => a.How is AttemptHow.Typed or AttemptHow.Imported && VerdictWords.Rank(a.Verdict) >= VerdictWords.Rank("fail")).MaxBy(a => a.At)?.Predicate;
}
