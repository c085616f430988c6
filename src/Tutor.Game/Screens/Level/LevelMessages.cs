using System.Collections.Immutable;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <summary>The messages about a text that was run, one for each place in it.</summary>
static class LevelMessages
{
    public static ImmutableArray<Diagnostic> Of(LevelRunResult? run) => run is null ? [] : [.. run.Diagnostics.SelectMany(d => d.Places)];

    /// <summary>The message about the place of the caret; else the first error; else the first warning.</summary>
    /// <param name="caret">Null where nothing is written.</param>
    public static Diagnostic? Told(ImmutableArray<Diagnostic> messages, int? caret) =>
        messages.FirstOrDefault(d => d.Span.Start <= caret && caret <= Math.Max(d.Span.End, d.Span.Start + 1))
            ?? messages.FirstOrDefault(d => d.IsError) ?? messages.FirstOrDefault();

    /// <summary>The message that is told, and how many there are; null where there is none.</summary>
    public static List<Line>? Lines(ImmutableArray<Diagnostic> messages, int? caret, int width)
    {
        if (Told(messages, caret) is not { } told)
        {
            return null;
        }

        var lines = Lines(told, told.IsError ? Ink.Bad : Ink.Warning, width);
        if (messages.Length > 1)
        {
            lines.Add(Line.Of(new Run($"Message {messages.IndexOf(told) + 1} of {messages.Length}. ", Ink.Muted), new Run("Alt+Down", Ink.Key), new Run(" goes to the next.", Ink.Muted)));
        }

        return lines;
    }

    static List<Line> Lines(Diagnostic diagnostic, Ink ink, int width)
    {
        var lines = Wrapping.Wrap([new Run($"{diagnostic.Code.Id} ", Ink.Muted), new Run(diagnostic.Message, ink)], width);
        if (diagnostic is { IsError: true, Help: { } help })
        {
            lines.AddRange(Wrapping.Wrap(help, width, Ink.Muted));
        }

        return lines;
    }
}
