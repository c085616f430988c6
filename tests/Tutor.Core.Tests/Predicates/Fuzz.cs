using System.Text;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

/// <summary>Damaged predicates, and what must hold for whatever is typed. The tests ask for a few, <c>tests/soak</c> for many.</summary>
sealed class Fuzz(int seed)
{
    static readonly string[] Tokens =
    [
        "(", ")", "{", "}", "[", "]", ",", ";", ":", "?", "?:", "->", ".", "++", "--", "!", "~", "+", "-",
            "*", "/", "%", "<<", ">>",
        "<", ">=", "==", "=", "+=", "<<=", "&", "&&", "|", "||", "^", "and", "not", "if", "else", "return",
            "while", "switch",
        "case", "goto", "sizeof", "int", "unsigned", "long", "bool", "const", "static", "struct", "enum",
            "void", "char", "page",
        "folio", "mapping", "cc", "struct page *", "struct folio *", "folio_ref_count",
            "folio_mapcount(folio)", "page_folio(page)",
        "&folio->page", "cc->order", "NULL", "true", "0", "1", "1024", "0x", "08", "1UL",
            "99999999999999999999", "1.5", "'a'",
        "\"s", "/*", "*/", "//", "#define", "\\", "\n", "\0", "é", "😀", "\ud800", "\u2028",
            "bool f(struct page *page)", "x", "x = 1;",
        "#ifdef CONFIG_SWAP\n", "#if IS_ENABLED(CONFIG_CMA) &&", "\n#else\n", "\n#endif\n", "\n#elif 1\n", "__must_check", "__attribute__((",
        "EXPORT_SYMBOL_GPL(f);", "u32", "vm_fault_t x", "struct vm_area_struct *vma", "int *out", "*out = 1;", "&x", "*x", "min(", "max_t(int,",
        "READ_ONCE(", "WARN_ONCE(x, \"s\")", "pr_err(\"%d\", x);", "test_bit(PG_lru, &page->flags)", "page->flags & (1UL << PG_lru)",
        "(unsigned long)page->mapping & 3", "IS_ENABLED(CONFIG_X)", "list_for_each_entry(a, b, c) {", "typeof(x) y", "@@ -1 +1 @@", "> ",
        "int x;", "return x;", "f(1)", "1/0", "1<<99", "likely(", "__PageMovable",
            "zone_idx(page_zone(page))",
    ];

    readonly Random _random = new(seed);
    readonly List<string> _corpus = Corpus(seed);

    /// <summary>The next damaged text.</summary>
    public string Next() => Mutate(_corpus, _random);

    /// <summary>What is wrong with the answer to this text, or null.</summary>
    public static string? Check(string text)
    {
        try
        {
            var source = SourceText.From("predicate", text);
            var tokens = Lexer.Tokens(text);
            if (tokens.Sum(t => t.Length) != text.Length)
            {
                return "the tokens do not cover the text";
            }

            var scope = new PredicateScope { States = [Anon, PinnedShmem] };
            var (predicate, diagnostics) = Predicate.Compile(source, scope);
            if (predicate is null == !diagnostics.Any(d => d.IsError))
            {
                return "a predicate and errors, or neither";
            }

            var places = diagnostics.Select(d => Misplaced(d, source)).FirstOrDefault(p => p is not null);
            if (predicate is null || places is not null)
            {
                return places;
            }

            predicate.Explain(PinnedShmem, Control);
            predicate.Print();
            return predicate.EvaluationProblems([Anon, PinnedShmem], Control).Select(
                d => Misplaced(d, source))
                .FirstOrDefault(p => p is not null);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    public static string? Misplaced(Diagnostic diagnostic, SourceText text)
    {
        var span = diagnostic.Span;
        var inside = span.Start >= 0 && span.Length >= 0 && span.End <= text.Length;
        return inside && diagnostic.Message.Length > 0 ? null
            : $"{diagnostic.Code} at {span} of {text.Length}: {diagnostic.Message}";
    }

    static List<string> Corpus(int seed)
    {
        var random = new RandomC(seed);
        return
        [
            .. Revisions.All.SelectMany(k => new[] { k.Expression, k.Function }),
            .. DiagnosticCases.Read().Cases.Select(c => c.Text),
            .. KernelTexts.All.Select(t => t.Text),
            .. Enumerable.Range(0, 100).Select(i => random.Next($"c{i}_").Text),
        ];
    }

    static string Mutate(List<string> corpus, Random random)
    {
        var text = new StringBuilder(corpus[random.Next(corpus.Count)]);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 12), text.Length - at);
            switch (random.Next(9))
            {
                case 0:
                    text.Insert(at, (char)random.Next(random.Next(3) == 0 ? 0xFFFF : 128));
                    break;
                case 1 or 2:
                    text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                case 3:
                    text.Insert(at, $" {Tokens[random.Next(Tokens.Length)]} ");
                    break;
                case 4:
                    text.Remove(at, length);
                    break;
                case 5:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                    break;
                case 6:
                    Nest(text, at, random);
                    break;
                case 7:
                    var other = corpus[random.Next(corpus.Count)];
                    text.Insert(at, other.AsSpan(random.Next(other.Length + 1)));
                    break;
                default:
                    text.Length = at;
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Mostly a little, now and then beyond every limit.</summary>
    static void Nest(StringBuilder text, int at, Random random)
    {
        var depth = random.Next(50) == 0 ? random.Next(1, 4000) : random.Next(1, 20);
        var (open, close) = random.Next(6) switch
        {
            0 => ("(", ")"),
            1 => ("!", ""),
            2 => ("{", "}"),
            3 => ("if (x) ", ""),
            4 => ("1 + ", ""),
            _ => ("a ? b : ", ""),
        };
        text.Insert(at, close, depth).Insert(at, open, depth);
    }
}
