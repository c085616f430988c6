using Tutor.Terminal;
using Xunit;

namespace Tutor.Tests.Terminal;

public sealed class TerminalClipboardTests
{
    readonly List<string> _sent = [];
    readonly List<string> _kept = [];

    [Fact]
    public void A_terminal_that_says_it_has_a_clipboard_gets_the_text_and_no_file_is_kept()
    {
        var clipboard = Clipboard(("copied.txt", null));
        clipboard.IsSure = true;
        Assert.Equal("Copied.", clipboard.Copy("mapping\n"));
        Assert.Equal(["\e]52;c;bWFwcGluZwo=\a"], _sent);
        Assert.Empty(_kept);
    }

    [Fact]
    public void One_that_says_nothing_gets_it_too_and_the_text_is_kept_as_a_file()
    {
        Assert.Contains("kept in here/copied.txt", Clipboard(("here/copied.txt", null)).Copy("mapping"), StringComparison.Ordinal);
        Assert.Single(_sent);
        Assert.Equal(["copied.txt: mapping"], _kept);
    }

    [Fact]
    public void A_file_that_cannot_be_kept_is_said_with_its_reason() =>
        Assert.Contains("not kept as a file: the disk is full", Clipboard((null, "the disk is full")).Copy("mapping"), StringComparison.Ordinal);

    TerminalClipboard Clipboard((string?, string?) becomes)
    {
        var clipboard = new TerminalClipboard((name, text) =>
        {
            _kept.Add($"{name}: {text}");
            return becomes;
        });
        clipboard.Attach(_sent.Add);
        return clipboard;
    }
}
