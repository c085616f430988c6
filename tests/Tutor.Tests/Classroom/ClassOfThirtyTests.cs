using System.Globalization;
using Tutor.Cli;
using Tutor.Cli.Commands;
using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Playing.Classroom;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Classroom;

/// <summary>A report says of a class what the class did: compared with the plans that were played.</summary>
public sealed class ClassOfThirtyTests(ClassOfThirtyTests.Reported class30) : IClassFixture<ClassOfThirtyTests.Reported>
{
    [Fact]
    public void Thirty_files_are_twenty_nine_rows_and_pairs_are_one_row_each()
    {
        Assert.Equal(class30.Plans.Keys.Order(StringComparer.Ordinal), class30.Report.Learners.Select(l => l.Label).Order(StringComparer.Ordinal));
        Assert.Equal(2, class30.Report.Groups);
        Assert.Equal(["Ada", "Bob"], class30.Report.Learners.Single(l => l.Label == "Ada & Bob").Names);
    }

    [Fact]
    public void A_copy_under_another_name_is_told_and_counted_once()
    {
        var shared = Assert.Single(class30.Report.Shared);
        Assert.Equal(("Somebody else", "Plays 1", true), (shared.Label, shared.OtherLabel, shared.IsCopy));
        Assert.DoesNotContain(class30.Report.Learners, l => l.Label == "Somebody else");
    }

    [Fact]
    public void Each_tampered_file_is_told_with_its_line_and_none_is_counted()
    {
        Assert.Equal(class30.Class.Wrong.Select(w => w.Path).Order(StringComparer.Ordinal), class30.Report.NotCounted.Order(StringComparer.Ordinal));
        Assert.All(class30.Class.Wrong, wrong => Assert.Contains(class30.Findings, f => f.Location.Path == wrong.Path && f.Location.Start.Line == wrong.Line));
        Assert.All(class30.Findings, f => Assert.Contains(f.Location.Path, class30.Class.Wrong.Select(w => w.Path)));
    }

    [Fact]
    public void Who_never_compiles_has_a_row_with_texts_and_codes()
    {
        Assert.All(Enumerable.Range(1, 4), i =>
        {
            var learner = class30.Report.Learners.Single(l => l.Label == $"Never {i}");
            Assert.NotEmpty(learner.Levels);
            Assert.All(learner.Levels, at => Assert.Equal((LearnerState.NeverCompiled, 0), (at.State, at.Tries)));
            Assert.All(learner.Levels, at => Assert.NotNull(at.StuckSince));
        });
        Assert.All(class30.Levels.Where(l => l.IsWritten), l => Assert.Equal(4, class30.Report.Levels.Single(r => r.Id == l.Level.Id).NeverCompiled));
    }

    [Fact]
    public void Tries_passes_first_tries_hints_texts_and_minutes_are_those_of_the_plans()
    {
        foreach (var learner in class30.Report.Learners)
        {
            var plan = class30.Plans[learner.Label];
            Assert.Equal(plan.Levels, learner.Levels.Select(l => l.Level));
            foreach (var at in learner.Levels)
            {
                var tries = plan.TriesAt(at.Level).ToList();
                var steps = plan.Steps.Where(s => s.Level == at.Level).ToList();
                var broken = steps.Where(s => s.Code is not null).Select(s => s.Code!).ToList();
                Assert.Equal((tries.Count, tries.Exists(t => t.IsRight), tries is [{ IsRight: true }, ..]), (at.Tries, at.IsPassed, at.IsFirstTry));
                Assert.Equal(1 + tries.FindIndex(t => t.IsRight), at.TriesToPass);
                Assert.Equal((broken.Count, steps.Count(s => s.Deed == Deed.Hint)), (at.NotCompiled, at.Hints));
                Assert.Equal(broken.Distinct().Order(StringComparer.Ordinal), at.Codes.Select(c => c.Key).Order(StringComparer.Ordinal));
                Assert.Equal(TimeSpan.FromSeconds(steps.Where(s => s.Deed != Deed.Open).Sum(s => s.Seconds)), at.Time);
                Assert.Equal(!at.IsPassed && tries.Count + broken.Count > 0, at.StuckSince is not null);
            }
        }
    }

    [Fact]
    public void First_choices_are_those_of_the_plans_and_one_option_is_right()
    {
        var picked = class30.Levels.Where(l => l.Level.Kind == LevelKind.Pick).ToList();
        Assert.NotEmpty(picked);
        foreach (var level in picked.Select(l => l.Level))
        {
            var bars = Assert.Single(class30.Report.Levels.Single(l => l.Id == level.Id).Questions).Answers;
            var firsts = class30.Plans.Values.Select(p => p.TriesAt(level.Id).FirstOrDefault()).OfType<Step>().CountBy(s => s.Text).ToDictionary();
            Assert.Equal(level.Options.Select(o => (o.Id, firsts.GetValueOrDefault(o.Id))), bars.Select(b => (b.Id, b.Learners)));
            Assert.Contains(bars, b => b.IsRight);
        }
    }

