using Tutor.Tui.Presentation;

namespace Tutor.Tui.Screens;

/// <summary>A text of the pack, and the way through its links and back.</summary>
/// <param name="title">Of the first text.</param>
/// <param name="markdown">Its content.</param>
/// <param name="path">Where it stands in the pack; links count from there.</param>
/// <param name="read">Content of another text of the pack by its path, or null.</param>
sealed class ReadingScreen(string title, string markdown, string path, Func<string, string?> read) : Screen
{
    readonly TextPane _pane = new();
    readonly Stack<(string Title, string Markdown, string Path, int First)> _back = new();
    (string Title, string Markdown, string Path) _text = (title, markdown, path);
    (string Markdown, int Width, bool IsAscii) _laidOut;
    string? _pendingAnchor;
    string? _notice;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Reading, KeyScope.Everywhere];

    public override string Name => "Reading";

    /// <summary>Opens the text at a heading or term.</summary>
    public ReadingScreen At(string anchor)
    {
        _pendingAnchor = anchor;
        return this;
    }

    public override void Draw(Grid grid)
    {
        TitleBar.Draw(grid, _text.Title, _notice ?? (_pane.IsAtEnd ? "end" : ""));
        var width = Math.Min(grid.Width - 4, MarkdownText.WidestText);
        var area = new Area((grid.Width - width) / 2, 2, width, grid.Height - 4);
        LayOut(width);
        _pane.Draw(grid, area);
        if (_pendingAnchor is { } anchor)
        {
            _pendingAnchor = null;
            _pane.GoTo(anchor);
            grid.Fill(area, Paper.Normal);
            _pane.Draw(grid, area);
        }

        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        _notice = null;
        switch (command)
        {
            case Command.Open:
                if (_pane.Link is { } link)
                {
                    Follow(link);
                }

                return true;
            case Command.Back when _back.Count > 0:
                var (title, markdown, path, first) = _back.Pop();
                _text = (title, markdown, path);
                LayOut(_laidOut.Width);
                _pane.ScrollTo(first);
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
        else if (_pane.Click(new Area(0, 2, int.MaxValue / 2, int.MaxValue / 2), x, y) is { } link)
        {
            Follow(link);
        }
    }

    void LayOut(int width)
    {
        if (_laidOut != (_text.Markdown, width, Glyphs.Current.IsAscii))
        {
            _laidOut = (_text.Markdown, width, Glyphs.Current.IsAscii);
            _pane.Lines = MarkdownText.Lines(_text.Markdown, width);
        }
    }

    /// <summary>A heading here, another text of the pack, or an address, which is only shown: nothing is fetched.</summary>
    void Follow(string link)
    {
        var (target, anchor) = link.Split('#', 2) is [var t, var a] ? (t, a) : (link, null);
        if (target.Length == 0)
        {
            _notice = _pane.GoTo(anchor!) ? null : $"there is no '{anchor}' in this text";
            return;
        }

        if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal))
        {
            _notice = link;
            return;
        }

        var path = PackPath.Resolve(_text.Path, target);
        var text = path is null ? null : read(path);
        if (text is null)
        {
            _notice = $"there is no '{target}' in this pack";
            return;
        }

        _back.Push((_text.Title, _text.Markdown, _text.Path, _pane.First));
        _text = (TitleOf(text) ?? target, text, path!);
        _pane.ScrollTo(0);
        _pendingAnchor = anchor;
    }

    /// <summary>The first heading of a text, or null.</summary>
    public static string? TitleOf(string markdown) => markdown.Split('\n')
        .FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();
}
