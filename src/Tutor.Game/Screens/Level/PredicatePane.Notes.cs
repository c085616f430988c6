using Tutor.Core.Memory;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>What is said of the text, and of the names in it.</content>
sealed partial class PredicatePane
{
    readonly LaidOut<(PredicateScope Scope, int Width, int Rows)> _lentWords = new();
    readonly LaidOut<(string Name, MemoryMap Map, int Page, CompactControl Control, int Width, int Rows)> _nameDoc = new();

    public override IReadOnlyList<Line> Notes(int width) => LevelMessages.Lines(LevelMessages.Of(Sitting.Latest), Caret, width)
        ?? (Sitting.Sandbox is { } sandbox ? SandboxNotes(sandbox, width) : NameLines(width));

    /// <summary>What the name at the caret means; where there is none, the words that the level lends.</summary>
    IReadOnlyList<Line> NameLines(int width)
    {
        var doc = _nameDoc.Of((_editor.Buffer.WordAtCaret, Sitting.Map, Map.Cursor, Sitting.Control, width, Level.NoteRows),
            of => NameDoc.Lines(of.Name, of.Map, of.Page, of.Control, of.Width, of.Rows));
        return doc.Count > 0 ? doc : _lentWords.Of((Sitting.Prepared.Scope, width, Level.NoteRows), LentWords);
    }

    /// <summary>The words that the level lends, where nothing else is to be said: by group as the game teaches them, constants last.</summary>
    static List<Line> LentWords((PredicateScope Scope, int Width, int Rows) of)
    {
        var names = Completion.For("", members: false, of.Scope).Where(c => c.Group is not null)
            .OrderBy(c => c.Kind == BuiltInKind.Constant).ThenBy(c => VocabularyGroups.RankOf(c.Group!)).ThenBy(c => !c.Name.StartsWith("folio", StringComparison.Ordinal)).Select(c => c.Name);
        var lines = Wrapping.Wrap([new Run("Words here: ", Ink.Muted), new Run(string.Join(" ", names), Ink.CodeName)], of.Width);
        return lines.Count <= of.Rows ? lines
            : [.. lines.Take(of.Rows - 1), Line.Of(new Run("… ", Ink.Muted), new Run("Ctrl+Space", Ink.Key), new Run(" on an empty word lists them.", Ink.Muted))];
    }

    /// <summary>Two predicates side by side, or how to come to that.</summary>
    static List<Line> SandboxNotes(Sandbox sandbox, int width) => sandbox.SideBySide() is { } both
        ? Wrapping.Wrap([new Run(both + " ", Ink.Text), new Run("F8", Ink.Key), new Run(" shows them.", Ink.Muted)], width)
        : Wrapping.Wrap([new Run("Ctrl+G", Ink.Key), new Run(" lists what can be done: ", Ink.Muted), new Run("m", Ink.Key), new Run(" memory, ", Ink.Muted),
            new Run("p", Ink.Key), new Run(" paint, ", Ink.Muted), new Run("r", Ink.Key), new Run(" references, ", Ink.Muted), new Run("2", Ink.Key), new Run(" second predicate.", Ink.Muted)], width);

    /// <summary>The page about the message or the name at the caret; else about the message that is shown.</summary>
    void Explain()
    {
        var diagnostics = LevelMessages.Of(Sitting.Latest);
        var caret = _editor.Buffer.Caret;
        var name = BuiltIns.Named(_editor.Buffer.WordAtCaret).FirstOrDefault();
        var message = diagnostics.FirstOrDefault(d => d.IsError && d.Span.Start <= caret && caret <= d.Span.End);
        message ??= name is null ? diagnostics.FirstOrDefault(d => d.IsError) ?? diagnostics.FirstOrDefault() : null;
        var (path, anchor) = message is not null ? ($"diagnostics/{message.Code.Id}.md", "")
            : ($"reference/{name?.Group ?? "built-ins"}.md", name?.Name ?? "");
        if ((message is null && name is null) || Sitting.Pack.ReadText(path) is not { } text)
        {
            Level.Say(message is null && name is null ? "Put the caret on one of the kernel's names; a message has its page too."
                : $"This pack has no page about '{message?.Code.Id ?? name!.Name}'.", Ink.Muted);
            return;
        }

        Level.Game.Open(new ReadingScreen(MarkdownText.TitleOf(text) ?? path, text, path, Sitting.Pack.ReadText).At(anchor));
    }
}
