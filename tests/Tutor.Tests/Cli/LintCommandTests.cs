using System.Text.Json;
using Xunit;

namespace Tutor.Tests.Cli;

public sealed class LintCommandTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_whole_built_in_pack_has_no_finding()
    {
        var lint = TutorProcess.Run("lint");
        Assert.Equal((0, ""), (lint.ExitCode, lint.Error));
        Assert.Contains("errors 0, warnings 0", lint.Out);
    }

    [Fact]
    public void A_level_whose_solution_scores_otherwise_is_a_finding()
    {
        var path = NewLevel("expect: gold", "expect: pass");
        var lint = TutorProcess.Run("lint", path);
        Assert.Equal(1, lint.ExitCode);
        Assert.Contains($"{path}:", lint.Out);
        Assert.Contains("TUT4001", lint.Out);
    }

    [Fact]
    public void A_level_that_cannot_be_read_is_bad_input() =>
        Assert.Equal(3, TutorProcess.Run("lint", NewLevel("kind: write", "kind: wirte")).ExitCode);

    [Fact]
    public void Json_has_findings_with_file_and_place()
    {
        var lint = TutorProcess.Run("lint", NewLevel("expect: gold", "expect: pass"), "--format", "json");
        using var json = JsonDocument.Parse(lint.Out);
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.EndsWith("mine.yaml", finding.GetProperty("file").GetString());
        Assert.True(finding.GetProperty("line").GetInt32() > 1);
    }

    [Fact]
    public void Github_gets_one_command_a_finding() =>
        Assert.Contains("::error file=", TutorProcess.Run("lint", NewLevel("expect: gold", "expect: pass"), "--format", "github").Out);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sarif_names_rule_file_and_region()
    {
        using var sarif = JsonDocument.Parse(TutorProcess.Run("lint", NewLevel("expect: gold", "expect: pass"), "--format", "sarif").Out);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = sarif.RootElement.GetProperty("runs")[0];
        var result = run.GetProperty("results")[0];
        Assert.Equal("TUT4001", result.GetProperty("ruleId").GetString());
        Assert.Equal("TUT4001", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("mine.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() > 1);
    }

    /// <summary>A warning is a finding, and scripts are told.</summary>
    [Fact]
    public void A_warning_alone_exits_1() => Assert.Equal(1, TutorProcess.Run("lint", NewLevel("title: \"Mine\"", "title: \"What the level is called\"")).ExitCode);

    /// <summary>The template, filled in, with one change.</summary>
    string NewLevel(string before, string after)
    {
        var path = Path.Combine(_folder.Path, "mine.yaml");
        TutorProcess.Run("new", "level", path);
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("What the level is called", "Mine", StringComparison.Ordinal)
            .Replace("What lies before the player, and what is asked: two or three sentences, in Markdown.", "Skip what cannot move.", StringComparison.Ordinal)
            .Replace(before, after, StringComparison.Ordinal));
        return path;
    }
}
