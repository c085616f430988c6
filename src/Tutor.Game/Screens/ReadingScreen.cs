using Tutor.Core.Levels;
using Tutor.Core.Scenarios;
using Tutor.Core.Text;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens;

/// <summary>A text of the pack, and the way through its links, back and on again.</summary>
/// <param name="title">Of the first text.</param>
/// <param name="markdown">Its content.</param>
/// <param name="path">Where it stands in the pack; links count from there.</param>
/// <param name="read">Content of another text of the pack by its path, or null.</param>
/// <param name="blocks">Plays predicates of the text; null where there is no level to play them on.</param>
sealed class ReadingScreen(string title, string markdown, string path, Func<string, string?> read, LessonBlocks? blocks = null) : Screen
{
    readonly TextPane _pane = new();
    readonly Stack<(ReadText Text, int First)> _back = new();
    readonly Stack<(ReadText Text, int First)> _on = new();
    ReadText _text = new(title, markdown, path);
    (string Markdown, int Width, int Played, bool HasMore) _laidOut;
    LessonText? _parts;
    bool _showsMore;
    Area _area;
    string? _pendingAnchor;
    string? _notice;

    sealed record ReadText(string Title, string Markdown, string Path);

    const string MoreLink = "more:";

    /// <summary>Below this height the text has every row but title and keys.</summary>
    const int RoomyHeight = 26;

    /// <summary>From this width on a text that is longer than the screen has two columns.</summary>
    const int RoomForTwo = 160;

    /// <summary>Between the two.</summary>
    const int Gap = 4;

    /// <summary>The kinds that its pictures of pages name, or null.</summary>
    public PageKinds? Kinds { get; init; }

    /// <summary>Whether the text has a <c>More</c> part that is not open yet.</summary>
    bool HasMore => !_showsMore && Parts.More.Length > 0;

    LessonText Parts => _parts ??= LessonText.Read(_text.Markdown);

    /// <summary>What further keys do over this text, or null.</summary>
    public ReadingExtra? Extra { get; init; }

    public override IEnumerable<KeyScope> Scopes =>
    [
        .. blocks is { Any: true } ? [KeyScope.Block] : Array.Empty<KeyScope>(),
        .. Extra is { } extra ? [extra.Scope] : Array.Empty<KeyScope>(),
        .. HasMore ? [KeyScope.More] : Array.Empty<KeyScope>(),
        KeyScope.Reading, KeyScope.Everywhere,
    ];

    public override string Name => "Reading";

    /// <summary>The text is a level's brief.</summary>
    public bool IsBrief { get; init; }

    public override string? Reads => IsBrief ? "brief" : path.StartsWith("lessons/", StringComparison.Ordinal) ? "lesson"
        : path == GlossaryText.Path ? "glossary" : "text";

    public override string? CopyText => _text.Markdown;

    /// <summary>Opens the text at a heading or term.</summary>
    public ReadingScreen At(string anchor)
    {
        _pendingAnchor = anchor;
        return this;
    }

    public override void Draw(Grid grid)
    {
        var isWide = grid.Width >= RoomForTwo;
        var width = Math.Min(isWide ? (grid.Width - 4 - Gap) / 2 : grid.Width - 4, MarkdownText.WidestText);
        var edge = grid.Height < RoomyHeight ? 1 : 2;
        // A column stays free before the bar at the right.
        LayOut(width - 1);
        var columns = isWide && _pane.Lines.Count > grid.Height - 2 * edge ? 2 : 1;
        _area = new Area((grid.Width - columns * width - (columns - 1) * Gap) / 2, edge, width, grid.Height - 2 * edge);
        _pane.Draw(grid, _area, columns, Gap);
        if (_pendingAnchor is { } anchor)
        {
            _pendingAnchor = null;
            _pane.GoTo(anchor);
            grid.Fill(_area with { Width = columns * width + (columns - 1) * Gap }, Paper.Normal);
            _pane.Draw(grid, _area, columns, Gap);
        }

        TitleBar.Draw(grid, _text.Title, _notice ?? (_pane.IsAtEnd ? "end" : ""));
        Footer.Draw(grid, Scopes, isOff: c => c switch
        {
            Command.TakeBlock => blocks is not { CanTake: true },
            Command.Down => _pane.Fits,
            Command.NextLink or Command.Open => !_pane.HasLinks,
            _ => false,
        });
    }

    public override bool Do(Command command)
    {
        _notice = null;
        if (Extra is { } extra && KeyMap.Rows.Any(r => r.Scope == extra.Scope && r.Command == command))
        {
            _notice = extra.Do(Game, command);
            return true;
        }

        switch (command)
        {
            case Command.Open:
                if (_pane.Link is { } link)
                {
                    Follow(link);
                }
                else if (IsBrief)
                {
                    // The key that opened it closes it, too.
                    Game.Close();
                }

                return true;
            case Command.More when HasMore:
                OpenMore();
                return true;
            case Command.PlayBlock when blocks is { Any: true }:
                Played(blocks.PlayNext());
                return true;
            case Command.TakeBlock when blocks is { Any: true }:
                TakeBlock(blocks);
                return true;
            case Command.Back when _back.Count > 0:
            case Command.TextBefore:
                Travel(_back, _on, "this is where you began");
                return true;
            case Command.TextAfter:
                Travel(_on, _back, "you did not come back from a text");
                return true;
            case Command.Glossary:
                OpenGlossary();
                return true;
            default:
                return _pane.Do(command);
        }
    }

