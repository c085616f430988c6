using Tutor.Core.Play;
using Tutor.Core.Scoring;

namespace Tutor.Game.Playing;

/// <content>What is decided first, and then seen.</content>
sealed partial class Sitting
{
    /// <summary>Of options their ids, of other answers the stored form.</summary>
    readonly HashSet<string> _handedInBefore = [];
    bool _wasAnswered;
    bool _isRevealed;
    int _wrongAnswers;

    /// <summary>
    /// Something is still to be decided, and nothing that tells whether it is right may be shown: what becomes of pages,
    /// and the score.
    /// </summary>
    public bool IsSecret => !IsPassed && Rules.Secrecy switch
    {
        Secrecy.Open => false,
        Secrecy.ThisAnswer => !_handedInBefore.Contains(AtHand.Answer.Write()),
        Secrecy.FirstAnswer => !_wasAnswered,
        Secrecy.AnswerAtHand => !IsHandedIn,
        Secrecy.SecondAnswer => !_isRevealed,
    };

    /// <summary>The answer at hand is chosen, and waits to be confirmed by handing it in.</summary>
    public bool IsChosen { get; private set; }

    /// <summary>The player chooses the answer at hand. Handing in confirms it.</summary>
    public void Choose()
    {
        IsChosen = true;
        Pack.Progress.Remember(DraftKey, AtHand.Answer.Write());
    }

    /// <summary>An answer that was wrong, word for word: a second try is there to think again.</summary>
    bool IsAnsweredAgain => Rules.Secrecy == Secrecy.SecondAnswer && IsSecret && _wrongAnswers > 0 && IsHandedIn;

    void ReadEarlierAnswers()
    {
        var earlier = History.Where(a => a.Revision == Entry.Revision).ToList();
        var here = earlier.Where(a => a.How == Form.Row().How).ToList();
        _handedInBefore.UnionWith(earlier.Select(a => a.Option).OfType<string>().Concat(here.Select(a => a.Predicate)));
        _wasAnswered = here.Exists(a => a.At >= LastReset);
        _wrongAnswers = here.Count;
        _isRevealed = _wrongAnswers >= 2;
    }

    /// <summary>What was handed in is seen from then on, as far as the form's rules let it.</summary>
    void Reveal(Answer answer, Judgement judged)
    {
        _handedInBefore.Add(answer.Write());
        _wasAnswered = true;
        _wrongAnswers += judged.Verdict.IsPass() ? 0 : 1;
        _isRevealed |= judged.Verdict.IsPass() || _wrongAnswers >= 2;
        IsChosen = false;
    }
}
