using System.Globalization;
using System.Text;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates;

/// <summary>The page about the language itself: its forms, types, operators, limits, and what it leaves out.</summary>
static class LanguagePage
{
    static readonly DiagnosticCode[] LeftOut =
    [
        SyntaxCodes.Loop, NameCodes.Recursion, SyntaxCodes.Increment, SyntaxCodes.Comma, SyntaxCodes.SizeOf,
        SyntaxCodes.Switch, SyntaxCodes.Goto, SyntaxCodes.ElvisOperator, SyntaxCodes.Quoted,
            SyntaxCodes.RefusedType,
        SyntaxCodes.Directive, SyntaxCodes.MemoryAccess, SyntaxCodes.Declaration,
        NameCodes.Unsequenced,
    ];

    static readonly DiagnosticCode[] LeftUndefined =
    [
        NameCodes.DivisionByZero, NameCodes.ShiftRange, NameCodes.QuotientRange, NameCodes.Uninitialized,
        NameCodes.NullPointer,
    ];

    public static string Text()
    {
        var output = new StringBuilder(Introduction);
        output.Append(
            "## Operators\n\nFrom the strongest to the weakest; those of one line group to the left.\n\n");
        output.Append("| operators | meaning |\n|---|---|\n");
        output.Append("| `f(x)` `cc->mode` | call, member |\n");
        output.Append("| `!` `not` `~` `-` `+` `(type)` `&folio->page` | prefix; group to the right |\n");
        foreach (var (symbols, meaning) in BinaryOperators())
        {
            var texts = symbols.Select(
                s => $"`{SyntaxFacts.Text(s).Replace("|", "\\|", StringComparison.Ordinal)}`");
            output.Append(CultureInfo.InvariantCulture, $"| {string.Join(' ', texts)} | {meaning} |\n");
        }

        output.Append("| `? :` | conditional; groups to the right |\n");
        output.Append("| `=` `+=` `-=` … | assignment, in functions; groups to the right |\n");
        AppendCodes(output, "What is not in the language", "Each has a message of its own.", LeftOut);
        AppendCodes(output, "What C leaves undefined",
            "Pages on which it happens get the verdict *error*, and so does the run.", LeftUndefined);
        AppendCodes(output, "Limits", "",
            [LimitCodes.PredicateTooLong, LimitCodes.NestedTooDeeply, LimitCodes.TooManyNodes, LimitCodes.TooManySteps]);
        output.Append("\n## Names that are always there\n");
        ReferencePage.AppendRows(output, null);
        return output.ToString();
    }

    const string Introduction = """
        # The language of predicates

        Generated from the program's own tables; do not edit.

        A predicate answers one question about one page: *skip it?* It is written in kernel C, a subset chosen so
        that whatever is accepted means what gcc says it means.

        ## Two forms

        One expression. `page`, `folio`, `mapping` and `cc` are there:

        ```c
        !mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)
        ```

        Or functions, of which the last is asked. Its parameters are filled by their types:

        ```c
        static bool skip(struct folio *folio, struct address_space *mapping)
        {
        	if (mapping)
        		return false;
        	return folio_ref_count(folio) - 1 > folio_mapcount(folio);
        }
        ```

        A function has parameters, variables, assignments, `if` and `else`, and must return on every path. It may
        call functions that stand above it, and may have the name of one of the kernel's.

        ## Types

        | type | bits | |
        |---|---|---|
        | `bool` | 1 | whatever is not 0 becomes 1 |
        | `int`, `unsigned int` | 32 | `enum migrate_mode`, `migratetype` and `zone_type` are `unsigned int` |
        | `long`, `unsigned long` | 64 | as on every 64-bit Linux |
        | `struct page *`, `folio *`, `address_space *`, `compact_control *`, `zone *` | | opaque: passed, tested, compared |

        Numbers wrap around, the signed ones too, as the kernel is built. Where two meet, C's rule holds: the wider
        type wins, and at equal width the unsigned one. So `-1 < 1U` is false.


        """;

    static IEnumerable<(IEnumerable<Symbol> Symbols, string Meaning)> BinaryOperators()
    {
        string[] meanings =
        [
            "either; the right side is asked only if the left is false",
                "both; the right side is asked only if the left is true",
            "bits: or", "bits: either but not both", "bits: and", "equal, not equal", "order", "shift",
            "sum, difference", "product, quotient, remainder",
        ];
        return Enum.GetValues<Symbol>()
            .Where(s => SyntaxFacts.BinaryPrecedence(s) > 0)
            .GroupBy(SyntaxFacts.BinaryPrecedence)
            .OrderByDescending(g => g.Key)
            .Select(g => (g.AsEnumerable(), meanings[g.Key - 1]));
    }

    static void AppendCodes(
        StringBuilder output, string title, string summary, IEnumerable<DiagnosticCode> codes)
    {
        output.Append("\n## ").Append(title).Append("\n\n");
        output.Append(summary.Length > 0 ? summary + "\n\n" : "");
        foreach (var code in codes)
        {
            output.Append(
                CultureInfo.InvariantCulture, $"- {code.Title} ([{code.Id}](../diagnostics/{code.Id}.md))\n");
        }
    }
}
