using System.Globalization;
using Tutor.Core.Levels;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Storage;
using Tutor.Tests.Support;

namespace Tutor.Soak;

/// <summary>Damages levels of the built-in pack: whatever comes of it is told with a place and words, in time.</summary>
static class LevelSoak
{
    const string Hostile = "[]{}:,'\"|>!&*#%@`-?\t\n \\\0\u00e9\u6f22\ud83d\u202e\u00a0";

    /// <summary>A level takes milliseconds; on a busy machine more.</summary>
    static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);

    public static int Run(int count, int firstSeed)
    {
        var pack = PackFolder.Open(Repository.Root)!;
        var kinds = LevelCatalog.ReadKinds(pack, PageKinds.Empty, new DiagnosticBag());
        var texts = pack.LevelFiles().Select(f => File.ReadAllText(f.Path)).ToArray();
        var lines = texts.SelectMany(t => t.Split('\n')).ToArray();
        var (start, told, longest) = (TimeProvider.System.GetTimestamp(), 0L, TimeSpan.Zero);
        for (var i = 0; i < count; i++)
        {
            var random = new Random(unchecked(firstSeed + i));
            var text = texts[random.Next(texts.Length)];
            for (var edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
            {
                text = Damage(text, lines, random);
            }

            var before = TimeProvider.System.GetTimestamp();
            if (Fault(text, kinds, ref told) is { } fault)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {firstSeed + i}: {fault}\n{text}"));
                return 1;
            }

            var took = TimeProvider.System.GetElapsedTime(before);
            longest = took > longest ? took : longest;
            if (took > MostTime)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {firstSeed + i}: {took.TotalSeconds:N1} s\n{text}"));
                return 1;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} levels from seed {firstSeed} in {TimeProvider.System.GetElapsedTime(start).TotalSeconds:N0} s, {told:N0} findings, longest {longest.TotalMilliseconds:N0} ms: no exception, no hang, none without a place"));
        return 0;
    }

    static string? Fault(string text, PageKinds kinds, ref long told)
    {
        try
        {
            var problems = new DiagnosticBag();
            var level = LevelReader.Read(SourceText.From("level.yaml", text), kinds, problems);
            var found = problems.ToImmutable();
            told += found.Length;
            return level is null && !problems.HasErrors ? "no level, and nothing is said"
                : found.FirstOrDefault(d => d.Location.Start.Line < 1 || d.Message.Length == 0 || DiagnosticFormatter.Format(d).Length == 0) is { } odd
                    ? $"a finding without a place or words: {odd}"
                    : found.FirstOrDefault(d => d.Code == YamlCodes.Syntax && d.Help is null) is { } bare ? $"no cure: {bare}" : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.ToString();
        }
    }

    static string Damage(string text, string[] lines, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(text.Length - at, random.Next(1, 40));
        return random.Next(8) switch
        {
            0 => text.Insert(at, Hostile[random.Next(Hostile.Length)].ToString()),
            1 => text.Remove(at, length),
            2 => text[..at] + Hostile[random.Next(Hostile.Length)] + text[(at + 1)..],
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Insert(at, "\n" + lines[random.Next(lines.Length)] + "\n"),
            5 => text[..at],
            // Lines in another column, which is what people do.
            6 => text.Insert(text.IndexOf('\n', at) + 1, new string(' ', random.Next(1, 4))),
            _ => text.IndexOf("\n ", at, StringComparison.Ordinal) is >= 0 and var blank ? text.Remove(blank + 1, 1) : text,
        };
    }
}
