using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Text;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>The sandbox: the memory is the player's to change. A change makes another sitting, and this screen gives way to one of that.</content>
sealed partial class LevelScreen
{
    /// <summary>In the sandbox the keys that change the memory come before those of the pane.</summary>
    IEnumerable<KeyScope> SandboxScopes => _sitting.Sandbox is null ? [] : [KeyScope.Sandbox];

    /// <summary>The commands that make sense only where something is asked.</summary>
    internal static readonly ImmutableDictionary<Command, AskedDeed> AskedDeeds = new Dictionary<Command, AskedDeed>
    {
        [Command.HandIn] = AskedDeed.HandIn,
        [Command.Lesson] = AskedDeed.Lesson,
        [Command.Hint] = AskedDeed.Hint,
        [Command.Why] = AskedDeed.Why,
        [Command.Tries] = AskedDeed.Tries,
        [Command.NextMap] = AskedDeed.Maps,
        [Command.CounterExample] = AskedDeed.Proof,
        [Command.ShowMe] = AskedDeed.ShowMe,
        [Command.Share] = AskedDeed.ShareCard,
        [Command.NextLevel] = AskedDeed.NextLevel,
    }.ToImmutableDictionary();

    bool DoSandbox(Command command)
    {
        if (_sitting.Sandbox is not { } sandbox)
        {
            return false;
        }

        switch (command)
        {
            case Command.Memory:
                Game.Open(new MemoryScreen(sandbox, draft => Follow(sandbox, sandbox.Change(draft))));
                return true;
            case Command.Paint when sandbox.Brush is { } kind:
                _focus = Pane.Map;
                Follow(sandbox, sandbox.Paint(_map.Cursor / _map.PagesPerCell * _map.PagesPerCell, _map.PagesPerCell, kind))
                    ?.Say($"{(_map.PagesPerCell == 1 ? "The page is" : "The pages of this cell are")} {kind} now; 'U' takes it back.", Ink.Accent);
                return true;
            case Command.Paint:
                ChooseBrush(sandbox, paints: true);
                return true;
            case Command.PaintKind:
                ChooseBrush(sandbox, paints: false);
                return true;
            case Command.Holders:
                _focus = Pane.Map;
                OpenHolders(sandbox);
                return true;
            case Command.TakeBack:
                Follow(sandbox, sandbox.Undo() ? null : "There is no change to take back.");
                return true;
            case Command.Second:
                var said = sandbox.KeepOrSwap();
                _answer.Begin();
                TakeScore();
                Say(said, Ink.Accent);
                return true;
            case Command.MakeLevel:
                MakeLevel(sandbox);
                return true;
            default:
                return false;
        }
    }

    /// <summary>To the screen of the changed memory, at the same page; or says what was wrong, and gives none.</summary>
    LevelScreen? Follow(Sandbox sandbox, string? problem)
    {
        if (problem is not null)
        {
            Say(problem, Ink.Warning);
            return null;
        }

        var next = new LevelScreen(sandbox.Sitting) { _focus = _focus };
        next._map.Take(_map);
        Game.Replace(next);
        return next;
    }

    void ChooseBrush(Sandbox sandbox, bool paints) => Game.Open(new FindScreen("Which kind of page is painted?",
        [.. sandbox.Kinds.Select(k => new FoundThing(k.Name, k.About ?? ""))], kind =>
        {
            sandbox.Brush = kind;
            // There 'p' paints; in the editor it is a letter.
            _focus = Pane.Map;
            if (paints)
            {
                Do(Command.Paint);
            }
            else
            {
                Say($"'p' paints {kind} on the map now.", Ink.Accent);
            }
        }));

    void OpenHolders(Sandbox sandbox)
    {
        if (sandbox.Draft.Recipe is null || sandbox.Find(_sitting.Map.StateAt(_map.Cursor).Kind) is not { IsFree: false })
        {
            Say(sandbox.Draft.Recipe is null ? "A recorded page stays as it was recorded." : $"Page +{_map.Cursor} is free: nobody holds it. Paint it, or go to another page; '+' shows fewer pages in a cell.", Ink.Warning);
            return;
        }

        Game.Open(new HoldersScreen(sandbox, _map.Cursor, () => Follow(sandbox, null)));
    }

    void MakeLevel(Sandbox sandbox)
    {
        var (made, problem) = sandbox.MakeLevel();
        if (made is null)
        {
            Say(problem!, Ink.Warning);
            return;
        }

        var left = made.Left is not { } found ? "" : found.IsEmpty ? "The linter finds nothing that is left to do.\n\n" : "What is left for its author:\n\n" + Listed(found) + "\n";
        var where = _pack.Progress.FileFolder is { } folder ? $" in `{folder}`" : "";
        var markdown = $"# A level of your own\n\n{left}`s` saves it{where}.\n\n{Listed(made.Steps)}\n```yaml\n{made.Yaml}```\n";
        Game.Open(SavedText.Screen("A level of your own", markdown, _pack, MadeLevel.FileName, made.Yaml));
    }

    static string Listed(IEnumerable<string> sentences) => string.Concat(sentences.Select(s => $"- {s}\n"));

    public override void Paste(string text)
    {
        if (!PasteDump(text))
        {
            _answer.Paste(text);
        }
    }

    /// <summary>Page dumps become pages, from the cursor on; true when the text had any.</summary>
    bool PasteDump(string text)
    {
        if (_sitting.Sandbox is not { } sandbox || DumpReader.Read(SourceText.From("pasted", text)) is not { } read || (read.Dumps.IsEmpty && read.Problems.IsEmpty))
        {
            return false;
        }

        if (read.Dumps.IsEmpty)
        {
            // It was meant as a dump: as a predicate it would only be nonsense.
            Say($"This page dump cannot be read: {DiagnosticFormatter.Message(read.Problems[0])}", Ink.Warning);
            return true;
        }

        var (placed, first, problem) = sandbox.Place(read.Dumps.Select(DumpReading.Of), _map.Cursor);
        if (problem is null && Game.Top == this)
        {
            _map.MoveTo(first);
            Follow(sandbox, null)?.Say(placed == 1 ? "The dumped page lies under the cursor now." : $"{placed} dumped pages lie on the map, from the cursor on.", Ink.Accent);
        }
        else
        {
            Say(problem ?? "", Ink.Warning);
        }

        return true;
    }
}
