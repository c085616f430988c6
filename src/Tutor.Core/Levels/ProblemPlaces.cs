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
        var isMix = false;
        foreach (var step in Steps(node, path))
        {
            YamlNode? next = null;
            if (node is YamlMapping mapping && mapping.Entries.FirstOrDefault(e => e.Key.Value == step) is { } entry)
            {
                next = entry.Value;
                // Of a weight it is the name that is wrong more often than the number.
                span = next is YamlScalar scalar && !scalar.IsEmpty && !isMix ? scalar.Span : entry.Key.Span;
                isMix = step is "mix" or "add";
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

    /// <summary>A map with <c>like</c> has a mix that it did not write: what is wrong in it stands in <c>add</c>.</summary>
    static string[] Steps(YamlNode node, string path)
    {
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (steps is ["mix", var name, ..] && NodeReader.Find(NodeReader.Find(node, "mix"), name) is null)
        {
            steps[0] = "add";
        }

        return steps;
    }
}
