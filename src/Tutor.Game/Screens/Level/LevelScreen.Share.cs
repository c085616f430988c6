using Tutor.Game.Drawing;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Screens.Level;

/// <content>The card that a player shows to others, and the predicate in words.</content>
sealed partial class LevelScreen
{
    void OpenShareCard()
    {
        if (IsSecret || _scores.Settle() is not { IsPassed: true, Result: { } result } scoring)
        {
            Say("A card to share is made of a predicate that passes; the one at hand does not.", Ink.Muted);
            return;
        }

        var card = string.Join('\n', ShareCard.Lines(_level.Entry.Id, _level.Entry.Title, scoring.Verdict, _level.Map, result,
            scoring.Golf is { } count ? $"{Words.Count(count)} {_level.GolfMeasure}" : null));
        Game.Open(SavedText.Screen("A card to share", $"```\n{card}\n```\n", _world, $"card-{_level.Entry.Id}.txt", card + "\n"));
    }

    void OpenWords()
    {
        if (_scores.Settle().Predicate is { } predicate)
        {
            Game.Open(new ReadingScreen("In words", $"```\n{predicate.InWords()}```\n", "", _world.ReadText));
        }
        else
        {
            Say("This is not a predicate yet: the line under the text says why.", Ink.Warning);
        }
    }
}
