using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Asks gcc what random predicates are worth: one C file with stub accessors, compiled and run.</summary>
static class Gcc
{
    const string Stubs = """
        #include <stdbool.h>
        #include <stdio.h>
        #include <stddef.h>
        #include <limits.h>
        #include <iso646.h>
        struct address_space { int dummy; };
        struct page { unsigned long flags; struct address_space *mapping; };
        struct folio { union { struct page page; struct { unsigned long flags; struct address_space *mapping; }; }; };
        typedef unsigned int u32; typedef int s32; typedef unsigned long long u64; typedef long long s64;
        #define __maybe_unused
        #define CONFIG_SWAP 1
        #define CONFIG_SWAP_IS 1
        #define CONFIG_DEBUG_VM_IS 0
        #define IS_ENABLED(x) x##_IS
        #define VM_BUG_ON(x) ((void)0)
        #define WARN_ON(x) __builtin_expect(!!(x), 0)
        #define WARN_ON_ONCE(x) __builtin_expect(!!(x), 0)
        #define READ_ONCE(x) (x)
        #define data_race(x) (x)
        #define min(a, b) ({ __auto_type m_ = (a); __auto_type n_ = (b); m_ < n_ ? m_ : n_; })
        #define max(a, b) ({ __auto_type m_ = (a); __auto_type n_ = (b); m_ > n_ ? m_ : n_; })
        #define min_t(t, a, b) min((t)(a), (t)(b))
        #define max_t(t, a, b) max((t)(a), (t)(b))
        #define test_bit(n, word) ((*(word) >> (n) & 1) != 0)
        #define PG_dirty 3
        #define PG_lru 4
        #define PG_private 13
        #define PAGE_FLAGS_CHECK_AT_PREP ((1UL << 22) - 1)
        #define PAGE_MAPPING_ANON 1
        #define PAGE_MAPPING_FLAGS 3
        #define MAX_PAGE_ORDER 10
        #define HPAGE_PMD_NR 512
        enum migrate_mode { MIGRATE_ASYNC, MIGRATE_SYNC_LIGHT, MIGRATE_SYNC };
        enum zone_type { ZONE_DMA, ZONE_DMA32, ZONE_NORMAL, ZONE_MOVABLE, ZONE_DEVICE };
        struct compact_control { enum migrate_mode mode; int order; bool alloc_contig; };
        struct state { int ref, map, pagemap; long nr; unsigned int order; bool anon, private, pinned, mapping; struct compact_control cc; unsigned long flags, raw; };
        #undef ULONG_MAX
        #define ULONG_MAX (~0UL)
        #define GUP_PIN_COUNTING_BIAS (1U << 10)
        #define likely(x) __builtin_expect(!!(x), 1)
        extern struct state states[];
        static struct state *st;
        static struct folio the_folio;
        static struct address_space the_mapping;
        static int folio_ref_count(struct folio *f) { return st->ref; }
        static int folio_mapcount(struct folio *f) { return st->map; }
        static int page_mapcount(struct page *p) { return st->pagemap; }
        static long folio_nr_pages(struct folio *f) { return st->nr; }
        static unsigned long compound_nr(struct page *p) { return st->nr; }
        static int thp_nr_pages(struct page *p) { return st->nr; }
        static unsigned long page_size(struct page *p) { return (unsigned long)st->nr << 12; }
        static unsigned int folio_order(struct folio *f) { return st->order; }
        static bool folio_test_anon(struct folio *f) { return st->anon; }
        static bool PagePrivate(struct page *p) { return st->private; }
        static bool folio_maybe_dma_pinned(struct folio *f) { return st->pinned; }
        static struct folio *page_folio(struct page *p) { return &the_folio; }
        static int folio_expected_refs(struct address_space *m, struct folio *f) { int r = 1; if (m) r += st->nr + st->private; return r; }

        """;

