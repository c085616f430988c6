using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Syntax;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Lines;

/// <summary>A predicate is written.</summary>
sealed class PredicateLines(TextLevel level) : AnswerLines(level)
{
    public static ImmutableArray<TextCommand> Rows { get; } =
    [
        Row<PredicateLines>("skip", "[C]", "Your predicate, in one line; without one it may have many, up to a line with a single dot. C that is typed without the word is taken for it", (lines, w) => lines.Write(w)),
        Row<PredicateLines>("undo", "", "The predicate before", (lines, _) => lines.Undo()),
        Row<PredicateLines>("unquote", "", "Take the '> ' of a mail off your predicate", (lines, _) => lines.Unquote()),
        Row<PredicateLines>("take", "N", "Take an earlier try over", (lines, w) => lines.Take(w)),
        Row<PredicateLines>("names", "[WORD]", "The kernel's names that this level lends; with a word those that contain it", (lines, w) => lines.SayNames(w.Trim())),
    ];

    readonly Stack<string> _undo = [];

    public override string Commands => Sitting.Sandbox is not null
        ? "'memory' says what the memory is made of, 'set', 'paint' and 'hold' change it, 'skip' and a line of C tries a predicate, 'second' keeps it beside another one; a page dump that is pasted becomes a page."
        : !Sitting.Level.Kind.Row().IsJudgedByGoals ? "'skip' and a line of C tries a predicate, 'check' keeps it; nothing is to be passed here."
        : "'text' reads the predicate, 'names' the names that you may use, 'skip' and a line of C writes it, 'check' hands it in.";

    public override Action<string> Write => line =>
    {
        if ((line.Length > 0 ? line : ReadLines()) is { } text)
        {
            Replace(text);
        }
    };

    public void Undo()
    {
        if (_undo.TryPop(out var before))
        {
            Sitting.Write(before);
            Level.TakeScore();
            Level.SayText();
        }
        else
        {
            Speaker.Say("There is nothing before this.");
        }
    }

    public void Unquote() => Replace(MailQuotes.Strip(Sitting.Text));

    public void Take(string word)
    {
        var tries = Tries.Read(Sitting.History);
        if (Level.Numbered(word, tries.Count, "try") is { } number)
        {
            Replace(tries.First(t => t.Number == number).Attempt.Predicate);
        }
    }

    /// <param name="word">Part of a name, or empty: all of them. A request's fields are names, too.</param>
    public void SayNames(string word)
    {
        var scope = Sitting.Prepared.Scope;
        var names = Completion.For(word, members: false, scope).Where(c => c.Group is not null)
            .Concat(Completion.For("", members: true, scope).Where(c => c.Group is not null && c.Signature.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        foreach (var name in names)
        {
            Speaker.Say("  ", $"{name.Signature}: {name.Summary}.");
        }

        if (names.Count == 0)
        {
            Speaker.Say($"No name here contains '{word}'. 'names' reads all.");
        }
    }

    /// <summary>Reads lines up to one with a single dot; null if they are more than a predicate may have.</summary>
    string? ReadLines()
    {
        Speaker.Say("Write your predicate; a line with a single dot ends it.");
        var text = new StringBuilder();
        var isTooLong = false;
        while (true)
        {
            Speaker.Prompt(LineInput.GoesOn);
            if (Level.Input.Read() is not { } line || line == LineInput.End)
            {
                break;
            }

            isTooLong |= Level.Input.WasCut || text.Length + line.Length > 2 * PredicateLimits.SourceBytes;
            if (!isTooLong)
            {
                text.Append(line).Append('\n');
            }
        }

        if (!isTooLong)
        {
            return text.ToString().TrimEnd();
        }

        SayTooLong();
        return null;
    }

    void Replace(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > PredicateLimits.SourceBytes)
        {
            SayTooLong();
            return;
        }

        _undo.Push(Sitting.Text);
        Sitting.Write(text);
        Level.TakeScore();
        if (MailQuotes.IsQuoted(text))
        {
            Speaker.Say("This looks like a quoted mail: 'unquote' takes the marks off.");
        }

        Level.SayScore();
    }

    void SayTooLong() => Speaker.Say($"A predicate may have {Words.Count(PredicateLimits.SourceBytes)} bytes; this has more, and yours stays as it was.");

    public static void SayAsked(PreparedLevel prepared, Speaker speaker)
    {
        speaker.Say("Begin with: ", prepared.Level.StartingText.Trim());
        speaker.Say("Words: ", prepared.Level.Vocabulary.IsDefault ? "all" : string.Join(", ", prepared.Level.Vocabulary));
    }
}
