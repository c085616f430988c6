using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Evaluation;
using Tutor.Core.Text;
using Xunit;
using static Tutor.Core.Tests.Predicates.Compiling;

namespace Tutor.Core.Tests.Predicates;

/// <summary>C's rules one by one; <see cref="GccTests"/> tries them together.</summary>
public sealed class ArithmeticTests
{
    [Theory]
    // Grouping.
    [InlineData("2 + 3 * 4", 14)]
    [InlineData("(2 + 3) * 4", 20)]
    [InlineData("20 - 10 - 5", 5)]
    [InlineData("100 / 10 / 5", 2)]
    [InlineData("1 | 2 & 0", 1)]
    [InlineData("1 << 2 + 1", 8)]
    [InlineData("4 & 6 == 6", 0)]
    [InlineData("1 ? 2 : 0 ? 3 : 4", 2)]
    [InlineData("!1 + 1", 1)]
    [InlineData("-2 * -3", 6)]
    [InlineData("1 or 0 and 0", 1)]
    // Literals and their types.
    [InlineData("0x10 + 010 + 0b10", 26)]
    [InlineData("2147483647 + 1", int.MinValue)]
    [InlineData("2147483648 + 1", 2147483649)]
    [InlineData("0xffffffff + 1", 0)]
    [InlineData("4294967295 + 1", 4294967296)]
    [InlineData("-2147483648", -2147483648)]
    // Wrap-around.
    [InlineData("INT_MAX + 1", int.MinValue)]
    [InlineData("INT_MIN - 1", int.MaxValue)]
    [InlineData("-INT_MIN", int.MinValue)]
    [InlineData("UINT_MAX + 1", 0)]
    [InlineData("0U - 1", uint.MaxValue)]
    [InlineData("-1U", uint.MaxValue)]
    [InlineData("0UL - 1", -1L)]
    [InlineData("LONG_MAX + 1", long.MinValue)]
    // Usual arithmetic conversions.
    [InlineData("-1 < 1U", 0)]
    [InlineData("-1 < 1L", 1)]
    [InlineData("-1L < 1U", 1)]
    [InlineData("-1 < 1UL", 0)]
    [InlineData("-1L < 1UL", 0)]
    [InlineData("-1 == UINT_MAX", 1)]
    [InlineData("-1L == UINT_MAX", 0)]
    [InlineData("-1 == ULONG_MAX", 1)]
    [InlineData("true + true", 2)]
    [InlineData("(bool)2 + (bool)3", 2)]
    [InlineData("~true", -2)]
    [InlineData("(0 ? 1U : -1) > 0", 1)]
    // Shifts keep the left side's type.
    [InlineData("1 << 31", int.MinValue)]
    [InlineData("1L << 40", 1L << 40)]
    [InlineData("1 << 4UL", 16)]
    [InlineData("-8 >> 1", -4)]
    [InlineData("-1U >> 31", 1)]
    [InlineData("ULONG_MAX >> 63", 1)]
    [InlineData("-1 << 1", -2)]
    // Division goes towards zero.
    [InlineData("-7 / 2", -3)]
    [InlineData("-7 % 2", -1)]
    [InlineData("7 % -2", 1)]
    [InlineData("-7 / 2U", 2147483644)]
    [InlineData("ULONG_MAX / 2", long.MaxValue)]
    // Casts.
    [InlineData("(int)4294967295", -1)]
    [InlineData("(unsigned int)-1", uint.MaxValue)]
    [InlineData("(unsigned long)-1", -1L)]
    [InlineData("(long)0xffffffff", 4294967295)]
    [InlineData("(bool)256", 1)]
    [InlineData("(int)(bool)mapping", 0)]
    // Truth.
    [InlineData("!!1024", 1)]
    [InlineData("likely(1024)", 1)]
    [InlineData("likely(1) - 2 < 0u", 1)]
    [InlineData("5 && 0", 0)]
    [InlineData("5 || 0", 1)]
    [InlineData("mapping == NULL", 1)]
    [InlineData("0 == mapping", 1)]
    [InlineData("(page == &folio->page) + (page_folio(page) == folio)", 2)]
    public void An_expression_is_worth_what_C_says(string text, long value) =>
        Assert.Equal(value, Compile(text).Evaluate(Anon, Control));

