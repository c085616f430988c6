using System.Collections.Immutable;

namespace Tutor.Tests.Support;

/// <summary>Plans of learners, from a seed: the same seed plans the same.</summary>
sealed class SimulatedLearners(IReadOnlyList<PlannedLevel> levels, int seed)
{
    readonly Random _random = new(seed);

    /// <summary>Tries every level that is written, and never gets a text past the compiler.</summary>
    public LearnerPlan NeverCompiles(string names) => Plan(names, levels.Where(l => l.IsWritten),
        level => Enumerable.Range(0, _random.Next(2, 6)).Select(_ => level.DoesNotCompile(_random, Pause())));

    /// <summary>Hands in whatever there is, in any order, until something passes.</summary>
    public LearnerPlan Guesses(string names) => Plan(names, levels, level =>
    {
        var answers = level.Answers.ToArray();
        _random.Shuffle(answers);
        var steps = answers.Select(a => level.Given(a, 3)).ToList();
        return steps.Take(1 + steps.FindIndex(s => s.IsRight));
    });

    /// <summary>Works through the levels: some wrong answers, hints now and then, a slip of the pen, and mostly a pass.</summary>
    /// <param name="isToTheEnd">Every level; else as many as there is time for.</param>
    public LearnerPlan PlaysOn(string names, bool isToTheEnd = false) => Plan(names, levels.Take(isToTheEnd ? levels.Count : _random.Next(levels.Count / 2, levels.Count + 1)), level =>
    {
        var steps = new List<Step>();
        for (var wrong = _random.Next(4); wrong > 0 && level.Level.Kind != Core.Levels.LevelKind.Watch; wrong--)
        {
            steps.Add(level.Wrong(_random, Pause()));
            if (_random.Next(4) == 0 && level.Level.Hints is [{ Kind: not "answer" }, ..])
            {
                steps.Add(new Step(Deed.Hint, level.Level.Id, Pause()));
            }
        }

        if (level.IsWritten && _random.Next(5) == 0)
        {
            steps.Add(level.DoesNotCompile(_random, Pause()));
        }

        return _random.Next(8) == 0 && level.Level.Kind != Core.Levels.LevelKind.Watch ? steps : [.. steps, level.Right(_random, Pause())];
    });

    /// <summary>Six tries at every level, of which the last is right for most; no two learners type alike.</summary>
    public LearnerPlan Persists(string names, int tries) => Plan(names, levels, level => Enumerable.Range(1, tries)
        .Select(t => t == tries && _random.Next(4) > 0 ? level.Right(_random, Pause()) : level.Wrong(_random, Pause(), isVaried: true)));

    LearnerPlan Plan(string names, IEnumerable<PlannedLevel> chosen, Func<PlannedLevel, IEnumerable<Step>> deeds)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var level in chosen)
        {
            steps.Add(new Step(Deed.Open, level.Level.Id, 5));
            var hints = 0;
            foreach (var step in deeds(level))
            {
                // The ladder's last rung is asked for by name: nobody here does. Behind the last there is none.
                if (step.Deed != Deed.Hint || (hints < level.Level.Hints.Length && level.Level.Hints[hints++].Kind != "answer"))
                {
                    steps.Add(step);
                }
            }

            steps.Add(new Step(Deed.Leave, level.Level.Id, Pause()));
        }

        return new LearnerPlan(names, steps.ToImmutable());
    }

    int Pause() => _random.Next(10, 90);
}
