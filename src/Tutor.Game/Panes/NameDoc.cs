using System.Globalization;
using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Text;
using Tutor.Game.Reading;

namespace Tutor.Game.Panes;

/// <summary>Help about the name at the caret: its row in the table of built-ins, and its value on a page.</summary>
static class NameDoc
{
    /// <param name="name">The word at the caret; empty where there is none.</param>
    /// <param name="page">The page under the map's cursor, counted from the map's first.</param>
    /// <param name="rows">The rows that there are. A longer text ends with the key that reads on.</param>
    /// <returns>None for a word that is no name of the kernel's.</returns>
    public static List<Line> Lines(string name, MemoryMap map, int page, CompactControl control, int width, int rows)
    {
        if (BuiltIns.Named(name).FirstOrDefault() is not { } builtIn)
        {
            return [];
        }

        var value = ValueOn(builtIn, map, page, control) is { } worth
            ? new Run[] { new(string.Create(CultureInfo.InvariantCulture, $"  page +{page}: "), Ink.Muted), new(worth, Ink.Strong) } : [];
        List<Line> lines =
        [
            .. Wrapping.Wrap([new Run(builtIn.Signature, Ink.CodeName), .. value], width),
            .. Wrapping.Wrap($"{builtIn.Summary}.", width),
            .. Wrapping.Wrap($"{builtIn.Source}; {Loads(builtIn)}.", width, Ink.Muted),
        ];
        return lines.Count <= rows ? lines
            : [.. lines.Take(rows - 1), Line.Of(new Run("… ", Ink.Muted), new Run("Ctrl+O", Ink.Key), new Run(" reads on.", Ink.Muted))];
    }

    static string Loads(BuiltIn builtIn) => builtIn switch
    {
        { ReadsEachPage: true } => $"reads {Words(builtIn.Loads)}, and in 6.1 one for each page of a large folio",
        { Loads: 0 } => "reads no memory",
        _ => $"reads {Words(builtIn.Loads)}",
    };

    static string Words(int loads) => loads == 1 ? "1 word" : $"{loads} words";

    /// <summary>The name with its usual arguments; null if it has no value on its own.</summary>
    static string? ValueOn(BuiltIn builtIn, MemoryMap map, int page, CompactControl control)
    {
        if (builtIn.Kind == BuiltInKind.Constant)
        {
            return null;
        }

        var text = builtIn.Kind == BuiltInKind.Member ? builtIn.Signature[(builtIn.Signature.LastIndexOf(' ') + 1)..].TrimStart('*') : builtIn.Usage;
        return Predicate.Compile(SourceText.From("name", text), PredicateScope.All).Predicate?.Explain(map.StateAt(page), control).Root is { Evaluated: true } root
            ? root.ValueText : null;
    }
}
