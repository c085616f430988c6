using System.Text.RegularExpressions;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>A line of a log that belongs to a page dump, without what the log puts before it.</summary>
/// <param name="Number">In the text, from 1.</param>
/// <param name="Start">Offset of <paramref name="Content"/> in the text.</param>
/// <param name="Prefix">What stands before it, its numbers left out: equal for all lines of one dump.</param>
/// <param name="Caller">The printing task or CPU (<c>T123</c>), where the kernel says it.</param>
sealed partial record DumpLine(DumpPart Part, int Number, int Start, string Content, string Prefix, string? Caller)
{
    public TextSpan Span => new(Start, Content.Length);

    /// <summary>The line as a part of a dump, or null.</summary>
    /// <param name="start">Offset of the line in its text.</param>
    public static DumpLine? Of(string line, int number, int start)
    {
        var match = Parts().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var at = match.Index;
        var before = line[..at];
        var caller = CallerPattern().Match(before);
        return new DumpLine(PartOf(match), number, start + at, line[at..].TrimEnd(), Shape(before),
            caller.Success ? caller.Groups[1].Value : null);
    }

    static DumpPart PartOf(Match match) =>
        match.Groups["first"].Success ? DumpPart.First
        : match.Groups["head"].Success ? DumpPart.Head
        : match.Groups["memcg"].Success ? DumpPart.Memcg
        : match.Groups["aops"].Success ? DumpPart.Aops
        : match.Groups["type"].Success ? DumpPart.Type
        : match.Groups["flags"].Success ? DumpPart.Flags
        : match.Groups["pagetype"].Success ? DumpPart.PageType
        : match.Groups["raw"].Success ? DumpPart.Raw
        : match.Groups["headraw"].Success ? DumpPart.HeadRaw
        : DumpPart.Reason;

    /// <summary>The prefix with its digits left out: time stamps differ from line to line, but their shape does not.</summary>
    static string Shape(string prefix) => NumbersAndBlanks().Replace(prefix, m => char.IsDigit(m.Value[0]) ? "0" : "");

    [GeneratedRegex(
        """
        (?<![^\s\]>|])(?:
        (?<reason>page\ dumped\ because:)
        |(?<first>page:(?=.*(?:count|mapping|index|pfn):))
        |(?<head>head:(?=\S*\s*(?:order|compound_|mapcount|entire_|pincount)))
        |(?<headraw>head:\ (?=[0-9a-f]{4}))
        |(?<raw>raw:\ )
        |(?<memcg>memcg:|page->mem_cgroup:)
        |(?<aops>aops:|mapping->a_ops:)
        |(?<flags>(?:anon\ |ksm\ )?flags:\ 0x)
        |(?<pagetype>page_type:)
        |(?<type>(?:anon|ksm)\s*$)
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\[\s*([TC]\d+)\]")]
    private static partial Regex CallerPattern();

    [GeneratedRegex(@"\d+|\s+")]
    private static partial Regex NumbersAndBlanks();
}
