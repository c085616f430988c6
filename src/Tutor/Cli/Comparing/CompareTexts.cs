using System.Collections.Immutable;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli.Comparing;

/// <summary>A predicate of a comparison: a revision, or a text with the name that tables call it by.</summary>
sealed record CompareText(string Name, SourceText Source, Revision? Revision);

/// <summary>The predicates that <c>-e</c> and <c>-f</c> name.</summary>
static class CompareTexts
{
    const int MostBytes = 1 << 20;

    public static (ImmutableArray<CompareText> Texts, ImmutableArray<Diagnostic> Problems) Read(string[] texts, string[] files)
    {
        var read = new List<CompareText>();
        var problems = new List<Diagnostic>();
        foreach (var text in texts)
        {
            // An id is one whole word; a word that is no id is a predicate as well.
            var revision = Revisions.All.FirstOrDefault(r => r.Id == text.Trim());
            var name = revision?.Id ?? $"e{read.Count + 1}";
            read.Add(new CompareText(name, SourceText.From(name, revision?.Expression ?? text), revision));
        }

        foreach (var file in files)
        {
            var (source, problem) = InputFile.ReadText(file, MostBytes);
            if (source is null)
            {
                problems.Add(problem!);
                continue;
            }

            read.Add(new CompareText(Path.GetFileNameWithoutExtension(file), source, null));
        }

        return ([.. read.Select((t, i) => read.Take(i).Any(b => b.Name == t.Name) ? t with { Name = $"{t.Name}-{i + 1}" } : t)], [.. problems]);
    }

    /// <summary>Compiles each of them. Names have the meaning of the ground's release; a revision's names have that of its own.</summary>
    public static ImmutableArray<Contender> Compile(ImmutableArray<CompareText> texts, CompareGround ground, DiagnosticBag problems)
    {
        var contenders = ImmutableArray.CreateBuilder<Contender>();
        foreach (var text in texts)
        {
            var scope = PredicateScope.All with { Control = ground.Control, Names = text.Revision?.Names ?? ground.Names };
            var (predicate, diagnostics) = Predicate.Compile(text.Source, scope);
            // Warnings about a posted revision are left out: the reader cannot mend it.
            problems.AddRange(diagnostics.Where(d => d.IsError || text.Revision is null));
            if (predicate is not null)
            {
                contenders.Add(new Contender(text.Name, predicate));
            }
        }

        return contenders.ToImmutable();
    }
}

/// <summary>A map to be built: of this id, with this seed.</summary>
sealed record CompareOrder(string Map, ulong? Seed);

/// <summary>Where predicates are compared: a level, a recording or a recipe.</summary>
/// <param name="Build">Builds one of its maps; null with a problem when it cannot be built.</param>
sealed record CompareGround(
    string Name, CompactControl Control, KernelNames? Names, ImmutableArray<Core.Scoring.Goal> Goals, ImmutableArray<CompareOrder> Orders,
    Func<CompareOrder, DiagnosticBag, CancellationToken, PreparedMap?> Build);
