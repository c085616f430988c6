using Tutor.Core.Play;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Cli;

/// <summary>The card to share.</summary>
static class CardText
{
    public static void Write(TextWriter output, LevelRunResult result, MapRun shown)
    {
        var level = result.Level;
        var golf = GolfCount.Of(result) is { } count ? $"{Words.Count(count)} {level.Golf?.ToString().ToLowerInvariant()}" : null;
        foreach (var line in ShareCard.Lines(level.Id, level.Title, result.Verdict, shown.Map.Map, shown.Result, golf))
        {
            output.WriteLine(line);
        }
    }
}
