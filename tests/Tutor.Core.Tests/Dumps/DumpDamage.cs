using System.Globalization;
using System.Text;
using Tutor.Core.Dumps;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Dumps;

/// <summary>Damages page dumps as logs, mails and torn lines do, and checks that nothing is invented of them.</summary>
static class DumpDamage
{
    static readonly string[] Strays =
        [" ", "\t", "\n", "\r\n", "\0", "|", ":", "0", "f", "1025", "-", "page:", "flags: 0x", "raw: ", "\ud800", "é", "[  1.0] ", "refcount:3", "(", ")"];

    /// <summary>One to four damages to a log of one or two dumps.</summary>
    public static string Damage(Random random, IReadOnlyList<string> dumps)
    {
        var text = dumps[random.Next(dumps.Count)];
        if (random.Next(3) == 0)
        {
            var other = dumps[random.Next(dumps.Count)];
            text = random.Next(2) == 0 ? text + other : Mix(random, text, other);
        }

        for (var n = random.Next(1, 5); n > 0; n--)
        {
            text = DamageOnce(random, text, dumps);
        }

        return text;
    }

    /// <summary>The lines of two logs, each in its order.</summary>
    public static string Mix(Random random, string first, string second)
    {
        var (a, b) = (new Queue<string>(LinesOf(first)), new Queue<string>(LinesOf(second)));
        var mixed = new StringBuilder();
        while (a.Count + b.Count > 0)
        {
            var from = b.Count == 0 || a.Count > 0 && random.Next(2) == 0 ? a : b;
            mixed.Append(from.Dequeue()).Append('\n');
        }

        return mixed.ToString();
    }

    /// <summary>
    /// What is read of two dumps whose lines are mixed and of neither alone, or null; and how many of the two were read.
    /// </summary>
    public static (string? Wrong, int Read) Misreading(Random random, IReadOnlyList<string> dumps)
    {
        var pair = new[] { dumps[random.Next(dumps.Count)], dumps[random.Next(dumps.Count)] };
        var text = Mix(random, pair[0], pair[1]);
        var mixed = DumpReader.Read(SourceText.From("dmesg", text));
        var alone = pair.SelectMany(d => DumpReader.Read(SourceText.From("dmesg", d)).Dumps).Select(Said).ToHashSet(StringComparer.Ordinal);
        var wrong = mixed.Dumps.Select(Said).FirstOrDefault(d => !alone.Contains(d))
            ?? (mixed.Dumps.Length < 2 && mixed.Problems.IsEmpty ? "a dump is lost" : null);
        return (wrong is null ? null : $"{wrong}\n{text}", mixed.Dumps.Length);
    }

    static string Said(PageDump dump)
    {
        var reading = DumpReading.Of(dump);
        return $"{dump.Pfn:x} {dump.RefCount} {dump.MapCount} {dump.Head} {dump.Type} {dump.Aops} {dump.Reason} "
            + $"{reading.Unexplained} {reading.Moves} {string.Join(' ', reading.Accounted)} {string.Join(' ', reading.Tests)}";
    }

    /// <summary>What of a reading neither stands in the text nor follows from it; null: nothing.</summary>
    public static string? Invention(string text)
    {
        var read = DumpReader.Read(SourceText.From("dmesg", text));
        foreach (var problem in read.Problems)
        {
            DiagnosticFormatter.Format(problem);
        }

        return read.Dumps.Select(d => Invention(text, d)).FirstOrDefault(i => i is not null);
    }

    public static string? Invention(string text, PageDump dump)
    {
        var first = LinesOf(text)[dump.Line - 1];
        bool Stands(string what) => text.Contains(what, StringComparison.Ordinal);
        bool StandsOnFirst(string what) => first.Contains(what, StringComparison.Ordinal);
        string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (!StandsOnFirst($"count:{dump.RefCount}") || !StandsOnFirst($"mapcount:{dump.MapCount}")
            || dump.Pfn is { } pfn && !first.Contains($"{pfn:x}", StringComparison.OrdinalIgnoreCase))
        {
            return $"a count of {dump}";
        }

        if (dump.Flags.FirstOrDefault(f => !Stands(f)) is { } flag)
        {
            return $"the flag {flag}";
        }

        if (dump.Aops is { } aops && !Stands(aops) || !Stands(dump.Reason)
            || dump.Head is { } head && !(Stands($"order:{Number(head.Order)}") && Stands($"mapcount:{Number(head.EntireMapCount)}")
                && Stands($"pincount:{Number(head.PinCount)}")))
        {
            return $"a name or a count of {dump}";
        }

        return InAccounts(DumpReading.Of(dump));
    }

    /// <summary>The table once more, as sums.</summary>
    static string? InAccounts(DumpReading reading)
    {
        var dump = reading.Dump;
        foreach (var row in reading.Accounted)
        {
            var follows = row.Holder switch
            {
                AccountedHolder.Mapping => row.Count == (dump.Head?.MapCount ?? Math.Max(dump.MapCount, dump.Head?.EntireMapCount ?? 0)),
                AccountedHolder.PageCache => dump.Aops is not null && (row.Count == dump.NrPages || row.Count == 1),
                AccountedHolder.SwapCache => (dump.Aops == "swap_aops" || dump.Has("owner_priv_1") || dump.Has("swapcache")) && row.Count == dump.NrPages,
                AccountedHolder.Private => dump.Has("private") && row.Count == 1,
                AccountedHolder.Pin => row.IsCertain ? row.Count == dump.Head?.PinCount : row.References == row.Count * 1024,
                AccountedHolder.Printer => row.Count == DumpPrinter.Of(dump.Reason).Holds,
            };
            if (!follows)
            {
                return $"{row} of {dump}";
            }
        }

        return reading.Unexplained is { } rest && reading.Accounted.Sum(a => a.References) + rest != dump.RefCount
            ? $"{rest} left over of {dump}" : null;
    }

    static string DamageOnce(Random random, string text, IReadOnlyList<string> dumps)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        var lines = LinesOf(text);
        var line = random.Next(lines.Count);
        return random.Next(9) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, Strays[random.Next(Strays.Length)]),
            2 => text.Remove(at, 1).Insert(at, ((char)random.Next(32, 127)).ToString()),
            3 => text.Remove(at, length),
            4 => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            5 => string.Join('\n', lines.Where((_, i) => i != line)),
            6 => string.Join('\n', lines.Take(line).Concat([lines[random.Next(lines.Count)]]).Concat(lines.Skip(line))),
            7 => text[..at],
            _ => text.Insert(at, dumps[random.Next(dumps.Count)][..length]),
        };
    }

    static List<string> LinesOf(string text)
    {
        var source = SourceText.From("log", text);
        return [.. Enumerable.Range(1, source.LineCount).Select(source.LineText)];
    }
}
