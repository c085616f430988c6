using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Playing;
using Tutor.Game.Reading;

namespace Tutor.Game.Lines;

/// <summary>Texts of the pack in text mode: lessons, guides and terms, and where their links lead.</summary>
sealed class TextReading(PlayedPack pack, Speaker speaker)
{
    readonly List<string> _links = [];
    string _path = "";
    string _more = "";

    /// <summary>Says a text up to its <c>More</c> part.</summary>
    /// <param name="afterwards">Said behind it, or null.</param>
    public void Read(string path, string text, string? afterwards = null)
    {
        var parts = LessonText.Read(text);
        _path = path;
        _links.Clear();
        _more = parts.More;
        speaker.SayLong(parts.Main, pack.Kinds, links =>
        [
            .. About(links),
            .. afterwards is null ? Array.Empty<string>() : [afterwards],
            .. parts.More.Length > 0 ? ["'more' reads the sources and details."] : Array.Empty<string>(),
        ]);
    }

    /// <summary>Says a text that has no further part, such as a brief, and names the terms that it links.</summary>
    /// <param name="path">The file that its links start from; empty where it has links to terms alone.</param>
    public void Say(string markdown, string path = "")
    {
        _path = path;
        _links.Clear();
        _more = "";
        speaker.SayLong(markdown, pack.Kinds, About);
    }

    /// <summary>Goes on in a long text, then to its <c>More</c> part; false if there is no more.</summary>
    public bool More()
    {
        if (speaker.More())
        {
            return true;
        }

        if (_more.Length == 0)
        {
            return false;
        }

        Say(_more, _path);
        return true;
    }

    /// <summary>Names the terms that the text links, and numbers its other links. A blank line comes before.</summary>
    IEnumerable<string> About(IReadOnlyList<string> links)
    {
        var glossary = links.Count == 0 ? [] : Terms();
        var meant = links.Select(l => (Link: l, Term: TermAt(l, glossary))).ToList();
        var terms = meant.Select(l => l.Term?.Name).OfType<string>().Distinct().ToList();
        var others = meant.Where(l => l.Term is null && !l.Link.StartsWith('#')).Select(l => l.Link).ToList();
        if (terms.Count + others.Count > 0)
        {
            yield return "";
        }

        if (terms.Count > 0)
        {
            yield return $"'term NAME' explains: {string.Join(", ", terms)}.";
        }

        if (others.Count > 0)
        {
            yield return "Links, for 'follow':";
        }

        foreach (var link in others)
        {
            _links.Add(link);
            yield return $"  {_links.Count}. {TitleOf(link)}";
        }
    }

    /// <summary>What a text of the pack is called; other links are said as they are.</summary>
    string TitleOf(string link) => TextAt(link) is { } found && MarkdownText.TitleOf(found.Text) is { } title ? title : link;

    /// <summary>The text of the pack that a link leads to, and where it stands; null for links that lead elsewhere.</summary>
    (string Path, string Text)? TextAt(string link) => !link.Contains("://", StringComparison.Ordinal)
        && PackPath.Resolve(_path, link.Split('#', 2)[0]) is { } path && pack.ReadText(path) is { } text ? (path, text) : null;

    public void Follow(string word)
    {
        if (_links.Count == 0)
        {
            speaker.Say("The last text has no links.");
        }
        else if (!int.TryParse(word, out var number) || number < 1 || number > _links.Count)
        {
            speaker.Say($"Which link? From 1 to {_links.Count}.");
        }
        else if (_links[number - 1] is var link && link.Contains("://", StringComparison.Ordinal))
        {
            speaker.Say(link);
        }
        else if (TextAt(link) is { } found)
        {
            Read(found.Path, Part(found.Text, link));
        }
        else
        {
            speaker.Say($"There is no '{link}' in this pack.");
        }
    }

    public void SayTerm(string name)
    {
        var terms = Terms();
        if (name.Length == 0)
        {
            speaker.Say("The glossary explains: ", string.Join(", ", terms.Select(t => t.Name)) + ".");
        }
        else if (GlossaryText.Find(terms, name) is { } term)
        {
            speaker.Say($"{term.Name}:");
            Say(term.Text, GlossaryText.Path);
        }
        else
        {
            var near = Suggestions.Nearest(name, terms.Select(t => t.Name));
            speaker.Say($"The glossary has no '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
        }
    }

    public void SayGuide(string name)
    {
        var guides = Guides.In(pack.ReadText);
        var found = guides.Where(g => name.Length > 0 && g.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found is [var guide])
        {
            Read(guide.Path, pack.ReadText(guide.Path)!);
            return;
        }

        speaker.Say(name.Length == 0 ? "'guide' and one of these names reads a guide:" : $"There is no guide '{name}'. These there are:");
        foreach (var one in guides)
        {
            speaker.Say($"  {one.Name}: ", one.About + ".");
        }
    }

    List<GlossaryTerm> Terms() => pack.ReadText(GlossaryText.Path) is { } text ? [.. GlossaryText.Read(SourceText.From(GlossaryText.Path, text))] : [];

    /// <summary>The term that a link means: an anchor alone, or one in the glossary; null for other links.</summary>
    GlossaryTerm? TermAt(string link, List<GlossaryTerm> glossary)
    {
        if (link.Split('#', 2) is not [var file, var anchor] || (file.Length > 0 && PackPath.Resolve(_path, file) != GlossaryText.Path))
        {
            return null;
        }

        return glossary.Find(t => t.Anchor == anchor);
    }

    /// <summary>Of a text the one section that a link means.</summary>
    static string Part(string text, string link)
    {
        if (link.Split('#', 2) is not [_, var anchor])
        {
            return text;
        }

        var lines = text.Split('\n');
        var first = Array.FindIndex(lines, l => l.StartsWith("## ", StringComparison.Ordinal) && GlossaryText.AnchorOf(l[3..]) == anchor);
        var next = first < 0 ? -1 : Array.FindIndex(lines, first + 1, l => l.StartsWith("## ", StringComparison.Ordinal));
        return first < 0 ? text : string.Join('\n', lines[first..(next < 0 ? lines.Length : next)]);
    }
}