    static readonly Lazy<bool> Found = new(() =>
    {
        try
        {
            return Run("gcc", ["--version"], out _) == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public static bool IsPresent => Found.Value;

    public sealed record Case(RandomC.Program Program, PageState Page, CompactControl Control);

    /// <param name="change">Changes the C text, to see whether the comparison notices.</param>
    public static List<long> Values(IReadOnlyList<Case> cases, Func<string, string>? change = null)
    {
        var text = Write(cases);
        return Answers(change is null ? text : change(text));
    }

    /// <summary>The numbers that a C program prints, one a line.</summary>
    public static List<long> Answers(string program)
    {
        var folder = Directory.CreateTempSubdirectory("tutor-gcc-");
        try
        {
            var source = Path.Combine(folder.FullName, "cases.c");
            var binary = Path.Combine(folder.FullName, "cases");
            File.WriteAllText(source, program);
            var exit = Run(
                "gcc", ["-w", "-O1", "-fno-strict-overflow", "-fwrapv", "-std=gnu11", "-o", binary, source],
                out var messages);
            if (exit != 0)
            {
                throw new InvalidOperationException("gcc refuses what the language accepts:\n" + messages);
            }

            exit = Run(binary, [], out var output);
            return exit == 0
                ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(
                    l => long.Parse(l, CultureInfo.InvariantCulture))]
                : throw new InvalidOperationException(
                    $"the C program ended with {exit} after {output.Count(c => c == '\n')} cases");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static string Write(IReadOnlyList<Case> cases)
    {
        var text = new StringBuilder(Stubs);
        for (var i = 0; i < cases.Count; i++)
        {
            text.Append(cases[i].Program.Definitions);
            text.Append("static long case").Append(i).Append(
                "(struct page *page, struct folio *folio, struct address_space *mapping, "
                + "struct compact_control *cc)\n{\n\treturn (long)(").Append(cases[i].Program.Call).Append(
                    ");\n}\n");
        }

        text.Append("struct state states[] = {\n");
        foreach (var item in cases)
        {
            var page = item.Page;
            var isLarge = page.Has(PageFlags.Head);
            var references = unchecked(page.RefCount + item.Control.OwnReferences);
            var pinned = isLarge ? page.PinCount > 0 : unchecked((uint)references) >= 1024;
            text.Append(CultureInfo.InvariantCulture,
                $"\t{{ {C(references)}, {C(page.MapCount)}, {C(page.PageMapCount)}, "
                + $"{(isLarge ? 1 << page.Order : 1)}, {(isLarge ? page.Order : 0)}, {C(page.Has(PageFlags.Anon))}, "
                + $"{C(page.Has(PageFlags.Private))}, {C(pinned)}, {C(page.Has(PageFlags.Mapping | PageFlags.SwapCache))}, "
                + $"{{ {(int)item.Control.Mode}, {C(item.Control.Order)}, {C(item.Control.AllocContig)} }}, "
                + $"{FlagWord.Of(page)}UL, {BuiltIns.FindMember(CType.Page, "mapping")!.Body(page, item.Control, 0, 0)}UL }},\n");
        }

        text.Append("};\nstatic long (*cases[])(struct page *, struct folio *, struct address_space *, struct compact_control *) = {\n");
        for (var i = 0; i < cases.Count; i++)
        {
            text.Append("\tcase").Append(i).Append(",\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $$"""
            };
            int main(void)
            {
                for (int i = 0; i < {{cases.Count}}; i++) {
                    st = &states[i];
                    the_folio.flags = st->flags;
                    the_folio.mapping = (struct address_space *)st->raw;
                    printf("%ld\n", cases[i](&the_folio.page, &the_folio, st->mapping ? &the_mapping : NULL, &st->cc));
                    fflush(stdout);
                }
                return 0;
            }

            """).ToString();
    }

    /// <summary>INT_MIN has no literal of its own in C.</summary>
    static string C(int value) => value == int.MinValue ? "(-2147483647 - 1)"
        : value.ToString(CultureInfo.InvariantCulture);

    static string C(bool value) => value ? "1" : "0";

    static int Run(string program, string[] arguments, out string output)
    {
        var start = new ProcessStartInfo(
            program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output += process.ExitCode == 0 ? "" : errors.Result;
        return process.ExitCode;
    }
}
