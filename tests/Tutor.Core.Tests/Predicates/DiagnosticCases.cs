using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;

namespace Tutor.Core.Tests.Predicates;

/// <summary><c>tests/fixtures/predicates/diagnostics.cases</c>: its head says how it is written.</summary>
static class DiagnosticCases
{
    public const string FilePath = "tests/fixtures/predicates/diagnostics.cases";

    /// <param name="Marked">The predicate with ⟦ ⟧ around the guilty part.</param>
    /// <param name="Expected">Message and help, one a line.</param>
    public sealed record Case(string Code, string Options, string Marked, string Expected)
    {
        public string Text =>
            Marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);

        public TextSpan Span =>
            TextSpan.FromBounds(
                Marked.IndexOf('⟦', StringComparison.Ordinal),
                Marked.IndexOf('⟧', StringComparison.Ordinal) - 1);

        /// <summary>What compiling it reports, and what happens on an anonymous page.</summary>
        public ImmutableArray<Diagnostic> Diagnose()
        {
            var anon = new PageState { Kind = "anon", Flags = PageFlags.Lru | PageFlags.Anon, RefCount = 1,
                MapCount = 1, PageMapCount = 1 };
            var scope = new PredicateScope
            {
                Vocabulary = Options == "vocabulary" ? ["counts", "mapping"] : default,
                TaughtBy = name => name == "folio_maybe_dma_pinned" ? "level 050" : null,
                States = Options == "states" ? [anon, anon with { MapCount = 2 }] : [],
            };
            var (predicate, diagnostics) = Predicate.Compile(SourceText.From("predicate", Text), scope);
            return predicate is null ? diagnostics
                : [.. diagnostics, .. predicate.EvaluationProblems([anon], new CompactControl())];
        }

        /// <summary>The messages of this case's code at this case's place.</summary>
        public string Actual()
        {
            var found = Diagnose().FirstOrDefault(d => d.Code.Id == Code && d.Span == Span);
            return found is null ? "nothing; but "
                + string.Join(" / ", Diagnose().Select(d => $"{d.Span} {d}"))
                : found.Help is null ? found.Message : $"{found.Message}\nhelp: {found.Help}";
        }
    }

    public static (string Head, ImmutableArray<Case> Cases) Read()
    {
        var blocks = File.ReadAllText(Path.Combine(Fixtures.Root, FilePath)).Split("\n== ");
        return (blocks[0], [.. blocks.Skip(1).Select(ReadCase)]);
    }

    public static string Write(string head, IEnumerable<Case> cases)
    {
        var output = new StringBuilder(head);
        foreach (var item in cases)
        {
            output.Append("\n== ").Append($"{item.Code} {item.Options}".TrimEnd()).Append('\n').Append(
                item.Marked);
            output.Append("\n=> ").Append(
                item.Actual().Replace("\n", "\n=> ", StringComparison.Ordinal)).Append('\n');
        }

        return output.ToString();
    }

    static Case ReadCase(string block)
    {
        var title = block[..block.IndexOf('\n', StringComparison.Ordinal)].Split(' ', 2);
        var body = block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var end = body.IndexOf("\n=> ", StringComparison.Ordinal);
        var expected = body[(end + 4)..].TrimEnd('\n').Replace("\n=> ", "\n", StringComparison.Ordinal);
        return new Case(title[0], title.Length > 1 ? title[1] : "", body[..end], expected);
    }
}
