using System.Text;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Text;

namespace Tutor.Game.Lines;

/// <summary>The game as lines: for screen readers, for terminals that show no screens, and for scripts.</summary>
/// <param name="explain">What is known of a function, a term or a code; null when nothing is.</param>
sealed partial class TextGame(PlayedPack pack, LineInput input, Speaker speaker, Func<string, string?> explain,
    Func<CatalogEntry, OpenedLevel>? open = null)
{
    /// <summary>Lines of a log that are read at once.</summary>
    const int MostDumpLines = 10_000;

    const int DumpLabelColumns = 12;

    readonly Func<CatalogEntry, OpenedLevel> _open = open ?? (e => pack.Open(e));
    readonly TextReading _reading = new(pack, speaker);
    TextLevel? _level;
    bool _hasEnded;

    /// <summary>The level that is open, or null. Its commands work only while it is open.</summary>
    public TextLevel At => _level ?? throw new InvalidOperationException("no level is open");

    /// <summary>Plays until the player leaves or the input ends.</summary>
    /// <param name="level">Id of the level to open, or null.</param>
    public void Run(string? level = null)
    {
        speaker.Say($"Tutor: {pack.Title}. 'help' lists the commands, 'levels' the levels.");
        if (pack.Progress.Notice is { } notice)
        {
            speaker.Say(Words.Sentence(notice.ToString()));
        }

        pack.Revise();
        if (pack.Revised is { } revised)
        {
            speaker.Say(revised.Sentence);
        }

        if (level is not null)
        {
            Play(level);
        }
        else if (pack.LastPlayed() is { } last)
        {
            speaker.Say($"'play' opens {last.Id}: {Sentence(last.Title)}");
        }

        while (!_hasEnded)
        {
            _level?.Poll();
            speaker.Blank();
            speaker.Prompt(_level is null ? "tutor> " : $"{_level.Id}> ");
            if (input.Read() is not { } line)
            {
                speaker.Blank();
                return;
            }

            Obey(line);
        }
    }

    public void SayLevels(string word)
    {
        var found = WordSearch.Find(pack.Entries, word, l => $"{l.Id} {l.Title}", _ => "");
        if (found.IsEmpty)
        {
            speaker.Say($"No level has '{word}' in its title.");
        }

        foreach (var chapter in found.GroupBy(l => l.ChapterTitle))
        {
            speaker.Say($"{chapter.Key}:");
            foreach (var level in chapter)
            {
                speaker.Say("  ", $"{level.Id}: {Sentence(level.Title)} {level.Kind.Word()}, {level.Minutes} minutes, {StateOf(level)}.");
            }
        }
    }

    public void Play(string name)
    {
        if (name.Length == 0)
        {
            if (pack.LastPlayed() is { } last)
            {
                Open(last);
            }

            return;
        }

        var exact = pack.Find(name);
        var near = pack.Entries.Where(l => l.Id.StartsWith(name, StringComparison.Ordinal)).ToList();
        if ((exact ?? (near is [var only] ? only : null)) is { } entry)
        {
            Open(entry);
        }
        else if (near.Count > 1)
        {
            speaker.Say($"Several levels begin so: {string.Join(", ", near.Select(l => l.Id))}.");
        }
        else
        {
            speaker.Say($"There is no level '{name}'.{DidYouMean(name, pack.Entries.Select(l => l.Id))}");
        }
    }

    public void PlayNext()
    {
        if (_level is null && pack.LastPlayed() is { } last)
        {
            Open(last);
        }
        else if (_level is not null && pack.After(_level.Id) is { } next)
        {
            if (_level.IsWaiting)
            {
                speaker.Say("Your answer there is not handed in. It waits for you.");
            }
            else if (_level.IsLeftBehind)
            {
                speaker.Say($"{_level.Id} is not passed yet; 'play {_level.Id}' comes back to it.");
            }

            Open(next);
        }
        else
        {
            speaker.Say("This is the last level.");
        }
    }

    /// <summary>Texts of the pack, and where their links lead.</summary>
    public TextReading Reading => _reading;

    public void SaySheet() => speaker.Markdown(CheatSheet.Markdown(pack.Title, pack.Standings(), pack.Progress.History));

    public void Explain(string topic)
    {
        if (topic.Length == 0)
        {
            speaker.Say("Explain what? A function, a term or a code: 'explain folio_ref_count'.");
        }
        else if (explain(topic) is { } text)
        {
            if (text.StartsWith('#') || text.Contains("\n```", StringComparison.Ordinal))
            {
                speaker.Markdown(text);
                return;
            }

            foreach (var line in text.TrimEnd().Split('\n'))
            {
                var said = line.TrimStart();
                speaker.Say(line[..^said.Length], said);
            }
        }
        else
        {
            speaker.Say($"Nothing is known about '{topic}'.");
        }
    }

    /// <summary>Reads dumps up to a line with a single dot, or, where one was pasted at the prompt, to its end.</summary>
    /// <param name="first">The line that was pasted at the prompt; empty after the command.</param>
    public void ReadDump(string first)
    {
        var isPasted = first.Length > 0;
        if (!isPasted)
        {
            speaker.Say("Paste a page dump, or a log with dumps in it; a line with a single dot ends it.");
        }

        var log = new StringBuilder(first).Append('\n');
        var left = MostDumpLines;
        while (left-- > 0 && input.Read() is { } line && line != ".")
        {
            log.Append(line).Append('\n');
            if (isPasted && DumpReader.Ends(line))
            {
                break;
            }
        }

        var read = DumpReader.Read(SourceText.From("pasted", log.ToString()));
        if (read.Dumps.IsEmpty && read.Problems.IsEmpty)
        {
            speaker.Say("There is no page dump in that text: one begins with 'page: refcount:' and ends with 'page dumped because:'.");
        }

        foreach (var problem in read.Problems)
        {
            speaker.Say($"Damaged, line {problem.Location.Start}: {problem.Message}.");
        }

        foreach (var row in read.Dumps.SelectMany(d => DumpCard.Rows(DumpReading.Of(d))))
        {
            speaker.Say(TextColumns.Pad(row.Label, DumpLabelColumns), row.Text);
        }

        if (!read.Dumps.IsEmpty && _level?.Sandbox is { } sandbox)
        {
            PlaceDumps(sandbox, read.Dumps);
        }
    }

    public void More()
    {
        if (!_reading.More())
        {
            speaker.Say("Nothing was left unsaid.");
        }
    }

    /// <summary>The words alone; one command, or all of them, with what they do.</summary>
    public void Help(string word)
    {
        var here = TextCommands.All.Where(WorksHere).ToList();
        if (word.Length == 0)
        {
            foreach (var scope in here.GroupBy(c => c.Scope == TextScope.Everywhere))
            {
                speaker.Say(scope.Key ? "Everywhere: " : "Here: ", $"{string.Join(", ", scope.Select(c => c.Name))}.");
            }

            speaker.Say("'help all' says what each does, 'help COMMAND' one of them. A word may be cut short where no other begins so.");
            return;
        }

        var rows = here.Where(c => word == "all" || c.Name == word).ToList();
        if (rows.Count == 0)
        {
            speaker.Say($"There is no command '{word}' here.");
        }

        foreach (var row in rows)
        {
            speaker.Say($"  {row.Usage}: ".PadRight(26), row.About + ".");
        }
    }

    public void Quit()
    {
        _hasEnded = true;
        speaker.Say("Goodbye.");
    }

    void Obey(string line)
    {
        if (input.WasCut)
        {
            speaker.Say($"That line has more than {Words.Count(LineInput.LongestLine)} characters and was not taken; a predicate may have {Words.Count(Core.Predicates.Syntax.PredicateLimits.SourceBytes)} bytes.");
            return;
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        if (DumpReader.Begins(line))
        {
            ReadDump(line);
            return;
        }

        var parts = line.Trim().Split([' ', '\t'], 2);
        var here = TextCommands.All.Where(WorksHere).ToList();
        var near = here.Where(c => c.Name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase)).ToList();
        var exact = near.Find(c => c.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        if ((exact ?? (near is [var only] ? only : null)) is { } command)
        {
            command.Do(this, parts.Length > 1 ? parts[1].Trim() : "");
        }
        else if (near.Count > 1)
        {
            speaker.Say($"'{parts[0]}' could be {string.Join(" or ", near.Select(c => c.Name))}.");
        }
        else if (TextCommands.All.Any(c => c.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase)))
        {
            speaker.Say(_level is null ? $"'{parts[0]}' needs a level: 'play' opens one."
                : _level.Sandbox is not null ? $"Nothing is asked in the sandbox, so that '{parts[0]}' has no use here; 'score' says what your predicate comes to."
                : $"'{parts[0]}' has no use in a level of kind {_level.Kind.Word()}.");
        }
        else if (TypedC.Looks(line))
        {
            Take(line);
        }
        else
        {
            speaker.Say($"There is no command '{parts[0]}'.{DidYouMean(parts[0], here.Select(c => c.Name))} 'help' lists them.");
        }
    }

    /// <summary>Takes C at the prompt as a predicate. A function goes on until its braces are closed.</summary>
    void Take(string line)
    {
        if (_level?.Answer.Write is not { } write)
        {
            speaker.Say($"That is a predicate. {(_level is null ? "'play' opens a level that is written." : $"In a level of kind {_level.Kind.Word()} none is written.")}");
            return;
        }

        var text = new StringBuilder(line.TrimEnd());
        var left = Core.Predicates.Syntax.PredicateLimits.SourceBytes;
        if (TypedC.IsOpen(line))
        {
            speaker.Say("A function: it ends with its braces, or with a line with a single dot.");
        }

        while (TypedC.IsOpen(text.ToString()) && text.Length < left)
        {
            speaker.Prompt(LineInput.GoesOn);
            if (input.Read() is not { } next || next == LineInput.End)
            {
                break;
            }

            text.Append('\n').Append(next);
        }

        write(text.ToString());
    }

    bool WorksHere(TextCommand command) => command.Scope == TextScope.Everywhere || (_level is not null && _level.Has(command) && (command.Deed is null || _level.Sandbox is null));

    void Open(CatalogEntry entry)
    {
        var opened = _open(entry);
        if (opened.Sitting is not { } sitting)
        {
            speaker.Say($"{entry.Id} cannot be played:");
            foreach (var problem in opened.Problems)
            {
                ProblemWords.Say(speaker, problem, saysFile: true);
            }

            return;
        }

        pack.RememberOpen(entry);
        _level = new TextLevel(sitting, input, speaker, _reading);
        _level.Begin();
    }

    /// <summary>A title with the mark that ends a sentence.</summary>
    public static string Sentence(string title) => title.EndsWith('?') || title.EndsWith('!') ? title : title + ".";

    string StateOf(CatalogEntry level) => level.Problem is not null ? "cannot be played"
        : new LevelStanding(level, pack.Best(level), SeenHints.Count(level.Id, pack.Progress)).Word is { Length: > 0 } word ? word : "not tried";

    static string DidYouMean(string word, IEnumerable<string> known) => Suggestions.Nearest(word, known) is { } near ? $" Did you mean '{near}'?" : "";
}
