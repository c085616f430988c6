using Tutor.Core.Play;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>The scan is watched to its end.</summary>
sealed class WatchedLines(TextLevel level) : AnswerLines(level)
{
    public override string Commands => "'watch' tells the next steps of the scan, 'watch wrong' goes to the next page that fails, 'watch end' to the end.";

    public override void SayPassed(HandInResult last) => Speaker.Say($"Seen to the end: passed.{last.KeepingWords}");

    public static void SayAsked(PreparedLevel prepared, Speaker speaker) => speaker.Say("The scan runs with: ", prepared.Level.StartingText.Trim());
}
