using System.Text;
using System.Text.Json;
using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>
/// Reads what <c>tutor export</c> writes, of this version or an earlier one. Whatever is wrong becomes a diagnostic
/// with its place, and the rows behind a broken one are read all the same.
/// </summary>
sealed class ExportFile
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Attempts, and events, in a file.</summary>
    public const int MostAttempts = 50_000;

    /// <summary>Broken rows after which the rest is not read: this is no damage but another kind of file.</summary>
    public const int MostBroken = 100;

    readonly SourceText _source;
    readonly byte[] _bytes;
    readonly DiagnosticBag _problems;
    readonly DateTimeOffset _latest;
    readonly List<ClaimedAttempt> _attempts = [];
    readonly List<ClaimedEvent> _events = [];
    readonly List<string> _names = [];
    int _schema;

    // Bytes are counted in characters from the last place that was asked for: places only ascend.
    int _countedBytes;
    int _countedChars;

    ExportFile(SourceText source, DiagnosticBag problems, DateTimeOffset latest)
    {
        _source = source;
        _bytes = Encoding.UTF8.GetBytes(source.Text);
        _problems = problems;
        _latest = latest;
    }

    /// <summary>In the order of the file, re-runs too.</summary>
    public IReadOnlyList<ClaimedAttempt> Attempts => _attempts;

    /// <summary>In the order of the file; none in a file of schema 1.</summary>
    public IReadOnlyList<ClaimedEvent> Events => _events;

    /// <summary>Who played, as they were named when the file was written.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of the data folder that the file comes from, or null.</summary>
    public string? Folder { get; private set; }

    /// <param name="latest">No attempt can be later than this; null: any can.</param>
    public static ExportFile Read(SourceText source, DiagnosticBag problems, DateTimeOffset? latest = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        var file = new ExportFile(source, problems, latest ?? DateTimeOffset.MaxValue);
        file.ReadObject();
        return file;
    }

    /// <summary>Key by key: the lists are read row by row, so that one broken row does not hide the others.</summary>
    void ReadObject()
    {
        var at = _bytes.AsSpan().IndexOfAnyExcept(" \t\r\n"u8);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (at < 0 || _bytes[at] != '{')
        {
            NoExport(0);
            return;
        }

        at++;
        try
        {
            while ((at = SkipTo(at)) < _bytes.Length && _bytes[at] != '}')
            {
                var keyAt = at;
                var key = ReadKey(ref at);
                if (!keys.Add(key))
                {
                    Report(ExportCodes.NotAnExport, keyAt, $"'{(key.Length > 40 ? key[..40] : key)}' stands here a second time: this one is not read",
                        "export it again");
                    SkipValue(ref at);
                }
                else if (ReadValue(key, keyAt, ref at))
                {
                    return;
                }
            }

            var hasEnd = at < _bytes.Length && _bytes.AsSpan(at + 1).IndexOfAnyExcept(" \t\r\n"u8) < 0;
            if (!keys.Contains("attempts") || _schema == 0)
            {
                NoExport(at);
            }
            else if (!hasEnd)
            {
                ReportTail(at);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            if (keys.Contains("attempts") && _schema != 0)
            {
                ReportTail(at);
            }
            else
            {
                NoExport(at);
            }
        }
    }

    /// <summary>True when nothing more is to be read.</summary>
    bool ReadValue(string key, int keyAt, ref int at)
    {
        var isList = at < _bytes.Length && _bytes[at] == '[';
        switch (key)
        {
            case "schema":
                var number = new Utf8JsonReader(_bytes.AsSpan(at));
                number.Read();
                if (number.TokenType == JsonTokenType.Number && number.TryGetInt32(out _schema) && _schema > Export.Schema)
                {
                    Report(ExportCodes.NotAnExport, keyAt, $"its schema is {_schema}, and this tutor reads up to {Export.Schema}", "update tutor");
                    return true;
                }

                at += (int)number.BytesConsumed;
                return false;
            case "attempts" when _schema > 0 && !isList:
                NoExport(at);
                return true;
            case "attempts" when _schema > 0:
                return ReadRows(ref at, TakeAttempt);
            case "events" when _schema > 1 && isList:
                return ReadRows(ref at, TakeEvent);
            case "names" when isList:
                ReadNames(ref at);
                return false;
            case "folder" when at < _bytes.Length && _bytes[at] == '"':
                Folder = ReadText(ref at);
                return false;
            default:
                SkipValue(ref at);
                return false;
        }
    }

    string? TakeAttempt(ExportedRow row)
    {
        var (attempt, problem) = row.ReadAttempt();
        _attempts.AddRange(attempt is null ? [] : [attempt]);
        return problem;
    }

    string? TakeEvent(ExportedRow row)
    {
        var (happened, problem) = row.ReadEvent();
        _events.AddRange(happened is null ? [] : [happened]);
        return problem;
    }

    /// <param name="read">Reads a row; what is wrong with it, or null.</param>
    /// <returns>True when nothing more is to be read.</returns>
    bool ReadRows(ref int at, Func<ExportedRow, string?> read)
    {
        var (count, broken) = (0, 0);
        at++;
        while ((at = SkipTo(at)) < _bytes.Length && _bytes[at] != ']')
        {
            if (count == MostAttempts)
            {
                Report(ExportCodes.TooMany, at, $"more than {MostAttempts:N0} in one list: the rest is not read", "split the file");
                return true;
            }

            var row = new ExportedRow(_source, _bytes, at, CharOf(at), _latest);
            if (read(row) is { } problem)
            {
                Report(ExportCodes.BrokenAttempt, at, problem, "it is left out, and the others are read; export it again if it matters");
                if (++broken == MostBroken)
                {
                    Report(ExportCodes.TooMany, at, $"{MostBroken} broken attempts: the rest is not read", "is it the right file?");
                    return true;
                }
            }
            else
            {
                count++;
            }

            at = row.End;
        }

        if (at >= _bytes.Length)
        {
            Report(ExportCodes.BrokenAttempt, _bytes.Length, "the file ends before its list of attempts does",
                "export it again: what is missing cannot be known");
            return true;
        }

        at++;
        return false;
    }

    void ReadNames(ref int at)
    {
        var reader = new Utf8JsonReader(_bytes.AsSpan(at));
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var name = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
            var problem = reader.TokenType != JsonTokenType.String ? "a name is no text"
                : _names.Count == PlayerNames.Most ? "there are too many names" : PlayerNames.ProblemOf(name);
            if (problem is null)
            {
                _names.Add(name);
            }
            else
            {
                Report(ExportCodes.NoName, at + (int)reader.TokenStartIndex, problem, "it is left out; export it again with another --name");
                reader.Skip();
            }
        }

        at += (int)reader.BytesConsumed;
    }

    string ReadKey(ref int at)
    {
        var key = ReadText(ref at);
        at = SkipTo(at);
        if (at >= _bytes.Length || _bytes[at] != ':')
        {
            throw new JsonException("no colon behind a key");
        }

        var value = _bytes.AsSpan(at + 1).IndexOfAnyExcept(" \t\r\n"u8);
        at = value < 0 ? _bytes.Length : at + 1 + value;
        return key;
    }

    string ReadText(ref int at)
    {
        var reader = new Utf8JsonReader(_bytes.AsSpan(at));
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("no text");
        }

        at += (int)reader.BytesConsumed;
        return reader.GetString()!;
    }

    void SkipValue(ref int at)
    {
        var reader = new Utf8JsonReader(_bytes.AsSpan(at));
        reader.Read();
        reader.Skip();
        at += (int)reader.BytesConsumed;
    }

    /// <summary>The next byte that is neither space nor comma.</summary>
    int SkipTo(int at)
    {
        var found = _bytes.AsSpan(at).IndexOfAnyExcept(" \t\r\n,"u8);
        return found < 0 ? _bytes.Length : at + found;
    }

    void NoExport(int at) => Report(ExportCodes.NotAnExport, at, "this is not what 'tutor export' writes: no list of attempts",
        "name a file that 'tutor export FILE' made");

    void ReportTail(int at) => Report(ExportCodes.BrokenAttempt, at,
        "behind the list of attempts stands what is not JSON: there may be more attempts in it", "export it again");

    void Report(DiagnosticCode code, int at, string message, string help) =>
        _problems.Report(code, _source, new TextSpan(CharOf(at), 0), message, help);

    int CharOf(int at)
    {
        _countedChars += Encoding.UTF8.GetCharCount(_bytes, _countedBytes, at - _countedBytes);
        _countedBytes = at;
        return _countedChars;
    }
}
