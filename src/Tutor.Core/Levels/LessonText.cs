using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>A lesson's two parts: what everybody reads, and behind the heading <c>## More</c> sources, mails and details.</summary>
/// <param name="Main">Up to the heading; the whole text where there is none.</param>
/// <param name="More">What stands under the heading; empty where there is none.</param>
public sealed partial record LessonText(string Main, string More)
{
    /// <summary>The line that divides them.</summary>
    public const string Heading = "## More";

    /// <summary>Divides a text at the first line that is <see cref="Heading"/>, outside blocks of code.</summary>
    public static LessonText Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var (at, isCode) = (0, false);
        foreach (var line in markdown.Split('\n'))
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode && line.TrimEnd() == Heading)
            {
                return new LessonText(markdown[..at], markdown[Math.Min(markdown.Length, at + line.Length + 1)..]);
            }

            at += line.Length + 1;
        }

        return new LessonText(markdown, "");
    }

    /// <summary>Where the texts of its runnable blocks stand, in order.</summary>
    public static ImmutableArray<TextSpan> Predicates(string markdown) =>
        [.. Block().Matches(markdown).Select(m => m.Groups["code"]).Select(c => new TextSpan(c.Index, c.Length))];

    [GeneratedRegex("^```predicate[^\n]*\n(?<code>.*?)\n?^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