    public override void Mouse(int x, int y, int wheel)
    {
        if (wheel != 0)
        {
            _pane.Scroll(wheel);
        }
        else if ((_pane.Click(_area, x, y) ?? _pane.Click(_area with { X = _area.Right + Gap }, x, y, _area.Height)) is { } link)
        {
            Follow(link);
        }
    }

    void LayOut(int width)
    {
        var wanted = (_text.Markdown, width, blocks?.Version ?? 0, HasMore);
        if (_laidOut != wanted)
        {
            _laidOut = wanted;
            var lines = MarkdownText.Lines(WithoutTitle(HasMore ? Parts.Main : _text.Markdown, _text.Title), width,
                new MarkdownOptions { Under = blocks is null ? null : blocks.Under, Kinds = Kinds });
            if (HasMore)
            {
                lines.Add(Line.Empty);
                lines.Add(Line.Of(new Run($"{Glyphs.Arrow} ", Ink.Accent), new Run("More", Ink.Link, CellStyle.Underline, MoreLink), new Run(": sources and details", Ink.Muted)));
            }

            _pane.Lines = lines;
        }
    }

    /// <summary>The title stands in the bar above.</summary>
    static string WithoutTitle(string markdown, string title) =>
        markdown.StartsWith($"# {title}\n", StringComparison.Ordinal) ? markdown[(title.Length + 3)..] : markdown;

    void OpenMore()
    {
        _showsMore = true;
        LayOut(_area.Width - 1);
        _pane.GoTo(GlossaryText.AnchorOf(LessonText.Heading[3..]));
    }

    void Played(string link)
    {
        LayOut(_area.Width - 1);
        _pane.Select(link);
    }

    void TakeBlock(LessonBlocks some)
    {
        if (some.Take())
        {
            Game.Close();
        }
        else
        {
            _notice = some.CanTake ? "p plays a predicate first" : "this level has no editor";
        }
    }

    /// <summary>A heading here, another text of the pack, or an address, which is only shown: nothing is fetched.</summary>
    void Follow(string link)
    {
        if (blocks is not null && blocks.Follow(link, out var next))
        {
            if (next is null)
            {
                Game.Close();
            }
            else
            {
                Played(next);
            }

            return;
        }

        if (link == MoreLink)
        {
            OpenMore();
            return;
        }

        var (target, anchor) = link.Split('#', 2) is [var t, var a] ? (t, a) : (link, null);
        if (target.Length == 0 && (_pane.GoTo(anchor!) || !HasTerm(anchor!)))
        {
            _notice = _pane.GoTo(anchor!) ? null : $"there is no '{anchor}' in this text";
            return;
        }

        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
        {
            _notice = link;
            return;
        }

        var path = target.Length == 0 ? GlossaryText.Path : PackPath.Resolve(_text.Path, target);
        var text = path is null ? null : read(path);
        if (text is null)
        {
            _notice = $"there is no '{target}' in this pack";
            return;
        }

        GoTo(new ReadText(MarkdownText.TitleOf(text) ?? target, text, path!));
        _pendingAnchor = anchor;
    }

    /// <summary>A link that is only an anchor leads to a heading of this text, or to a term of the glossary.</summary>
    bool HasTerm(string anchor) => _text.Path != GlossaryText.Path && read(GlossaryText.Path) is { } glossary
        && GlossaryText.Read(SourceText.From(GlossaryText.Path, glossary)).Any(t => t.Anchor == anchor);

    void OpenGlossary()
    {
        if (_text.Path != GlossaryText.Path && read(GlossaryText.Path) is { } text)
        {
            GoTo(new ReadText(MarkdownText.TitleOf(text) ?? "Glossary", text, GlossaryText.Path));
        }
    }

    void GoTo(ReadText text)
    {
        _back.Push((_text, _pane.First));
        _on.Clear();
        Show(text, 0);
    }

    void Travel(Stack<(ReadText Text, int First)> from, Stack<(ReadText Text, int First)> to, string otherwise)
    {
        if (from.Count == 0)
        {
            _notice = otherwise;
            return;
        }

        to.Push((_text, _pane.First));
        var (text, first) = from.Pop();
        Show(text, first);
    }

    void Show(ReadText text, int first)
    {
        _text = text;
        _parts = null;
        _showsMore = false;
        blocks?.Forget();
        _pane.SelectNone();
        _laidOut = default;
        LayOut(_area.Width - 1);
        _pane.ScrollTo(first);
    }
}

/// <summary>Keys that mean something over one kind of text.</summary>
/// <param name="Scope">The table's rows for it.</param>
/// <param name="Do">Does one of their commands; what is to be said then, or null.</param>
sealed record ReadingExtra(KeyScope Scope, Func<ScreenStack, Command, string?> Do);
