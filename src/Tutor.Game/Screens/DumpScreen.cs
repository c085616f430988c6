using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Text;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Reading;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>Page dumps that were pasted, each with its account; a copy takes them as page kinds of a level.</summary>
sealed class DumpScreen : Screen
{
    const string Asks = "Paste a page dump here, whole lines from 'page:' to 'page dumped because:', as dmesg prints them. "
        + "Other lines between do no harm, and there may be several dumps.";

    const int LabelColumns = 12;

    readonly TextPane _pane = new();
    ImmutableArray<DumpReading> _readings = [];
    ImmutableArray<Diagnostic> _problems = [];
    bool _isEmpty = true;
    int _laidOut = -1;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.Dump, KeyScope.Everywhere];

    public override string Name => "Page dumps";

    public override bool IsOff(Command command) => command == Command.Copy && _readings.IsEmpty;

    /// <summary>The pages written as page kinds, which an author can put into a level.</summary>
    public override string? CopyText => _readings.IsEmpty ? null : DumpKinds.WriteAll(_readings);

    public override void Paste(string text)
    {
        var read = DumpReader.Read(SourceText.From("pasted", text));
        _readings = [.. read.Dumps.Select(DumpReading.Of)];
        _problems = read.Problems;
        _isEmpty = false;
        _laidOut = -1;
        _pane.ScrollTo(0);
    }

    public override bool Do(Command command) => _pane.Do(command);

    public override void Mouse(int x, int y, int wheel) => _pane.Scroll(wheel);

    public override void Draw(Grid grid)
    {
        var width = Math.Min(grid.Width - 4, 100);
        var area = new Area((grid.Width - width) / 2, 2, width, grid.Height - 4);
        if (_laidOut != width)
        {
            _laidOut = width;
            // A column stays free before the bar at the right.
            _pane.Lines = [.. Lines(width - 1)];
        }

        _pane.Draw(grid, area);
        TitleBar.Draw(grid, Name, _isEmpty ? "" : Counted(_readings.Length, "dump") + (_problems.IsEmpty ? "" : $", {_problems.Length} damaged"));
        Footer.Draw(grid, Scopes, isOff: c => IsOff(c) || (c == Command.Down && _pane.Fits));
    }

    IEnumerable<Line> Lines(int width)
    {
        if (_readings.IsEmpty)
        {
            foreach (var line in Wrapping.Wrap(_isEmpty || !_problems.IsEmpty ? Asks : $"There is no page dump in that text. {Asks}", width))
            {
                yield return line;
            }
        }

        foreach (var problem in _problems)
        {
            yield return Line.Empty;
            foreach (var line in Labelled("damaged", $"line {problem.Location.Start}: {problem.Message}", Ink.Bad, width))
            {
                yield return line;
            }
        }

        foreach (var reading in _readings)
        {
            yield return Line.Empty;
            foreach (var row in DumpCard.Rows(reading))
            {
                foreach (var line in Labelled(row.Label, row.Text, row.Label == "moves now?" ? Ink.Strong : Ink.Text, width))
                {
                    yield return line;
                }
            }
        }
    }

    static IEnumerable<Line> Labelled(string label, string text, Ink ink, int width)
    {
        var head = new Run(TextColumns.Pad(label, LabelColumns), Ink.Muted);
        foreach (var line in Wrapping.Wrap([new Run(text, ink)], Math.Max(20, width - LabelColumns)))
        {
            yield return line.After(head);
            head = new Run(new string(' ', LabelColumns));
        }
    }

    static string Counted(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
