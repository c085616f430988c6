using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>Recognises what was copied from a patch or a mail together with its marks.</summary>
static class PastedText
{
    /// <summary>One diagnostic in place of the many that every mark would give; null for a text without such marks.</summary>
    public static Diagnostic? Find(SourceText source)
    {
        var text = source.Text;
        var start = 0;
        var quoted = 0;
        var first = default(TextSpan);
        for (; start < text.Length; start = EndOfLine(text, start) + 1)
        {
            var line = text.AsSpan(start, EndOfLine(text, start) - start).TrimEnd();
            if (line.IsEmpty)
            {
                continue;
            }

            if (IsPatchLine(line))
            {
                return new Diagnostic(SyntaxCodes.PatchText, source, new TextSpan(start, line.Length), "this is a piece of a patch",
                    "paste the whole function as it stands once the patch is in: without '@@', without the lines that begin "
                    + "with '-', without the column of '+'");
            }

            if (line[0] != '>')
            {
                return null;
            }

            first = quoted++ == 0 ? new TextSpan(start, 1) : first;
        }

        return quoted == 0 ? null
            : new Diagnostic(SyntaxCodes.PatchText, source, first, "this is quoted from a mail", "take the '>' before each line away");
    }

    static bool IsPatchLine(ReadOnlySpan<char> line) => line.StartsWith("@@ -") || line.StartsWith("diff --git ")
        || line.StartsWith("--- a/") || line.StartsWith("+++ b/");

    static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
}
