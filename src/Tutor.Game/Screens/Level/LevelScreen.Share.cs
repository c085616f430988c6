using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>The card that a player shows to others, and the predicate in words.</content>
sealed partial class LevelScreen
{
    void OpenShareCard()
    {
        if (_sitting.Latest is not { IsPassed: true } run || _sitting.DrawnRun is not { } shown)
        {
            Say("A card to share is made of a predicate that passes; the one at hand does not.", Ink.Muted);
            return;
        }

        var card = string.Join('\n', ShareCard.Lines(_sitting.Entry.Id, Name, run.Verdict, _sitting.Map, shown.Result,
            _sitting.Golf is { } count ? $"{Words.Count(count)} {_sitting.Level.GolfWord}" : null));
        Game.Open(SavedText.Screen("A card to share", $"```\n{card}\n```\n", _pack, $"card-{_sitting.Entry.Id}.txt", card + "\n"));
    }

    void OpenWords()
    {
        if (_sitting.Latest?.Predicate is { } predicate)
        {
            Game.Open(new ReadingScreen("In words", $"```\n{predicate.InWords()}```\n", "", _pack.ReadText));
        }
        else
        {
            Say("This is not a predicate yet: the line under the text says why.", Ink.Warning);
        }
    }
}
