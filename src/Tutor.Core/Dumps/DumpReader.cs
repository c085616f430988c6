using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary>What a log came to: its dumps in order, and where one is damaged.</summary>
public sealed record DumpsRead(ImmutableArray<PageDump> Dumps, ImmutableArray<Diagnostic> Problems);

/// <summary>
/// Finds the reports of <c>dump_page()</c> in a log: with any prefix, other lines between, lines of two dumps
/// mixed. Never throws, invents nothing.
/// </summary>
public static partial class DumpReader
{
    /// <summary>After this many other lines of a log, the reader no longer waits for the rest of a dump.</summary>
    const int MostLinesBetween = 40;

    /// <summary>Every dump of a text, and what is wrong with those that are damaged.</summary>
    public static DumpsRead Read(SourceText log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var pool = new DumpPool(log);
        var before = new OfflineLines();
        for (var number = 1; number <= log.LineCount; number++)
        {
            var span = log.LineSpan(number);
            var text = log.Text.AsSpan(span.Start, span.Length);
            if (text.IndexOf(':') < 0 && text.IndexOf("pfn", StringComparison.Ordinal) < 0 && text.TrimEnd() is not ("anon" or "ksm"))
            {
                continue;
            }

            var line = text.ToString();
            pool.Expire(number - MostLinesBetween);
            if (DumpLine.Of(line, number, span.Start) is { } part)
            {
                pool.Add(part);
            }
            else
            {
                before.Read(line, number);
            }
        }

        var (dumps, problems) = pool.Finish();
        return new DumpsRead([.. dumps.Select(before.Tell)], problems);
    }

    /// <summary>Whether a dump begins with this line. Then a pasted text is read as a dump.</summary>
    public static bool Begins(string line) => DumpLine.Of(line, 1, 0) is { Part: DumpPart.First } || OfflineLines.IsOne(line);

    /// <summary>Whether a dump ends with this line.</summary>
    public static bool Ends(string line) => DumpLine.Of(line, 1, 0) is { Part: DumpPart.Reason };

    /// <summary>The lines that memory offlining writes between dumps, by number.</summary>
    sealed partial class OfflineLines
    {
        readonly List<(int Line, ulong Pfn, OfflineWord Word, int? Result)> _words = [];
        readonly List<(int Line, string Text)> _suppressed = [];

        /// <summary>Memory offlining's word on a page, which its dump follows.</summary>
        public static bool IsOne(string line) => OfflinePattern().IsMatch(line);

        public void Read(string line, int number)
        {
            var match = OfflinePattern().Match(line);
            if (match.Success && ulong.TryParse(match.Groups["pfn"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var pfn))
            {
                var hasResult = int.TryParse(match.Groups["ret"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var result);
                _words.Add((number, pfn, hasResult ? OfflineWord.Migrating : OfflineWord.FailedToIsolate, hasResult ? result : null));
            }
            else if (SuppressedPattern().Match(line) is { Success: true } suppressed)
            {
                _suppressed.Add((number, suppressed.Groups["count"].Value));
            }
        }

        /// <summary>The dump with the last word about its page before it, and what was left out just before.</summary>
        public PageDump Tell(PageDump dump)
        {
            var word = _words.FindLast(w => w.Line < dump.Line && w.Pfn == dump.Pfn && dump.Line - w.Line <= MostLinesBetween);
            var suppressed = _suppressed.FindLast(s => s.Line < dump.Line && dump.Line - s.Line <= 2);
            return dump with
            {
                Offline = word.Word,
                OfflineResult = word.Result,
                Notes = suppressed.Text is null ? dump.Notes : dump.Notes.Add(
                    $"Just before it the kernel left out {suppressed.Text} messages: the log does not show every page."),
            };
        }

        [GeneratedRegex(@"(?:migrating pfn (?<pfn>[0-9a-f]{1,16}) failed ret:(?<ret>-?\d{1,9})|failed to isolate pfn (?<pfn>[0-9a-f]{1,16}))\s*$")]
        private static partial Regex OfflinePattern();

        [GeneratedRegex(@"(?<count>\d{1,9}) callbacks suppressed\s*$")]
        private static partial Regex SuppressedPattern();
    }
}
