using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Game.Drawing;
using Tutor.Game.Lines;
using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Text;

namespace Tutor.Cli.Classroom;

/// <summary>A level for a room before it votes: what is asked, and the map, and nothing that gives the answer away.</summary>
static class ProjectorView
{
    const int MapRows = 8;

    public static void Write(PreparedLevel prepared, CliHost host)
    {
        var (level, speaker) = (prepared.Level, new Speaker(host.Out));
        speaker.Say(level.Title);
        speaker.Blank();
        speaker.Markdown(prepared.DumpText is { } dump ? $"{level.Brief.TrimEnd()}\n\n```\n{dump}\n```\n" : level.WholeBrief);
        speaker.Blank();
        var form = level.Kind.Row().HandsIn.Lines();
        if (prepared.Dump is null && form.ShowsMap)
        {
            DrawMap(prepared, host, namesKinds: false);
        }

        form.SayAsked(prepared, speaker);
        speaker.Flush();
    }

    /// <summary>The map that is drawn, and what its letters mean.</summary>
    /// <param name="namesKinds">Name the page kinds behind each letter, which tells who holds pages.</param>
    public static void DrawMap(PreparedLevel prepared, CliHost host, bool namesKinds)
    {
        var grid = new Grid(TextWrap.Width, MapRows + 2);
        new MapPane(prepared.Shown.Map) { Mode = MapMode.Kinds }.Draw(grid, grid.Whole, isActive: false);
        foreach (var line in grid.ToString().Split('\n').Where(l => l.Trim().Length > 0))
        {
            host.Out.WriteLine(line.TrimEnd());
        }

        var letters = new MapLegend(prepared.Shown.Map).Kinds().Select(e => $"{e.Look.Glyph} {e.Look.Name}{(namesKinds ? $" ({e.Means})" : "")}");
        TextWrap.Write(host.Out, "", string.Join("; ", letters));
        host.Out.WriteLine();
    }
}
