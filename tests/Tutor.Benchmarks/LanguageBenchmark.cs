using Tutor.Core.Predicates;
using Tutor.Core.Text;

namespace Tutor.Benchmarks;

/// <summary>Reading a predicate, as after every key; and asking it about a page state.</summary>
static class LanguageBenchmark
{
    public static Report Run(int rounds)
    {
        var level = Checkout.Level("open-review");
        var scope = level.Scope with { Vocabulary = default };
        var states = level.Shown.Map.Palette;
        var report = new Report("language", rounds, "predicate", "form", "parse_and_bind_us", "with_warnings_us",
            "ask_ns", "ask_bytes");
        foreach (var known in KnownPredicates.All)
        {
            foreach (var (form, text) in new[] { ("expression", known.Expression), ("function", known.Function) })
            {
                if (text.Length == 0)
                {
                    continue;
                }

                var source = SourceText.From(known.Id, text);
                var control = scope.Control with { OwnReferences = known.OwnReferences };
                var predicate = Predicate.Compile(source, scope).Predicate
                    ?? throw new InvalidOperationException($"{known.Id} does not compile");
                void AskAll()
                {
                    foreach (var page in states)
                    {
                        predicate.Ask(page, control);
                    }
                }

                report.Add(known.Id, form,
                    1000 * Timing.MedianMs(rounds, () => Predicate.Compile(source, PredicateScope.All)),
                    1000 * Timing.MedianMs(rounds, () => Predicate.Compile(source, scope)),
                    1e6 * Timing.MedianMs(rounds, AskAll) / states.Length,
                    Timing.BytesAllocated(AskAll));
            }
        }

        return report;
    }
}
