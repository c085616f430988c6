using System.Collections.Immutable;
using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Play;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Syntax;
using Tutor.Game.Playing;
using Tutor.Game.Playing.Progress;
using Tutor.Game.Reading;

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
        Row<PredicateLines>("names", "[WORD]", "The kernel's names that this level lends, in groups; with a word those that have it in their name or meaning", (lines, w) => lines.SayNames(w)),
    ];

    const string NameIndent = "  ";

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

    /// <param name="word">Part of a name or its parameters, or the beginning of a word of its meaning; empty for all names.</param>
    public void SayNames(string word)
    {
        var scope = Sitting.Prepared.Scope;
        var all = Completion.For("", members: false, scope).Concat(Completion.For("", members: true, scope)).Where(c => c.Group is not null).ToList();
        var found = all.Where(n => n.Signature.Contains(word, StringComparison.OrdinalIgnoreCase)
            || $" {n.Summary}".Contains($" {word}", StringComparison.OrdinalIgnoreCase)).ToList();
        Speaker.Say(found.Count == 0 ? $"No name of this level has '{word}' in it. 'names' reads all {Words.Count(all.Count)}."
            : word.Length > 0 ? $"{Words.Count(found.Count)} of {Words.Count(all.Count)} names:"
            : $"{Words.Count(all.Count)} names; 'names map' reads those with 'map' in their name or meaning.");
        Speaker.SayLong(found.GroupBy(n => n.Group).SelectMany(group => group.OrderBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(n => Wrapping.Wrap($"{n.Signature}: {n.Summary}.", Speaker.Width - NameIndent.Length).Select(l => l.After(new Run(NameIndent))))
            .Prepend(Line.Of($"{Words.Sentence(group.Key!)[..^1]}:"))));
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
