using System.Collections.Immutable;

namespace Tutor.Soak;

/// <summary>Something that is tried very often. Exit code 0: nothing was found.</summary>
/// <param name="Count">How often, if nobody says.</param>
sealed record Soak(string Name, string About, int Count, Func<int, int, int> Run);

static class Soaks
{
    public static ImmutableArray<Soak> All { get; } =
    [
        new("attacks", "no smaller memory than the known ones breaks a predicate of the thread; the count is of frames", 3, AttackSoak.Run),
        new("class", "a class of so many learners, six tries at each of forty levels, is reported in 20 s and 1 GB", 200, ClassSoak.Run),
        new("dumps", "nothing is invented of damaged page dumps", 100_000, DumpSoak.Run),
        new("mixed-dumps", "page dumps whose lines are mixed are read as alone, or said to be mixed", 20_000, DumpSoak.RunMixed),
        new("input", "no bytes from a terminal stop the game", 1_000_000, InputSoak.Run),
        new("keys", "random keys and sizes in levels of every kind leave no residue", 20_000, KeysSoak.Run),
        new("keys-minutes", "the same for so many minutes", 30, KeysSoak.RunMinutes),
        new("levels", "damaged level files end in findings with a place, never in an exception", 100_000, LevelSoak.Run),
        new("kill9", "nothing that was said to be kept is lost when the process is killed", 500, KillSoak.Run),
        new("predicates-gcc", "random predicates are worth what gcc says", 100_000, PredicatesGcc.Run),
        new("predicates-fuzz", "no damaged predicate ends in an exception or takes 100 ms", 1_000_000, PredicatesFuzz.Run),
    ];

    public static Soak? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
