using System.Text;
using System.Text.Json;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>An attempt as a file claims it, with the places of what may be wrong about it.</summary>
sealed record ClaimedAttempt(
    Attempt Attempt, SourceText Source, TextSpan LevelSpan, TextSpan RevisionSpan, TextSpan PredicateSpan,
    TextSpan VerdictSpan, TextSpan OptionSpan);

/// <summary>
/// Reads what <c>tutor export</c> writes. Whatever is wrong becomes a diagnostic with its place, and the attempts
/// behind a broken one are read all the same.
/// </summary>
sealed class ExportFile
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Attempts in a file.</summary>
    public const int MostAttempts = 50_000;

    /// <summary>Broken attempts after which the rest is not read: this is no damage but another kind of file.</summary>
    public const int MostBroken = 100;

    /// <summary>Version of the shape that is read.</summary>
    const int Schema = 1;

    readonly SourceText _source;
    readonly byte[] _bytes;
    readonly DiagnosticBag _problems;
    readonly List<ClaimedAttempt> _attempts = [];

    // Bytes are counted in characters from the last place that was asked for: places only ascend.
    int _countedBytes;
    int _countedChars;

    ExportFile(SourceText source, DiagnosticBag problems)
    {
        _source = source;
        _bytes = Encoding.UTF8.GetBytes(source.Text);
        _problems = problems;
    }

    /// <summary>The attempts of a file, in its order.</summary>
    public static IReadOnlyList<ClaimedAttempt> Read(SourceText source, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var file = new ExportFile(source, problems);
        if (file.FindAttempts() is { } start)
        {
            file.ReadAttempts(start);
        }

        return file._attempts;
    }

    /// <summary>Where the list begins; null when this is no export.</summary>
    int? FindAttempts()
    {
        var schema = 0;
        var reader = new Utf8JsonReader(_bytes);
        try
        {
            var isObject = reader.Read() && reader.TokenType == JsonTokenType.StartObject;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isSchema = reader.ValueTextEquals("schema"u8);
                var isAttempts = reader.ValueTextEquals("attempts"u8);
                reader.Read();
                if (isSchema && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out schema) && schema > Schema)
                {
                    NoExport(reader.TokenStartIndex, $"its schema is {schema}, and this tutor reads {Schema}", "update tutor");
                    return null;
                }

                if (isAttempts && schema == Schema && reader.TokenType == JsonTokenType.StartArray)
                {
                    return (int)reader.BytesConsumed;
                }

                reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The same as a file of another shape: what is said below.
        }

        NoExport(reader.TokenStartIndex, "this is not what 'tutor export' writes: no list of attempts",
            "name a file that 'tutor export FILE' made");
        return null;
    }

    void NoExport(long at, string message, string help) =>
        _problems.Report(ExportCodes.NotAnExport, _source, new TextSpan(CharOf((int)at), 0), message, help);

    void ReadAttempts(int at)
    {
        var broken = 0;
        while ((at = SkipTo(at)) < _bytes.Length && _bytes[at] != ']')
        {
            if (_attempts.Count == MostAttempts)
            {
                Report(ExportCodes.TooMany, at, $"more than {MostAttempts:N0} attempts: the rest is not read", "split the file");
                return;
            }

            var (attempt, end, problem) = new ExportedAttempt(_source, _bytes, at, CharOf(at)).Read();
            if (attempt is not null)
            {
                _attempts.Add(attempt);
                at = end;
                continue;
            }

            Report(ExportCodes.BrokenAttempt, at, problem!, "it is left out, and the others are read; export it again if it matters");
            if (++broken == MostBroken)
            {
                Report(ExportCodes.TooMany, at, $"{MostBroken} broken attempts: the rest is not read", "is it the right file?");
                return;
            }

            at = end;
        }

        if (at >= _bytes.Length)
        {
            Report(ExportCodes.BrokenAttempt, _bytes.Length, "the file ends before its list of attempts does",
                "export it again: what is missing cannot be known");
        }
        else if (!IsWholeBehind(at + 1))
        {
            Report(ExportCodes.BrokenAttempt, at + 1, "behind the list of attempts stands what is not JSON: there may be more attempts in it",
                "export it again");
        }
    }

    /// <summary>Whether the object that the list is in ends well; further keys may stand there.</summary>
    bool IsWholeBehind(int listEnd)
    {
        byte[] rest = [.. "{\"\":0"u8, .. _bytes.AsSpan(listEnd)];
        var reader = new Utf8JsonReader(rest);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The next byte that is neither space nor comma.</summary>
    int SkipTo(int at)
    {
        var found = _bytes.AsSpan(at).IndexOfAnyExcept(" \t\r\n,"u8);
        return found < 0 ? _bytes.Length : at + found;
    }

    void Report(DiagnosticCode code, int at, string message, string help) =>
        _problems.Report(code, _source, new TextSpan(CharOf(at), 0), message, help);

    int CharOf(int at)
    {
        _countedChars += Encoding.UTF8.GetCharCount(_bytes, _countedBytes, at - _countedBytes);
        _countedBytes = at;
        return _countedChars;
    }
}
