namespace Tutor.Core.Scoring;

/// <summary>The verdicts and medals as level files, JSON and stored attempts write them: the only table of these words.</summary>
public static class Verdicts
{
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Error => "error",
        Verdict.Fail => "fail",
        Verdict.Pass => "pass",
        Verdict.Silver => "silver",
        Verdict.Gold => "gold",
        Verdict.None => "none",
    };

    public static string Word(this GoalTier tier) => tier.AsVerdict().Word();

    /// <summary>The verdict of this word, or null.</summary>
    public static Verdict? Find(string word)
    {
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            if (verdict.Word() == word)
            {
                return verdict;
            }
        }

        return null;
    }

    /// <summary>What a run is worth whose best medal this is.</summary>
    public static Verdict AsVerdict(this GoalTier tier) => tier switch
    {
        GoalTier.Pass => Verdict.Pass,
        GoalTier.Silver => Verdict.Silver,
        GoalTier.Gold => Verdict.Gold,
    };

    /// <summary>Whether a level with this verdict counts as passed.</summary>
    public static bool IsPass(this Verdict verdict) => verdict switch
    {
        Verdict.Pass or Verdict.Silver or Verdict.Gold => true,
        Verdict.Error or Verdict.Fail or Verdict.None => false,
    };

    /// <summary>The same of a verdict as it is stored; a word that is none passes nothing.</summary>
    public static bool IsPass(string stored) => Find(stored)?.IsPass() ?? false;
}
