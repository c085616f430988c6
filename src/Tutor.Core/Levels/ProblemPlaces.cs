using System.Globalization;
using Tutor.Core.Levels.Yaml;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>Gives the problems of kinds and recipes, which know only paths of keys, their places in the file.</summary>
static class ProblemPlaces
{
    /// <summary>Reports each at the deepest node of its path that was written; the node stands for <paramref name="prefix"/>.</summary>
    public static void Report(IEnumerable<ScenarioProblem> problems, YamlNode node, string prefix,
        DiagnosticCode code, NodeReader reader)
    {
        foreach (var problem in problems)
        {
            var path = problem.Place.StartsWith(prefix, StringComparison.Ordinal) ? problem.Place[prefix.Length..] : problem.Place;
            reader.Report(code, SpanOf(node, path), problem.Message, problem.Help);
        }
    }

    static TextSpan SpanOf(YamlNode node, string path)
    {
        var span = new TextSpan(node.Span.Start, 0);
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            YamlNode? next = null;
            if (node is YamlMapping mapping && mapping.Entries.FirstOrDefault(e => e.Key.Value == step) is { } entry)
            {
                next = entry.Value;
                span = next is YamlScalar scalar && !scalar.IsEmpty ? scalar.Span : entry.Key.Span;
            }
            else if (node is YamlSequence sequence && int.TryParse(step, CultureInfo.InvariantCulture, out var index)
                && index >= 0 && index < sequence.Items.Length)
            {
                next = sequence.Items[index];
                span = next is YamlScalar ? next.Span : new TextSpan(next.Span.Start, 0);
            }

            if (next is null)
            {
                break;
            }

            node = next;
        }

        return span;
    }
}
