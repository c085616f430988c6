using System.Collections.Immutable;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Tests.Support;

/// <summary>
/// A class, played in the game itself: 30 files of which 4 never compile, 6 guess, 2 are of pairs, 1 is a copy under
/// another name and 17 play on; and beside them 5 files that somebody tampered with.
/// </summary>
sealed class ClassOfThirty : IDisposable
{
    public const int Seed = 20261128;

    static readonly DateTimeOffset Morning = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder _folder = new();

    public ClassOfThirty()
    {
        var levels = new ClassroomLevels(LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null));
        Levels = levels.First(9);
        var learners = new SimulatedLearners(Levels, Seed);
        LearnerPlan[] plans =
        [
            .. Enumerable.Range(1, 4).Select(i => learners.NeverCompiles($"Never {i}")),
            .. Enumerable.Range(1, 6).Select(i => learners.Guesses($"Guess {i}")),
            learners.PlaysOn("Ada, Bob"), learners.PlaysOn("Zoë, 張三"),
            .. Enumerable.Range(1, 17).Select(i => learners.PlaysOn($"Plays {i}")),
        ];
        Plans = plans.ToImmutableDictionary(p => string.Join(" & ", PlayerNames.Parse(p.Names).Names));
        foreach (var (plan, i) in plans.Select((p, i) => (p, i)))
        {
            var export = PlayedPlan.Play(plan, levels, Morning.AddSeconds(i).AddTicks(1237 * (i + 1)), folder: 1000 + i);
            // Some paste a code in the chat.
            var (name, text) = i % 5 == 4 ? ($"{i:00}.txt", $"here it is:\n> {ExportCode.Write(export.Write()).Replace("\n", "\n> ", StringComparison.Ordinal)}") : ($"{i:00}.json", export.Write());
            _folder.Write($"class/{name}", text);
            if (plan.Names == "Plays 1")
            {
                _folder.Write("class/copy.json", (export with { Names = ["Somebody else"], Folder = "7" }).Write());
            }
        }

        foreach (var (name, text, line) in Tampered(PlayedPlan.Play(learners.PlaysOn("Eve", isToTheEnd: true), levels, Morning.AddSeconds(500), folder: 2000).Write()))
        {
            Wrong = Wrong.Add((_folder.Write($"class/{name}.json", text), line));
        }
    }

    public string Folder => Path.Combine(_folder.Path, "class");

    /// <summary>The levels that are played.</summary>
    public IReadOnlyList<PlannedLevel> Levels { get; }

    /// <summary>What was done, by what a report calls the learner.</summary>
    public ImmutableDictionary<string, LearnerPlan> Plans { get; }

    /// <summary>The files that somebody tampered with, and the line of each.</summary>
    public ImmutableArray<(string Path, int Line)> Wrong { get; private set; } = [];

    public void Dispose() => _folder.Dispose();

    /// <summary>The same file in five ways that no game writes it.</summary>
    static IEnumerable<(string Name, string Text, int Line)> Tampered(string text)
    {
        yield return Changed(text, "verdict", "\"verdict\": \"fail\"", "\"verdict\": \"gold\"");
        yield return Changed(text, "future", "\"at\": \"2026-", "\"at\": \"9999-");
        yield return Changed(text, "option", "\"option\": \"", "\"option\": \"x");
        yield return Changed(text, "names", "\"Eve\"", "\"E\\u001b[2Jve\"");
        var cut = text.IndexOf("\"verdict\"", text.Length / 3, StringComparison.Ordinal) + 12;
        // Told where the row begins that breaks off.
        yield return ("cut", text[..cut], LineAt(text, text.LastIndexOf("    {", cut, StringComparison.Ordinal)));
    }

    static (string Name, string Text, int Line) Changed(string text, string name, string from, string to)
    {
        var at = text.IndexOf(from, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"nothing to tamper with: {from}");
        }

        var isRow = name == "future";
        return (name, $"{text[..at]}{to}{text[(at + from.Length)..]}", LineAt(text, isRow ? text.LastIndexOf("    {", at, StringComparison.Ordinal) : at));
    }

    static int LineAt(string text, int at) => 1 + text.AsSpan(0, at).Count('\n');
}
