using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Game.Playing;

namespace Tutor.Game.Lines;

/// <summary>One of the level's options is chosen.</summary>
sealed class OptionLines(TextLevel level) : AnswerLines(level)
{
    public static ImmutableArray<TextCommand> Rows { get; } =
    [
        Row<OptionLines>("options", "", "What there is to pick from", (lines, _) => lines.SayOptions()),
        Row<OptionLines>("pick", "N", "Choose an option; 'check' hands it in, and then its run is told", (lines, w) => lines.Pick(w)),
    ];

    public override string Commands => "'options' reads what there is to pick from, 'pick 1' chooses one, 'check' hands it in.";

    public override string? NotYet => Sitting is { IsSecret: true, IsChosen: false } ? "First 'pick' an option." : null;

    public override string TooEarly => "First 'pick' an option and 'check' it; then this is yours.";

    OptionAtHand Hand => (OptionAtHand)Sitting.AtHand;

    public void SayOptions()
    {
        var options = Sitting.Options;
        for (var i = 0; i < options.Length; i++)
        {
            Speaker.Say($"  {i + 1}{(i == Hand.Index && Sitting.IsChosen ? ", chosen" : i == Hand.Index ? ", at hand" : "")}: ", Sitting.TextOf(options[i]));
        }
    }

    public void Pick(string word)
    {
        if (Level.Numbered(word, Sitting.Options.Length, "option") is { } number)
        {
            Hand.LookAt(number - 1);
            Level.TakeScore();
            Level.SayText();
            if (Sitting.IsSecret)
            {
                Sitting.Choose();
                Speaker.Say("Chosen. 'check' hands it in, and tells its run.");
            }
            else
            {
                Level.SayScore();
            }
        }
    }

    public static void SayAsked(PreparedLevel prepared, Speaker speaker) => LargeLetters.Say(speaker, LargeLetters.OptionsOf(prepared.Level), isLarge: true);
}
