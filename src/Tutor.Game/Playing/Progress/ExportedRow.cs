using System.Globalization;
using System.Text;
using System.Text.Json;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>An attempt as a file claims it, with the places of what may be wrong about it.</summary>
sealed record ClaimedAttempt(
    Attempt Attempt, SourceText Source, TextSpan LevelSpan, TextSpan RevisionSpan, TextSpan PredicateSpan,
    TextSpan VerdictSpan, TextSpan OptionSpan);

/// <summary>An event as a file claims it, with the place of its level.</summary>
sealed record ClaimedEvent(PlayerEvent Event, SourceText Source, TextSpan LevelSpan);

/// <summary>Reads one attempt or event of a file from its first byte on.</summary>
/// <param name="at">That byte.</param>
/// <param name="firstChar">The same place in characters.</param>
/// <param name="latest">A time behind it is of the future.</param>
sealed class ExportedRow(SourceText source, byte[] bytes, int at, int firstChar, DateTimeOffset latest)
{
    /// <summary>Texts that name something by its id.</summary>
    static readonly string[] Ids = ["level", "option", "detail"];

    /// <summary>Characters of a value that a message repeats.</summary>
    const int MostShown = 40;

    /// <summary>Characters of an id; the longest shipped has a tenth of it.</summary>
    const int MostOfAnId = 400;

    readonly Dictionary<string, (string Text, TextSpan Span)> _texts = new(StringComparer.Ordinal);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    string? _twice;

    /// <summary>Where the next row may begin.</summary>
    public int End { get; private set; }

    /// <summary>The attempt, or what is wrong.</summary>
    public (ClaimedAttempt? Attempt, string? Problem) ReadAttempt()
    {
        if (Problem("attempt", ["level", "revision", "predicate", "verdict", "at"]) is { } problem)
        {
            return (null, problem);
        }

        if (VerdictWords.Rank(Text("verdict")) < 0)
        {
            return (null, $"there is no verdict '{Short("verdict")}'");
        }

        if (Text("predicate").Any(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
        {
            return (null, "the predicate holds control characters");
        }

        DateTimeOffset? rerunOf = null;
        if (_texts.ContainsKey("rerun_of") && (rerunOf = Time("rerun_of")) is null)
        {
            return (null, $"the time '{Short("rerun_of")}' cannot be read");
        }

        var option = _texts.GetValueOrDefault("option");
        var how = _texts.TryGetValue("how", out var word) ? AttemptHows.Find(word.Text) : option.Text is null ? AttemptHow.Typed : AttemptHow.Option;
        var attempt = new Attempt(Text("level"), Revision, Text("predicate"), Text("verdict"), How: how, Option: option.Text)
        {
            At = Time("at")!.Value,
            RerunOf = rerunOf,
        };
        return (new ClaimedAttempt(attempt, source, Span("level"), Span("revision"), Span("predicate"), Span("verdict"), option.Span), null);
    }

    /// <summary>The event, or what is wrong.</summary>
    public (ClaimedEvent? Event, string? Problem) ReadEvent()
    {
        if (Problem("event", ["kind", "level", "revision", "at"]) is { } problem)
        {
            return (null, problem);
        }

        if (PlayerEventKinds.Find(Text("kind")) is not { } kind || kind is PlayerEventKind.Imported or PlayerEventKind.ImportTakenBack)
        {
            return (null, $"no event that is exported is called '{Short("kind")}'");
        }

        var detail = _texts.GetValueOrDefault("detail").Text ?? "";
        return (new ClaimedEvent(new PlayerEvent(kind, Text("level"), Revision, detail) { At = Time("at")!.Value }, source, Span("level")), null);
    }

    int Revision => int.Parse(Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Reads the row; what is wrong with the keys that every kind of row has.</summary>
    string? Problem(string what, string[] needed)
    {
        if (ReadTexts(what) is { } broken)
        {
            return broken;
        }

        if (_twice is not null)
        {
            // If damage merged two rows, that is reported, and they are not read as one.
            return $"this {what} has '{(_twice.Length > MostShown ? _twice[..MostShown] : _twice)}' twice";
        }

        if (Array.Find(needed, name => !_texts.ContainsKey(name)) is { } missing)
        {
            return $"this {what} has no '{missing}'";
        }

        if (!int.TryParse(Text("revision"), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return $"the revision '{Short("revision")}' is no number";
        }

        if (Time("at") is not { } when)
        {
            return $"the time '{Short("at")}' cannot be read";
        }

        if (when > latest)
        {
            return $"the time '{Short("at")}' is in the future";
        }

        var odd = Ids.FirstOrDefault(name => _texts.TryGetValue(name, out var id) && !IsId(id.Text));
        return odd is null ? null : $"'{odd}' of this {what} is no id: it is too long, or holds control characters";
    }

    string? ReadTexts(string what)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(at));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                End = NextLine();
                return $"an {what} is written in braces: {{ … }}";
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                Take(name, ref reader);
            }

            End = at + (int)reader.BytesConsumed;
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is an InvalidOperationException, everything else a JsonException.
            var line = source.PositionOf(CharOf((int)reader.BytesConsumed)).Line;
            End = NextLine();
            return string.Create(CultureInfo.InvariantCulture, $"this {what} is not whole JSON: it breaks off in line {line}");
        }
    }

    void Take(string name, ref Utf8JsonReader reader)
    {
        _twice ??= _names.Add(name) ? null : name;
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
            var start = CharOf((int)reader.TokenStartIndex);
            _texts[name] = (text, TextSpan.FromBounds(start, CharOf((int)reader.BytesConsumed)));
        }
        else
        {
            reader.Skip();
        }
    }

    string Text(string name) => _texts[name].Text;

    TextSpan Span(string name) => _texts[name].Span;

    DateTimeOffset? Time(string name) =>
        DateTimeOffset.TryParse(Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Ids appear in messages, so they must have no characters that a terminal obeys or that turn the reading direction.</summary>
    static bool IsId(string text) => text.Length <= MostOfAnId
        && !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Surrogate);

    string Short(string name)
    {
        var text = new string([.. Text(name).Select(c => char.IsControl(c) ? '?' : c)]);
        return text.Length > MostShown ? text[..MostShown] + "…" : text;
    }

    int CharOf(int offset) => firstChar + Encoding.UTF8.GetCharCount(bytes, at, Math.Min(offset, bytes.Length - at));

    /// <summary>Finds the next line that begins with a brace. The lines before it belong to the broken row.</summary>
    int NextLine()
    {
        for (var next = at; (next = Array.IndexOf(bytes, (byte)'\n', next) + 1) > 0;)
        {
            var brace = bytes.AsSpan(next).IndexOfAnyExcept(" \t\r"u8);
            if (brace >= 0 && bytes[next + brace] is (byte)'{' or (byte)']')
            {
                return next + brace;
            }
        }

        return bytes.Length;
    }
}
