using CsCheck;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>However a level file is damaged, reading it ends in diagnostics with a place, never in an exception.</summary>
public sealed class MutatedLevelTests
{
    static readonly string[] Fragments =
    [
        "!", "&a ", "*a", "[", "]", "{", "}", ": ", " #", "\t", "\n", "---\n", "|", ">", "'", "\"", "\\", "%", "@", "? ",
        "- ", "0x10", "010", "~", "\r", "\0", "\uD800", "…", "<<: *a", "+4096", "..", "&&", "folio_ref_count(",
    ];

    static readonly Lazy<string[]> Files = new(() =>
    [
        .. LevelFixture.Names("valid").Select(n => LevelFixture.Text("valid", n).Text),
        .. Directory.EnumerateFiles(BuiltInPack.Root, "*0-*.yaml").Order(StringComparer.Ordinal).Take(4).Select(File.ReadAllText),
    ]);

    static readonly Gen<string> Damaged =
        from file in Gen.Int[0, Files.Value.Length - 1]
        from edits in Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[0, 40], Gen.Int[0, Fragments.Length - 1]).Array[1, 4]
        select edits.Aggregate(Files.Value[file], Damage);

    [Fact]
    public void Reading_a_damaged_level_never_throws() => Damaged.Sample(
        text =>
        {
            var problems = LevelFixture.Read(SourceText.From("damaged.yaml", text), out var level);
            foreach (var problem in problems.ToImmutable())
            {
                _ = DiagnosticFormatter.Format(problem);
            }

            return level is not null || problems.HasErrors;
        },
        seed: "0000KOIPE3t4", iter: 2_000);

    [Theory]
    [InlineData(300_000)]
    [InlineData(10_000_000)]
    public void A_file_too_large_is_refused_before_it_is_parsed(int length)
    {
        var problems = LevelFixture.Read(SourceText.From("large.yaml", new string('[', length)), out _);
        Assert.Equal(YamlCodes.FileTooLarge, Assert.Single(problems.ToImmutable()).Code);
    }

    static string Damage(string text, (int What, double Where, int Length, int Fragment) edit)
    {
        var at = (int)(edit.Where * text.Length);
        var length = Math.Min(edit.Length, text.Length - at);
        return edit.What switch
        {
            0 => text[..at],
            1 => text.Remove(at, length),
            2 => text.Insert(at, text.Substring(at, length)),
            3 => text[..at] + Fragments[edit.Fragment] + text[(at + length)..],
            _ => text.Insert(at, Fragments[edit.Fragment]),
        };
    }
}
