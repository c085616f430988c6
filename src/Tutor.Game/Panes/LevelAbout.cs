using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>What the list of levels says about the level under the cursor. More room shows more.</summary>
static class LevelAbout
{
    /// <param name="bests">The best values of the tries that passed, one for each metric of the goals; none if there is little room.</param>
    /// <param name="chapter">Every level of its chapter.</param>
    public static List<Line> Lines(LevelStanding standing, IReadOnlyList<PersonalBest> bests, IReadOnlyList<LevelStanding> chapter, Area room)
    {
        var level = standing.Level;
        var lines = new List<Line>();
        if (level.Problem is { } problem)
        {
            lines.AddRange(Wrapping.Wrap(problem, room.Width, Ink.Bad));
        }

        // Its time stands behind it, or under it whole.
        var does = Line.Of(new Run(level.Kind.Row().Does, Ink.Strong));
        var time = new Run($"about {Words.Count(level.Minutes)} min", Ink.Muted);
        lines.AddRange(does.Columns + 2 + time.Columns <= room.Width ? [does.With(new Run("  "), time)] : [does, Line.Of(time)]);
        lines.Add(Said(standing));
        var ideas = Ideas(level, room.Width);
        if (room.Height < 12)
        {
            lines.AddRange(ideas.Take(1));
            lines.Add(Line.Of(new Run("Enter", Ink.Key), new Run(" plays it.", Ink.Muted)));
            return lines;
        }

        lines.Add(Line.Of(new Run("Enter", Ink.Key), new Run(" plays it.", Ink.Muted)));
        lines.Add(Line.Empty);
        lines.AddRange(ideas);
        if (bests.Count > 0)
        {
            lines.Add(Line.Empty);
            lines.Add(Line.Of("Your best", Ink.Title));
            lines.AddRange(bests.Select(b => Line.Of(new Run($"  {GoalWords.NameOf(b.Metric, level.Level?.GolfWord)} ", Ink.Text),
                new Run(Words.Count(b.Value), Ink.Strong), new Run($"  try {b.Try.Number}", Ink.Muted))));
        }

        var ending = Chapter(chapter, room.Width);
        var asked = level.Level is { } one ? GoalWords.Asked(one).Concat(GoalWords.Bases(one.Goals)).SelectMany(a => Wrapping.Wrap(a, room.Width)).ToList() : [];
        var brief = MarkdownText.Lines(level.Level?.Brief ?? "", room.Width);
        var left = room.Height - lines.Count - ending.Count - 3;
        if (brief.Count > 0 && left > 3)
        {
            lines.Add(Line.Empty);
            lines.Add(Line.Of("What is asked", Ink.Title));
            lines.AddRange(brief.Count <= left ? brief : [.. brief.Take(left - 1), Line.Of("…", Ink.Muted)]);
        }

        if (asked.Count > 0 && lines.Count + ending.Count + asked.Count + 3 <= room.Height)
        {
            lines.Add(Line.Empty);
            lines.Add(Line.Of("What the medals ask", Ink.Title));
            lines.AddRange(asked);
        }

        lines.Add(Line.Empty);
        lines.AddRange(ending);
        return lines;
    }

    static Line Said(LevelStanding standing)
    {
        var tries = standing.IsPassed || standing.Best is not { Attempts: var n } ? "" : n == 1 ? ", in 1 try" : $", in {Words.Count(n)} tries";
        return standing.State switch
        {
            LevelState.New => Line.Of("Not tried yet.", Ink.Muted),
            LevelState.Seen when standing.Level.Kind == LevelKind.Open => Line.Of("Looked at; it has nothing to pass.", Ink.Muted),
            LevelState.Seen => Line.Of("Seen: the answer was shown. It can still be passed.", Ink.Muted),
            LevelState.Tried or LevelState.Passed or LevelState.Silver or LevelState.Gold =>
                Line.Of(new Run($"Best so far: {standing.Word}", standing.IsPassed ? Ink.Good : Ink.Text), new Run(tries, Ink.Muted), new Run(MedalWords.Next(standing), Ink.Muted)),
        };
    }

    static List<Line> Ideas(CatalogEntry entry, int width)
    {
        var lines = new List<Line>();
        if (entry.Level is not { } level)
        {
            return lines;
        }

        if (!level.Teaches.IsEmpty)
        {
            lines.AddRange(Wrapping.Wrap($"New here: {string.Join(", ", level.Teaches.Select(Words.Idea))}.", width));
        }

        if (!level.Needs.IsEmpty)
        {
            lines.AddRange(Wrapping.Wrap($"Builds on: {string.Join(", ", level.Needs.Select(Words.Idea))}.", width, Ink.Muted));
        }

        return lines;
    }

    static List<Line> Chapter(IReadOnlyList<LevelStanding> chapter, int width)
    {
        var minutes = chapter.Where(l => !l.IsPassed && !l.IsDone).Sum(l => l.Level.Minutes);
        var text = PackCount.Of(chapter).Words
            + (minutes > 0 ? $"; about {Words.Count(minutes)} min to go." : ".");
        return [Line.Of($"Chapter: {chapter[0].Level.ChapterTitle}", Ink.Title), .. Wrapping.Wrap(text, width, Ink.Muted)];
    }
}
