using System.Globalization;
using System.Text;
using System.Text.Json;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>Reads one attempt of a file from its first byte on.</summary>
/// <param name="at">That byte.</param>
/// <param name="firstChar">The same place in characters.</param>
sealed class ExportedAttempt(SourceText source, byte[] bytes, int at, int firstChar)
{
    /// <summary>Characters of a value that a message repeats.</summary>
    const int MostShown = 40;

    readonly Dictionary<string, (string Text, TextSpan Span)> _texts = new(StringComparer.Ordinal);
    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    string? _twice;

    /// <summary>The attempt, or what is wrong; and where the next one may begin.</summary>
    public (ClaimedAttempt? Attempt, int End, string? Problem) Read()
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(at));
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return (null, NextLine(), "an attempt is written in braces: { … }");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                Take(name, ref reader);
            }

            var end = at + (int)reader.BytesConsumed;
            var (attempt, problem) = Whole();
            return (attempt, end, problem);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is an InvalidOperationException, everything else a JsonException.
            var line = source.PositionOf(CharOf((int)reader.BytesConsumed)).Line;
            return (null, NextLine(), string.Create(CultureInfo.InvariantCulture, $"this attempt is not whole JSON: it breaks off in line {line}"));
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

    (ClaimedAttempt? Attempt, string? Problem) Whole()
    {
        if (_twice is not null)
        {
            // Two attempts that a damage made one would be told as one otherwise.
            return (null, $"this attempt has '{(_twice.Length > MostShown ? _twice[..MostShown] : _twice)}' twice");
        }

        foreach (var name in new[] { "level", "revision", "predicate", "verdict", "at" })
        {
            if (!_texts.ContainsKey(name))
            {
                return (null, $"this attempt has no '{name}'");
            }
        }

        if (!int.TryParse(_texts["revision"].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return (null, $"the revision '{Short("revision")}' is no number");
        }

        if (VerdictWords.Rank(_texts["verdict"].Text) < 0)
        {
            return (null, $"there is no verdict '{Short("verdict")}'");
        }

        if (!DateTimeOffset.TryParse(_texts["at"].Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when))
        {
            return (null, $"the time '{Short("at")}' cannot be read");
        }

        if (_texts["predicate"].Text.AsSpan().ContainsAnyInRange('\0', '\b'))
        {
            return (null, "the predicate holds control characters");
        }

        var option = _texts.GetValueOrDefault("option");
        var attempt = new Attempt(_texts["level"].Text, revision, _texts["predicate"].Text, _texts["verdict"].Text,
            How: AttemptHow.Imported, Option: option.Text) { At = when };
        return (new ClaimedAttempt(attempt, source, _texts["level"].Span, _texts["revision"].Span, _texts["predicate"].Span,
            _texts["verdict"].Span, option.Span), null);
    }

    string Short(string name) => _texts[name].Text is { Length: > MostShown } text ? text[..MostShown] + "…" : _texts[name].Text;

    int CharOf(int offset) => firstChar + Encoding.UTF8.GetCharCount(bytes, at, Math.Min(offset, bytes.Length - at));

    /// <summary>The next line that begins with a brace: what lies between belongs to the broken attempt.</summary>
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
