using System.Collections.Immutable;
using System.Globalization;
using Tutor.Game.Drawing;
using Tutor.Game.Keys;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;
using Tutor.Game.Screens.Level;
using Tutor.Game.Text;

namespace Tutor.Game.Screens;

/// <summary>What a player can do after the course, with the state of each. All of it is open from the beginning.</summary>
/// <param name="showGoldLeft">Makes the list of levels show what has a medal left; null where that list is not below.</param>
sealed class AfterScreen(PlayedPack pack, Action? showGoldLeft = null) : ListScreen
{
    /// <summary>A thing to do, and how it stands.</summary>
    public sealed record Deed(Command Command, string Title, Func<PlayedPack, string> State);

    public static ImmutableArray<Deed> Deeds { get; } =
    [
        new(Command.Daily, "The level of the day", DailyState),
        new(Command.Sandbox, "The sandbox", _ => "memory of your making; nothing is asked"),
        new(Command.Review, "Review", ReviewState),
        new(Command.AttackOwn, "Break your own answer", _ => "paint a memory on which the last one is wrong"),
        new(Command.Reply, "Your reply to the thread", _ => "what you chose, measured and gave up"),
        new(Command.Certificate, "A certificate", _ => "what you passed, and what you can say now"),
        new(Command.Closing, "The end of the course", _ => "what was learned, and what is still open"),
        new(Command.GoldLeft, "What is left for gold", GoldState),
    ];

    const int Widest = 80;

    List<(Command Command, string Title, string State)> _rows = [];

    /// <summary>On a narrow screen the state of a thing has a row of its own.</summary>
    int _rowsEach = 1;

    public override IEnumerable<KeyScope> Scopes => [KeyScope.After, KeyScope.Everywhere];

    public override string Name => "After the course";

    public override bool DimsBelow => true;

    protected override int Count => _rows.Count;

    public override void Shown() => _rows = [.. Deeds.Where(IsHere).Select(d => (d.Command, d.Title, d.State(pack)))];

    public override void Draw(Grid grid)
    {
        _rowsEach = grid.PopupText(Widest) < Widest - 4 ? 2 : 1;
        List = grid.PopupBox(Widest, _rows.Count * _rowsEach + 2, Name);
        DrawRows(grid, [.. _rows.SelectMany((row, i) => LinesOf(row, i == Selected).Select(line => (line, (int?)i)))]);
        Footer.Draw(grid, Scopes);
    }

    public override bool Do(Command command)
    {
        switch (command)
        {
            case Command.Confirm:
                return Do(_rows[Selected].Command);
            case Command.Closing when Closing is { } closing:
                Game.Open(new ReadingScreen(MarkdownText.TitleOf(closing) ?? "The end of the course", closing, CourseEnd.Path, pack.ReadText) { Kinds = pack.Kinds });
                return true;
            case Command.Daily:
                LevelOpener.Open(Game, pack, pack.Daily, replace: true);
                return true;
            case Command.Sandbox:
                var sandbox = new LevelScreen(pack.Sandbox.Sitting);
                Game.Replace(sandbox);
                Game.Open(new BriefCard(sandbox, pack.Sandbox.Sitting.WholeBrief));
                return true;
            case Command.Review when pack.NextReview is { } review:
                LevelOpener.Open(Game, pack, review, replace: true);
                return true;
            case Command.Review:
                // Its row says when something is due.
                Select(_rows.FindIndex(r => r.Command == Command.Review));
                return true;
            case Command.AttackOwn:
                LevelOpener.Open(Game, pack, pack.AttackOwn, replace: true);
                return true;
            case Command.Reply:
                Game.Replace(Text("Your reply to the thread", PlayerReply.Markdown(pack), "reply.md"));
                return true;
            case Command.Certificate:
                Game.Replace(Text("A certificate", Certificate.Markdown(pack), "certificate.md"));
                return true;
            case Command.GoldLeft when showGoldLeft is not null:
                Game.Close();
                showGoldLeft();
                return true;
            default:
                return base.Do(command);
        }
    }

    /// <summary>The end of the course, with the key of everything else.</summary>
    string? Closing => CourseEnd.Text(pack, Deeds.Where(d => d.Command != Command.Closing && IsHere(d)).Select(d => ($"{d.Title} ({d.State(pack)})", $"Esc, then {KeyOf(d.Command)}")));

    bool IsHere(Deed deed) => deed.Command switch
    {
        Command.Closing => pack.ReadText(CourseEnd.Path) is not null,
        Command.GoldLeft => showGoldLeft is not null,
        _ => true,
    };

    static string KeyOf(Command command) => KeyMap.RowsOf([KeyScope.After]).First(r => r.Command == command).Keys[0];

    protected override int? ItemAt(int row) => row < _rows.Count * _rowsEach ? row / _rowsEach : null;

    static string DailyState(PlayedPack pack)
    {
        var daily = pack.StandingOf(pack.Daily);
        return $"{daily.Level.Title}: {(daily.Word.Length > 0 ? daily.Word : "not tried")}";
    }

    static string GoldState(PlayedPack pack)
    {
        var left = pack.Standings().Count(l => l is { IsPassed: true, IsDone: false });
        return left == 0 ? "nothing that is passed" : left == 1 ? "1 level" : $"{left} levels";
    }

    static string ReviewState(PlayedPack pack)
    {
        var due = Reviews.DueOn(pack, pack.Host.Today);
        return due.Count > 0 ? $"{due.Count} due; first: {due[0].Level.Title}"
            : Reviews.Of(pack) is { Count: > 0 } all ? string.Create(CultureInfo.InvariantCulture, $"nothing is due before {all.Min(r => r.Due):yyyy-MM-dd}")
            : "comes a day after a level was passed";
    }

    ReadingScreen Text(string title, string markdown, string name) => SavedText.Screen(title, markdown, pack, name, markdown);

    IEnumerable<Line> LinesOf((Command Command, string Title, string State) row, bool isSelected)
    {
        var key = KeyOf(row.Command);
        const int titleColumns = 26;
        var paper = isSelected ? Paper.Selected : Paper.Normal;
        Run[] head = [new Run(key, Ink.Key, CellStyle.Bold), new Run("  "), new Run(TextColumns.Pad(row.Title, titleColumns), isSelected ? Ink.Strong : Ink.Text)];
        var state = new Run(row.State, isSelected ? Ink.Text : Ink.Muted);
        return _rowsEach == 1 ? [Line.Of([.. head, state]) with { Paper = paper }] : [Line.Of(head) with { Paper = paper }, Line.Of(new Run("   "), state) with { Paper = paper }];
    }
}
