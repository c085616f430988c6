using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Core.Levels;
using Tutor.Core.Scenarios.Recordings;
using Tutor.Core.Text;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>
/// The recording that a command line names: a file, one of the pack's maps (<c>vfio-p1</c>), or the recorded map of a
/// level, by the level, the map's id or both (<c>recorded-guest</c>, <c>guest</c>, <c>recorded-guest/guest</c>).
/// </summary>
static class RecordingChoice
{
    public static (Recording? Recording, ImmutableArray<Diagnostic> Problems) Read(string name, ParseResult parsed, CliHost host)
    {
        if (Path.Exists(name))
        {
            var (own, unreadable) = InputFile.ReadBytes(name, InputFile.MostRecordingBytes);
            return own is null ? (null, [unreadable!]) : Recording.Read(name, own);
        }

        var (pack, file, problem) = Find(name, parsed, host);
        if (pack is null || file is null)
        {
            return (null, [problem!]);
        }

        var (bytes, missing) = pack.ReadBytes(file);
        return bytes is null ? (null, [missing!]) : Recording.Read(pack.Locate(file).Path ?? file, bytes);
    }

    static (PackFolder? Pack, string? File, Diagnostic? Problem) Find(string name, ParseResult parsed, CliHost host)
    {
        if (PackChoice.Of(parsed, host) is not { } pack)
        {
            return (null, null, Missing(name, "name a file"));
        }

        if (!name.Contains('/', StringComparison.Ordinal)
            && (InMaps(pack, name) ?? InMaps(pack, $"{name}.csv.gz") ?? InMaps(pack, $"{name}.c1.csv.gz")) is { } file)
        {
            return (pack, file, null);
        }

        var recorded = LibraryChoice.Open(pack, host).Catalog.Entries.Select(e => e.Level).OfType<Level>()
            .SelectMany(l => l.Maps.Where(m => m.Recorded is not null).Select(m => (Level: l.Id, Map: m.Id, File: m.Recorded!.Text)))
            .ToList();
        var found = recorded.Where(r => name == r.Level || name == r.Map || name == $"{r.Level}/{r.Map}").ToList();
        if (found.Select(r => r.File).Distinct().ToList() is [var one])
        {
            return (pack, one, null);
        }

        var near = Suggestions.Nearest(name, recorded.SelectMany(r => new[] { r.Level, r.Map }));
        return (null, null, Missing(name, found.Count > 0 ? $"'{name}' could be {Listed(found)}"
            : $"{(near is null ? "name a .csv.gz file" : $"did you mean '{near}'? Name a .csv.gz file")}, or a recorded map of a level: {Listed(recorded)}"));
    }

    static string Listed(IEnumerable<(string Level, string Map, string File)> maps) =>
        string.Join(", ", maps.Select(r => $"{r.Level}/{r.Map}"));

    static string? InMaps(PackFolder pack, string file) =>
        pack.Locate($"maps/{file}").Path is null ? null : $"maps/{file}";

    static Diagnostic Missing(string name, string help) =>
        new(FileCodes.Missing, SourceText.From(name, ""), new TextSpan(0, 0), "there is no such recording", help);
}
