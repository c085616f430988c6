using Tutor.Game.Panes;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Screens.Level;

/// <content>The predicate term by term: the truth table, and the pages that a term decides.</content>
sealed partial class LevelScreen
{
    TermTable? _terms;
    object? _termsOf;
    int _litTerm;

    /// <summary>Of the newest text that is a predicate; null before there was one.</summary>
    TermTable? TermsAtHand()
    {
        if (_sitting.Latest?.Predicate is { } predicate && _sitting.DrawnRun?.Result is { } result && !ReferenceEquals(_termsOf, result))
        {
            _termsOf = result;
            _terms = TermTable.Of(_sitting.Map, _sitting.Control, predicate, result.Verdicts);
        }

        return _terms;
    }

    void OpenTerms()
    {
        if (TermsAtHand() is { Terms.IsEmpty: false } terms && _sitting.Latest?.Predicate is not null)
        {
            Game.Open(new TermsScreen(terms, _map, LightTerm));
        }
        else
        {
            Say(_sitting.Latest?.Predicate is null ? "There are no terms before the text is a predicate." : "There is no term in it: it says the same of every page.", Ink.Muted);
        }
    }

    /// <summary>Shows the pages that a term decides. If the player writes a text, the caret goes to the term.</summary>
    void LightTerm(int term)
    {
        _map.Mode = MapMode.Terms;
        _litTerm = term;
        if (TermsAtHand() is { } terms && term < terms.Terms.Length)
        {
            _answer.GoTo(terms.Terms[term].Span.Start);
        }
    }

    void ToggleLight()
    {
        if (_map.Mode == MapMode.Terms)
        {
            _map.Mode = MapMode.Verdicts;
        }
        else if (TermsAtHand() is { Terms.IsEmpty: false } terms)
        {
            LightTerm(_answer.Caret is { } caret ? terms.At(caret) ?? 0 : 0);
        }
        else
        {
            Say("There is no term to light.", Ink.Muted);
        }
    }

    /// <summary>The term whose pages the map shows; null if none.</summary>
    Term? LitTerm()
    {
        if (_map.Mode != MapMode.Terms || TermsAtHand() is not { Terms.IsEmpty: false } terms)
        {
            _map.Says = null;
            return null;
        }

        _litTerm = Math.Min(IsAnswering && _answer.Caret is { } caret ? terms.At(caret) ?? 0 : _litTerm, terms.Terms.Length - 1);
        _map.Says = terms.Says(_litTerm);
        return terms.Terms[_litTerm];
    }

    List<Line> LitLines(Term term, int width)
    {
        var kinds = string.Join(", ", _terms!.DecidedByKind(_sitting.Map, _litTerm).Select(k => $"{k.Kind} {Words.Count(k.Pages)}"));
        return Wrapping.Wrap(
        [
            new Run(term.Text, Ink.Code), new Run($" decides {Words.Pages(term.Decides)}"), new Run(kinds.Length > 0 ? $": {kinds}. " : ". ", Ink.Muted),
            new Run($"Asked of {Words.Count(term.Asked)}. ", Ink.Muted), new Run("Alt+T", Ink.Key), new Run(" puts the verdicts back.", Ink.Muted),
        ], width);
    }
}
