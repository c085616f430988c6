using System.Collections.Immutable;

namespace Tutor.Core.Simulation.Fast;

/// <summary>What a predicate says of the states of one map: two predicates with the same answers do the same.</summary>
public sealed class FastAnswers
{
    internal FastAnswers(ImmutableArray<PageCourse[]> courses)
    {
        Courses = courses;
        Key = string.Create(courses.Sum(c => c.Length), courses, static (key, all) =>
        {
            var at = 0;
            foreach (var pass in all)
            {
                foreach (ref readonly var course in pass.AsSpan())
                {
                    key[at++] = (char)('0' + (int)course.Answer);
                }
            }
        });
    }

    /// <summary>Equal for predicates that answer alike, pass by pass and state by state.</summary>
    public string Key { get; }

    /// <summary>By pass, then by palette index.</summary>
    internal ImmutableArray<PageCourse[]> Courses { get; }
}
