using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Predicates;

/// <summary>
/// Asks gcc what the texts of <see cref="KernelTexts"/> are worth. What a name says of a page is asked of the evaluator one
/// name at a time, so that the comparison is of the language: declarations, macros, pointers, the preprocessor.
/// </summary>
static partial class KernelGcc
{
    const string Prelude = """
        #include <stdbool.h>
        #include <stddef.h>
        #include <stdio.h>
        typedef unsigned int u32; typedef long s64; typedef unsigned int isolate_mode_t;
        struct address_space { int dummy; };
        struct zone { int dummy; };
        struct compact_control { int mode, order; };
        struct page { unsigned long flags; struct address_space *mapping; };
        struct folio { union { struct page page; struct { unsigned long flags; struct address_space *mapping; }; }; };
        #define __must_check
        #define __maybe_unused
        #define __always_inline inline
        #define noinline
        #define EXPORT_SYMBOL_GPL(x) struct unused_##x { int x; }
        #define likely(x) __builtin_expect(!!(x), 1)
        #define unlikely(x) __builtin_expect(!!(x), 0)
        #define WARN_ON(x) unlikely(x)
        #define WARN_ON_ONCE(x) unlikely(x)
        #define WARN_ONCE(x, ...) unlikely(x)
        #define VM_WARN_ON_ONCE_FOLIO(x, f) ((void)0)
        #define VM_BUG_ON(x) ((void)0)
        #define pr_err(...) ((void)0)
        #define dump_page(...) ((void)0)
        #define rcu_read_lock() ((void)0)
        #define rcu_read_unlock() ((void)0)
        #define READ_ONCE(x) (x)
        #define data_race(x) (x)
        #define min(a, b) ({ __auto_type m = (a); __auto_type n = (b); m < n ? m : n; })
        #define max(a, b) ({ __auto_type m = (a); __auto_type n = (b); m > n ? m : n; })
        #define min_t(t, a, b) min((t)(a), (t)(b))
        #define max_t(t, a, b) max((t)(a), (t)(b))
        #define test_bit(n, word) ((*(word) >> (n) & 1) != 0)
        #define IS_ENABLED(x) x##_IS
        static struct folio the_folio;
        static int at;
        static struct compact_control the_cc = { 2, -1 };

        """;

    /// <summary>Names that the prelude has, or that C has.</summary>
    static readonly string[] InPrelude = ["likely", "unlikely", "WARN_ON", "WARN_ON_ONCE", "true", "false", "NULL", "flags", "mapping", "page", "folio", "cc", "order", "mode"];

    /// <summary>Up to five differences, or an empty text.</summary>
    /// <param name="change">Changes the C text, to see whether the comparison notices.</param>
    public static string Differences(IReadOnlyList<KernelTexts.Item> texts, IReadOnlyList<PageState> states, Func<string, string>? change)
    {
        var differences = new List<string>();
        foreach (var text in texts)
        {
            var c = Write(text, states);
            var theirs = Gcc.Answers(change is null ? c : change(c));
            var predicate = text.Compile().Predicate!;
            differences.AddRange(states.Select((state, i) => (State: state, Ours: predicate.Ask(state, new CompactControl()), Theirs: theirs[i]))
                .Where(d => d.Ours != (d.Theirs != 0 ? SkipAnswer.Skip : SkipAnswer.Keep))
                .Select(d => $"{text.Name}: ours {d.Ours}, gcc's {d.Theirs}, asked of {d.State}"));
        }

        return string.Join('\n', differences.Take(5));
    }

    static string Write(KernelTexts.Item text, IReadOnlyList<PageState> states)
    {
        var c = new StringBuilder(Prelude);
        foreach (var option in KernelConfiguration.All)
        {
            c.Append(option.IsSet ? $"#define {option.Name} 1\n#define {option.Name}_IS 1\n" : $"#define {option.Name}_IS 0\n");
        }

        foreach (var name in Words().Matches(text.Text).Select(m => m.Value).Distinct().Except(InPrelude))
        {
            if (BuiltIns.Find(name) is { } row)
            {
                WriteName(c, row, states);
            }
        }

        c.Append(text.Text);
        var entry = Parser.Parse(SourceText.From(text.Name, text.Text)).Root.Functions[^1];
        var arguments = string.Join(", ", entry.Parameters.Select(p => p.Type.Type switch
        {
            CType.Page => "&the_folio.page",
            CType.Folio => "&the_folio",
            CType.Mapping => "scanned",
            CType.Control => "&the_cc",
            CType.IntPointer => "&scratch",
            var other => throw new InvalidOperationException($"{text.Name}: no argument of type {other.CName()}"),
        }));
        return c.Append(CultureInfo.InvariantCulture, $$"""

            int main(void)
            {
                int scratch = 0;
                static const unsigned long flags[] = { {{Values(states, s => FlagWord.Of(s))}} };
                static const unsigned long raw[] = { {{Values(states, s => Value("page->mapping", s))}} };
                static const unsigned long scans[] = { {{Values(states, s => Value("mapping", s))}} };
                for (at = 0; at < {{states.Count}}; at++) {
                    struct address_space *scanned = (struct address_space *)scans[at];
                    the_folio.flags = flags[at];
                    the_folio.mapping = (struct address_space *)raw[at];
                    printf("%ld\n", (long)({{entry.Name.Name}}({{arguments}})));
                }
                (void)scratch;
                return 0;
            }

            """).ToString();
    }

    static void WriteName(StringBuilder c, BuiltIn row, IReadOnlyList<PageState> states)
    {
        if (row.Kind == BuiltInKind.Constant)
        {
            c.Append(CultureInfo.InvariantCulture, $"#define {row.Name} (({row.Type.CName()}){row.Body(null!, null!, 0, 0)})\n");
            return;
        }

        var parameters = string.Join(", ", row.Parameters.Select(p => $"const {p.Type.CName()}{p.Name}"));
        var result = row.Name switch
        {
            "page_folio" => "(struct folio *)page",
            "compound_head" => "(struct page *)page",
            "folio_mapping" or "page_mapping" => $"(struct address_space *)values[at]",
            "mapping_unevictable" => "mapping && values[at]",
            _ => "values[at]",
        };
        var call = row.Parameters.Length == 0 ? row.Name
            : $"{row.Name}({string.Join(", ", row.Parameters.Select(p => p.Type == CType.Mapping ? "mapping" : p.Name))})";
        c.Append(CultureInfo.InvariantCulture, $"static inline {row.Type.CName()} {row.Name}({parameters}) {{ ")
            .Append(CultureInfo.InvariantCulture, $"static const long values[] = {{ {Values(states, s => row.Type.IsPointer() || IsUndefined(row, s) ? PointerOf(row, s) : Value(call, s))} }}; return {result}; }}\n");
    }

    static bool IsUndefined(BuiltIn row, PageState state) =>
        row.Parameters.Any(p => p.Type == CType.Mapping && !p.MayBeNull) && Value("mapping", state) == 0;

    static long PointerOf(BuiltIn row, PageState state) => row.Name is "folio_mapping" or "page_mapping" ? Value("mapping", state) : 0;

    /// <summary>What one name is worth on a page, pointers as the numbers that stand for them.</summary>
    static long Value(string text, PageState state) => Compiling.Compile(text).Evaluate(state, new CompactControl()) ?? 0;

    static string Values(IEnumerable<PageState> states, Func<PageState, long> value) =>
        string.Join(", ", states.Select(s => value(s).ToString(CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Words();
}
