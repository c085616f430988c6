using System.Collections.Immutable;
using Tutor.Core.Levels;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>The terms of <c>content/glossary.md</c>, found by name.</summary>
sealed class Glossary
{
    readonly ImmutableArray<GlossaryTerm> _terms;

    Glossary(ImmutableArray<GlossaryTerm> terms) => _terms = terms;

    public IReadOnlyList<string> Names => [.. _terms.Select(t => t.Name)];

    public static Glossary Of(PackFolder pack) =>
        new([.. TermsOf(pack), .. pack.Base is { } basis ? TermsOf(basis).ExceptBy(TermsOf(pack).Select(t => t.Name), t => t.Name) : []]);

    static ImmutableArray<GlossaryTerm> TermsOf(PackFolder pack) =>
        pack.ReadText("glossary.md").Text is { } text ? GlossaryText.Read(text) : [];

    public GlossaryTerm? Find(string name) => GlossaryText.Find(_terms, name);
}
