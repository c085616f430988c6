using System.Globalization;
using System.Text;
using CsCheck;
using Tutor.Core.Play;
using Tutor.Core.Text;
using Tutor.Game.Playing.Progress;
using Xunit;

namespace Tutor.Game.Tests.Progress;

/// <summary>An export as text for a chat.</summary>
public sealed class ExportCodeTests
{
    /// <summary>What chats and mail put at the beginning of a line.</summary>
    static readonly string[] Marks = ["", "> ", ">> ", "    ", "> > ", "| "];

    [Fact]
    public void What_goes_in_comes_out()
    {
        var (texts, problems) = Read(ExportCode.Write(Json(3)));
        Assert.Empty(problems);
        Assert.Equal(Json(3), Assert.Single(texts).Text);
    }

    [Fact]
    public void Broken_quoted_and_stretched_by_a_chat_it_is_still_the_same() => (
        from attempts in Gen.Int[0, 30]
        from width in Gen.Int[24, 90]
        from mark in Gen.Int[0, Marks.Length - 1]
        from blanks in Gen.Bool
        from isWindows in Gen.Bool
        select (attempts, width, mark: Marks[mark], blanks, lineBreak: isWindows ? "\r\n" : "\n")).Sample(chat =>
    {
        var pasted = AsChatShowsIt(ExportCode.Write(Json(chat.attempts)), chat.width, chat.mark, chat.blanks, chat.lineBreak);
        var (texts, problems) = Read($"Ada wrote:{chat.lineBreak}{pasted}{chat.lineBreak}see you!");
        return problems is [] && texts is [var text] && text.Text == Json(chat.attempts);
    }, iter: 300);

    [Fact]
    public void A_changed_letter_a_lost_line_and_a_lost_end_are_told_with_their_place() => (
        from at in Gen.Int[0, 2000]
        from how in Gen.Int[0, 2]
        select (at, how)).Sample(damage =>
    {
        var code = ExportCode.Write(Json(12));
        var first = code.IndexOf('\n', StringComparison.Ordinal) + 1;
        var last = code.LastIndexOf("[tutor-export", StringComparison.Ordinal);
        var at = first + (damage.at % (last - first - 2));
        at += code[at] == '\n' ? 1 : 0;
        var damaged = damage.how switch
        {
            0 => $"{code[..at]}{(code[at] == 'A' ? 'B' : 'A')}{code[(at + 1)..]}",
            1 => code.Remove(at, 1),
            _ => code[..at],
        };
        var (texts, problems) = Read($"from Ada\n{damaged}");
        return texts is [] && problems is [{ Location.Start.Line: 2 } problem] && problem.Code == ExportCodes.DamagedCode;
    }, iter: 200);

    [Fact]
    public void Every_code_in_the_log_of_a_chat_is_read_and_a_damaged_one_hides_no_other()
    {
        var damaged = ExportCode.Write(Json(2)).Replace("begin]\n", "begin]\nx", StringComparison.Ordinal);
        var (texts, problems) = Read($"Ada: {ExportCode.Write(Json(1))}\nBob: {damaged}\nEve: {ExportCode.Write(Json(3))}");
        Assert.Equal([Json(1), Json(3)], texts.Select(t => t.Text));
        Assert.Contains("1 letters too many", Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("tutor-export and nothing else", "no beginning")]
    [InlineData("[tutor-export v7 4 begin]\nAAAA\n[tutor-export 63c1dd95 end]", "of version 7")]
    [InlineData("[tutor-export v1 4 begin]\nAAAA\n[tutor-export 63c1dd95 end]", "cannot be unpacked")]
    [InlineData("[tutor-export v1 999999999 begin]\n[tutor-export 63c1dd95 end]", "999,999,999 letters of the code are missing")]
    public void What_is_no_whole_code_is_told(string text, string told) => Assert.Contains(told, Assert.Single(Read(text).Problems).Message);

    [Fact]
    public void What_unpacks_to_more_than_a_file_may_have_is_refused()
    {
        var code = ExportCode.Write(new string(' ', ExportFile.MostBytes + 1));
        Assert.Contains("unpacks to more than 16 MiB", Assert.Single(Read(code).Problems).Message);
    }

    static (IReadOnlyList<SourceText> Texts, IReadOnlyList<Diagnostic> Problems) Read(string text)
    {
        var problems = new DiagnosticBag();
        return (ExportCode.ReadAll(SourceText.From("chat.txt", text), problems), problems.ToImmutable());
    }

    static string Json(int attempts) => new Export(
        [.. Enumerable.Range(0, attempts).Select(i => new Attempt("own-reference", 1, string.Create(CultureInfo.InvariantCulture, $"folio_ref_count(folio) > {i} && !mapping"), "fail")
            { At = DateTimeOffset.UnixEpoch.AddMinutes(i) })], []) { Names = ["Ada", "Jürgen 😀"] }.Write();

    static string AsChatShowsIt(string code, int width, string mark, bool blanks, string lineBreak)
    {
        var shown = new StringBuilder();
        foreach (var line in code.TrimEnd('\n').Split('\n').SelectMany(l => l[0] == '[' ? [l] : l.Chunk(width).Select(c => new string(c))))
        {
            shown.Append(mark).Append(line).Append(lineBreak).Append(blanks ? mark + lineBreak : "");
        }

        return shown.ToString();
    }
}
