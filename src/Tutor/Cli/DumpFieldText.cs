using Tutor.Cli.Json;
using Tutor.Core.Dumps;

namespace Tutor.Cli;

/// <summary>What <c>tutor explain</c> says of a field of page dumps.</summary>
static class DumpFieldText
{
    /// <summary>The rows of the field in the table of formats; null when no release prints it.</summary>
    public static string? Of(string name)
    {
        var rows = DumpFormats.Fields.Where(f => f.Name == name.TrimEnd(':')).ToList();
        return rows.Count == 0 ? null : string.Join('\n', rows.Select(f =>
            $"In a page dump, {LineOf(f)}, {f.Releases}{(f.IsChecked ? "" : " (not checked)")}: {f.About}"));
    }

    /// <summary>An answer of its own, or one that goes on where the glossary ended.</summary>
    public static ExplainReport? Beside(ExplainReport? answer, string topic) =>
        Of(topic) is not { } text ? answer
        : answer is null ? new ExplainReport(topic.TrimEnd(':'), "dump field", $"{topic.TrimEnd(':')}, a field of page dumps", text)
        : answer with { Text = $"{answer.Text.TrimEnd()}\n\n{text}" };

    static string LineOf(DumpField field) => field.Part switch
    {
        DumpPart.First => "on the line 'page:'",
        DumpPart.Head => "on the line 'head:' of a compound page",
        DumpPart.Memcg or DumpPart.Aops or DumpPart.Type or DumpPart.Flags or DumpPart.PageType or DumpPart.Raw or DumpPart.HeadRaw
            or DumpPart.Reason => "a line of its own",
    };
}
