using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli.Comparing;

/// <summary>Opens the levels, recordings and recipes of a comparison; what is wrong goes to the bag.</summary>
sealed class CompareGrounds(ParseResult parsed, CliHost host, ImmutableArray<ulong>? seeds, DiagnosticBag problems)
{
    /// <summary>A level's name was none; the reason has been told.</summary>
    public bool HasUsageError { get; private set; }

    public CompareGround? OfLevel(string name)
    {
        var (library, loaded, exitCode) = LibraryChoice.Find(name, parsed, host);
        HasUsageError |= loaded is null && exitCode == ExitCode.Usage;
        problems.AddRange(loaded?.Problems ?? []);
        if (loaded?.Level is not { } level)
        {
            return null;
        }

        if (level.Maps.IsEmpty)
        {
            HasUsageError = true;
            host.UsageError($"level '{level.Id}' has no maps to compare on", "name a level with maps, a recording or a recipe");
            return null;
        }

        return new CompareGround(level.Id, level.Run.Control, level.Names, level.Goals,
        [
            .. level.Maps.SelectMany(m => m.Recipe is null ? [new CompareOrder(m.Id, null)]
                : (seeds ?? m.Seeds).Select(s => new CompareOrder(m.Id, s))),
        ],
        (order, bag, cancel) => library!.Prepare(level, bag, order.Map, order.Seed, cancellation: cancel)?.Maps[0]);
    }

    public CompareGround? OfRecording(string name)
    {
        var (recording, found) = RecordingChoice.Read(name, parsed, host);
        problems.AddRange(found);
        if (recording is null)
        {
            return null;
        }

        var settings = RecordingCheck.SettingsOf(recording);
        return new CompareGround(recording.Name, settings.Control, null, [], [new CompareOrder(recording.Name, null)],
            (order, _, _) => PreparedMap.Of(order.Map, null, Scenario.Of(recording), settings));
    }

    public CompareGround? OfRecipe(string path)
    {
        var (text, problem) = InputFile.ReadText(path);
        if (text is null)
        {
            problems.Add(problem!);
            return null;
        }

        if (PackChoice.Of(parsed, host) is not { } pack
            || MapRecipeFile.Read(text, LibraryChoice.Open(pack, host).Kinds, problems) is not { } file)
        {
            return null;
        }

        var settings = RunSettings.For(RunTrigger.CompactMemory);
        return new CompareGround(Path.GetFileNameWithoutExtension(path), settings.Control, null, [],
            [.. (seeds ?? [file.Seed]).Select(s => new CompareOrder(file.Id, s))],
            (order, bag, cancel) =>
            {
                var (scenario, wrong) = ScenarioBuilder.Build(file.Recipe, file.Kinds, order.Seed!.Value, cancellation: cancel);
                foreach (var found in wrong)
                {
                    bag.Report(LevelCodes.BadMap, text, new TextSpan(0, 0), $"{found.Place}: {found.Message}", found.Help);
                }

                return scenario is null ? null : PreparedMap.Of(order.Map, order.Seed, scenario, settings);
            });
    }
}
