using System.Text;
using Tutor.Core.Levels;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;

namespace Tutor.Cli;

/// <summary>Reads what people hand in: files of 'tutor export', its codes in whatever text they were pasted into, and <c>-</c> for standard input.</summary>
static class ExportInput
{
    /// <summary>The exports in a file: one, or one for each code in it. What cannot be read is told.</summary>
    public static IReadOnlyList<SourceText> Read(string path, CliHost host, DiagnosticBag problems)
    {
        var (bytes, unreadable) = path == "-" ? InputFile.ReadBytes(host.In, ExportFile.MostBytes, "standard input") : InputFile.ReadBytes(path, ExportFile.MostBytes);
        if (bytes is null)
        {
            problems.Add(unreadable!);
            return [];
        }

        var name = path == "-" ? "standard input" : path;
        if (bytes.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            problems.Add(InputFile.Problem(FileCodes.NotText, name, "this is the database of somebody's progress, and not an export of it",
                "'tutor export --data FOLDER' writes one, with the folder that this file lies in"));
            return [];
        }

        // A chat may insert marks that turn the direction of writing. They are no part of a code, and must not be shown.
        var pasted = Encoding.UTF8.GetString(bytes);
        if (pasted.AsSpan().TrimStart("\ufeff \t\r\n") is not ['{', ..] && ExportCode.IsIn(pasted))
        {
            return ExportCode.ReadAll(SourceText.From(name, ControlCharacters.Neutralise(pasted)), problems);
        }

        var (text, problem) = InputFile.Decode(name, bytes);
        if (text is null)
        {
            problems.Add(problem!);
            return [];
        }

        return [text];
    }
}
