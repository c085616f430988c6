using System.Globalization;
using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Lines;

/// <content>What comes after the course: the day's level, reviews, breaking one's own answer, reply and certificate.</content>
sealed partial class TextGame
{
    /// <param name="date">As <c>2026-11-28</c>; empty: today.</param>
    public void PlayDaily(string date)
    {
        if (date.Length == 0)
        {
            Open(pack.Daily);
        }
        else if (DailyLevel.DateOf($"daily-{date}") is { } day)
        {
            Open(pack.Find(DailyLevel.IdOf(day))!);
        }
        else
        {
            speaker.Say($"'{date}' is no date: 'daily 2026-11-28' is one.");
        }
    }

    public void PlayReview()
    {
        if (pack.NextReview is { } review)
        {
            Open(review);
        }
        else
        {
            speaker.Say(Reviews.Of(pack) is { Count: > 0 } all
                ? string.Create(CultureInfo.InvariantCulture, $"Nothing is due before {all.Min(r => r.Due):yyyy-MM-dd}.")
                : "A level comes again a day after it was passed.");
        }
    }

    public void AttackOwn() => Open(pack.AttackOwn);

    public void SayReply(string save) => SayOrSave(PlayerReply.Markdown(pack), "reply.md", save);

    public void SayCertificate(string save) => SayOrSave(Certificate.Markdown(pack), "certificate.md", save);

    /// <summary>The end of the course, with the command of what comes now.</summary>
    public void SayClosing()
    {
        if (CourseEnd.Text(pack, TextCommands.AfterTheCourse.Select(c => (c.About, $"'{c.Name}'"))) is { } text)
        {
            _reading.Say(text, CourseEnd.Path);
        }
        else
        {
            speaker.Say("These levels have no text of their own for their end.");
        }
    }

    void SayOrSave(string markdown, string name, string save)
    {
        if (save != "save")
        {
            speaker.Markdown(markdown);
            return;
        }

        var (path, problem) = pack.Progress.Save(name, markdown);
        speaker.Say(path is null ? $"Not saved: {problem}." : $"Saved as {path}.");
    }

    public void SayLeft()
    {
        var left = pack.Standings().Where(l => l is { IsPassed: true, IsDone: false }).ToList();
        speaker.Say(left.Count == 0 ? "No level that you passed has a medal left." : "Passed, with a medal left:");
        foreach (var standing in left)
        {
            speaker.Say("  ", $"{standing.Level.Id}: {Sentence(standing.Level.Title)} {Words.Sentence(standing.Word + MedalWords.Next(standing))}");
        }
    }
}
