using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Tests.Tidy;

public sealed class BuildSettingsTests
{
    [Fact]
    public void Sources_are_optimised_in_every_configuration() =>
        Assert.Empty(Unoptimised(
            XDocument.Load(Repository.PathOf("src/Directory.Build.props")),
            Repository.Files("src", "*.csproj").Select(f => XDocument.Load(Repository.PathOf(f)))));

    [Theory]
    [InlineData("<Project><PropertyGroup/></Project>", "<Project/>")]
    [InlineData("<Project><PropertyGroup><Optimize Condition=\"'$(Configuration)' == 'Release'\">true</Optimize></PropertyGroup></Project>", "<Project/>")]
    [InlineData("<Project><PropertyGroup Condition=\"1 == 1\"><Optimize>true</Optimize></PropertyGroup></Project>", "<Project/>")]
    [InlineData("<Project><PropertyGroup><Optimize>true</Optimize></PropertyGroup></Project>", "<Project><PropertyGroup><Optimize>false</Optimize></PropertyGroup></Project>")]
    public void The_check_of_optimised_sources_trips(string shared, string project) =>
        Assert.NotEmpty(Unoptimised(XDocument.Parse(shared), [XDocument.Parse(project)]));

    [Fact]
    public void The_library_that_the_tests_run_is_optimised()
    {
        var debuggable = typeof(SourceText).Assembly.GetCustomAttribute<DebuggableAttribute>();
        Assert.False(debuggable?.IsJITOptimizerDisabled ?? false);
    }

    [Fact]
    public void Sources_are_checked_for_ahead_of_time_compilation()
    {
        var shared = XDocument.Load(Repository.PathOf("src/Directory.Build.props"));
        Assert.Contains(shared.Descendants("IsAotCompatible"), e => e.Value == "true");
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_file() =>
        Assert.Empty(
            from file in Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            from reference in XDocument.Load(Repository.PathOf(file)).Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
            select file);

    [Fact]
    public void The_version_of_the_program_stands_in_one_file()
    {
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$", version);
        Assert.Equal($"{version}\n", TutorProcess.Run("--version").Out);
        Assert.Contains($"\n## {version} (", Repository.Read("CHANGELOG.md"));
        Assert.DoesNotContain(Repository.Files("src", "*.csproj"), f => XDocument.Load(Repository.PathOf(f)).Descendants("Version").Any());
    }

    /// <summary>Why some source is built without optimisation in some configuration; empty when none is.</summary>
    static IEnumerable<string> Unoptimised(XDocument shared, IEnumerable<XDocument> projects)
    {
        var always = shared.Descendants("Optimize")
            .Any(e => e.Value == "true" && e.AncestorsAndSelf().All(a => a.Attribute("Condition") is null));
        if (!always)
        {
            yield return "no unconditional <Optimize>true</Optimize>";
        }

        foreach (var own in projects.SelectMany(p => p.Descendants("Optimize")))
        {
            yield return $"a project sets its own {own}";
        }
    }
}