    [Fact]
    public void First_forecasts_are_counted_item_by_item()
    {
        var level = class30.Levels.First(l => l.Level.Kind == LevelKind.Predict).Level;
        var answered = class30.Plans.Values.Count(p => p.TriesAt(level.Id).Any());
        var questions = class30.Report.Levels.Single(l => l.Id == level.Id).Questions;
        Assert.Equal(level.Predictions.Length, questions.Length);
        Assert.All(questions, q => Assert.Equal(answered, q.Answers.Sum(a => a.Learners)));
        Assert.All(questions, q => Assert.Contains(q.Answers, a => a.IsRight));
    }

    [Fact]
    public void Beliefs_are_counted_in_learners_and_answers()
    {
        var beliefs = class30.Report.Levels.SelectMany(l => l.Beliefs).ToList();
        Assert.NotEmpty(beliefs);
        Assert.All(beliefs, b => Assert.InRange(b.Learners, 1, b.Answers));
        Assert.All(beliefs, b => Assert.NotEmpty(b.Say));
        Assert.Contains(beliefs, b => b.Id == "asks-nothing");
    }

    [Fact]
    public void Of_one_level_the_report_says_the_same()
    {
        var level = class30.Levels[^1].Level.Id;
        var (_, alone) = Make(level);
        Assert.Equal(level, Assert.Single(alone.Levels).Id);
        var whole = class30.Report.Levels.Single(l => l.Id == level);
        Assert.Equal((whole.Tried, whole.Passed, whole.NotCompiled, whole.MedianTime), (alone.Levels[0].Tried, alone.Levels[0].Passed, alone.Levels[0].NotCompiled, alone.Levels[0].MedianTime));
        Assert.Equal(29, alone.Learners.Length);
    }

    [Fact]
    public void The_program_says_it_in_every_form_and_keeps_nothing()
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "teacher");
        foreach (var format in new[] { "text", "csv", "html" })
        {
            var run = TutorProcess.Run("report", class30.Class.Folder, "--format", format, "--data", data);
            Assert.Equal(3, run.ExitCode);
            Assert.Contains("Ada & Bob", System.Net.WebUtility.HtmlDecode(run.Out));
            Assert.All(class30.Class.Wrong, wrong => Assert.Contains($"{wrong.Path}:{wrong.Line.ToString(CultureInfo.InvariantCulture)}:", run.Error));
        }

        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public void On_a_projector_nobody_is_named()
    {
        foreach (var format in new[] { "text", "html" })
        {
            var shown = TutorProcess.Run("report", class30.Class.Folder, "--projector", "--format", format).Out;
            Assert.All(class30.Plans.Keys, name => Assert.DoesNotContain(name, System.Net.WebUtility.HtmlDecode(shown)));
            Assert.DoesNotContain(class30.Class.Folder, shown);
            Assert.Contains("handed in twice, counted once", shown);
        }
    }

    static (IReadOnlyList<Game.Playing.Progress.HandedIn> Files, ClassReport Report) Make(string level, string folder) =>
        ReportCommand.Make(ReportCommand.FilesIn([folder], new DiagnosticBag()), Library(), level, countsDoubtful: false, new DiagnosticBag(), Reported.Host);

    (IReadOnlyList<Game.Playing.Progress.HandedIn> Files, ClassReport Report) Make(string level) => Make(level, class30.Class.Folder);

    static LevelLibrary Library() => LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null);

    /// <summary>The class and its report, made once for these tests.</summary>
    public sealed class Reported : IDisposable
    {
        public Reported()
        {
            var problems = new DiagnosticBag();
            var (files, report) = ReportCommand.Make(ReportCommand.FilesIn([Class.Folder], problems), Library(), null, countsDoubtful: false, problems, Host);
            Report = report;
            Findings = [.. problems.ToImmutable(), .. files.SelectMany(f => f.Findings.ToImmutable())];
        }

        internal static CliHost Host { get; } = new(Stream.Null, TextWriter.Null, TextWriter.Null, _ => null, TimeProvider.System, Path.Combine(AppContext.BaseDirectory, "pack"));

        internal ClassOfThirty Class { get; } = new();

        internal ClassReport Report { get; }

        internal IReadOnlyList<Diagnostic> Findings { get; }

        internal IReadOnlyList<PlannedLevel> Levels => Class.Levels;

        internal IReadOnlyDictionary<string, LearnerPlan> Plans => Class.Plans;

        public void Dispose() => Class.Dispose();
    }
}
