using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <content>The predicate term by term.</content>
sealed partial class TextLevel
{
    public void SayTerms()
    {
        if (MayNotTell())
        {
            return;
        }

        if (_sitting.Latest?.Predicate is not { } predicate || Result is not { } result)
        {
            SayProblems();
            return;
        }

        var table = TermTable.Of(_sitting.Map, _sitting.Control, predicate, result.Verdicts);
        if (table.Terms.IsEmpty)
        {
            _speaker.Say("There is no term in it: it says the same of every page.");
            return;
        }

        for (var i = 0; i < table.Terms.Length; i++)
        {
            var term = table.Terms[i];
            var kinds = string.Join(", ", table.DecidedByKind(_sitting.Map, i).Select(k => $"{k.Kind} {Words.Count(k.Pages)}"));
            _speaker.Say($"{Term.Letter(i)}: ", $"{term.Text}. Asked of {Words.Pages(term.Asked)}, decides {Words.Count(term.Decides)}{(kinds.Length > 0 ? $": {kinds}" : "")}.");
        }

        foreach (var row in table.Rows)
        {
            var said = row.Values.Select((v, i) => v.Say switch
            {
                TermSay.NotAsked => $"{Term.Letter(i)} not asked",
                TermSay.Decides => $"{Term.Letter(i)} {v.Value}, which decides",
                TermSay.Asked => $"{Term.Letter(i)} {v.Value}",
            });
            _speaker.Say("  ", $"{Words.Pages(row.Pages)}, {VerdictLooks.Of(row.Verdict).Name}: {string.Join("; ", said)}. {row.Kinds}.");
        }
    }
}