    [Theory]
    [InlineData("int f(void) { bool b = 5; return b; }", 1)]
    [InlineData("int f(void) { unsigned int u = -1; return u > 0; }", 1)]
    [InlineData("bool f(void) { return 256; }", 1)]
    [InlineData("int f(void) { return 4294967296 + 5; }", 5)]
    [InlineData("unsigned long f(void) { unsigned int u = -1; return u; }", 4294967295)]
    [InlineData("long f(void) { int i = -1; return i; }", -1)]
    [InlineData("int f(void) { int x = 5; x += 2L; x *= 3; x <<= 1; x |= 1; x %= 40; return x; }", 3)]
    [InlineData("int f(void) { bool b = 1; b += 1; return b; }", 1)]
    [InlineData("int f(void) { int x = 1; x++; ++x; x--; return x; }", 2)]
    [InlineData("int f(void) { bool b = 0; b--; return b; }", 1)]
    [InlineData("int f(void) { int a, b; a = b = 3; return a * 10 + b; }", 33)]
    [InlineData("int f(void) { int x = 1; { int x = 2; x = 3; } return x; }", 1)]
    [InlineData("int f(void) { int x = 1; if (x) if (0) return 1; else return 2; return 3; }", 2)]
    [InlineData("int f(int x) { return x * 2; }\nint g(void) { return f(f(f(1))); }", 8)]
    [InlineData("int f(int x, int y) { return x - y; }\nint g(void) { return f(f(9, 1), f(5, 2)); }", 5)]
    [InlineData("int f(unsigned int x) { return x > 0; }\nint g(void) { return f(-1); }", 1)]
    [InlineData("int f(void) { int x = 0; if ((x = 5) && x > 3) return x; return -1; }", 5)]
    [InlineData("int f(struct page *page) { struct folio *a = page_folio(page), *b = NULL; return a != b; }",
        1)]
    [InlineData("static inline const unsigned f(void) { return 0 - 1; }", 4294967295)]
    [InlineData("long unsigned int f(void) { int signed long x = 1; return x; }", 1)]
    [InlineData("int f(void) { enum migrate_mode mode = MIGRATE_SYNC; return mode - 3 > 0; }", 1)]
    public void A_function_is_worth_what_C_says(string text, long value) =>
        Assert.Equal(value, Compile(text).Evaluate(Anon, Control));

    [Fact]
    public void A_function_of_the_players_hides_the_kernels() => Assert.Equal(SkipAnswer.Skip, Ask(
        "static int folio_ref_count(struct folio *folio) { return 77; }\n"
        + "bool skip(struct folio *folio) { return folio_ref_count(folio) == 77; }"));

    [Fact]
    public void Parameters_are_filled_by_type() => Assert.Equal(SkipAnswer.Skip, Ask(
        "bool skip(struct compact_control *c, struct address_space *m, struct folio *f, struct page *p, struct zone *z)\n"
        + "{ return c->order == -1 && !m && folio_mapcount(f) == 1 && page_mapcount(p) == 1 && zone_idx(z) == ZONE_NORMAL; }"));

    [Fact]
    public void A_variable_forgets_its_value_from_call_to_call()
    {
        var predicate = Compile(
            "int f(int set) { int x; if (set) x = 1; return x; }\nbool g(void) { return f(1) + f(0); }");
        Assert.Equal(SkipAnswer.Error, predicate.Ask(Anon, Control));
    }

    [Fact]
    public void What_is_cut_off_is_not_undefined() =>
        Assert.Equal(
            SkipAnswer.Keep, Ask("folio_mapcount(folio) > 1 && 1 / (folio_mapcount(folio) - 1) > 0"));

    [Fact]
    public void What_is_undefined_on_pages_that_are_never_asked_is_no_problem() => Assert.Empty(
        Compile("shmem_mapping(mapping)")
            .EvaluationProblems([PinnedShmem, new Core.Memory.PageState { Kind = "kernel" }], Control));

    [Fact]
    public void What_was_posted_with_unsigned_long_wraps() => Assert.Equal(SkipAnswer.Skip,
        Ask("(folio_ref_count(folio) - 3UL) > folio_mapcount(folio)"));

    [Theory]
    [InlineData("folio_ref_count(folio)", 1)]
    [InlineData("!mapping", 0)]
    [InlineData("mapping && folio_ref_count(folio)", 0)]
    [InlineData("!mapping && folio_ref_count(folio) > folio_mapcount(folio)", 2)]
    [InlineData("!mapping || folio_ref_count(folio) > folio_mapcount(folio)", 0)]
    [InlineData("mapping ? folio_ref_count(folio) : page_count(page)", 2)]
    [InlineData("cc->order == -1", 1)]
    public void Only_what_is_evaluated_costs_loads(string text, int loads) =>
        Assert.Equal(loads, Compile(text).Loads(Anon, Control));

    [Fact]
    public void Asking_allocates_nothing()
    {
        var predicate = Compile(Revisions.LongTerm.Function);
        predicate.Ask(PinnedShmem, Control);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            predicate.Ask(PinnedShmem, Control);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Asking_with_many_variables_allocates_nothing()
    {
        var names = Enumerable.Range(0, 100).Select(i => $"\tint v{i} = {i};\n");
        var uses = string.Join(" + ", Enumerable.Range(0, 100).Select(i => $"v{i}"));
        var predicate = Compile($"bool f(void)\n{{\n{string.Concat(names)}\treturn {uses} == 4950;\n}}");
        Assert.Equal(SkipAnswer.Skip, predicate.Ask(Anon, Control));
        var before = GC.GetAllocatedBytesForCurrentThread();
        predicate.Ask(Anon, Control);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("x", 1)]
    [InlineData("(((x)))", 1)]
    [InlineData("x + 1", 3)]
    [InlineData("!f(x, 1)", 5)]
    public void Golf_counts_parts_and_not_brackets(string text, int nodes) =>
        Assert.Equal(nodes, Core.Predicates.Syntax.Parser.Parse(SourceText.From("p", text)).NodeCount);

    [Fact]
    public void Names_used_are_the_kernels() => Assert.Equal(["NULL", "folio_ref_count"],
        Compile("bool f(struct folio *x) { int refs = folio_ref_count(x); return refs && x != NULL; }").NamesUsed);
}
