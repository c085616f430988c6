using System.Text;
using Tutor.Terminal.Input;
using Xunit;

namespace Tutor.Tests.Terminal;

public sealed class InputDecoderTests
{
    static readonly TimeSpan Ms = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void Esc_alone_is_a_key_when_nothing_follows_in_time()
    {
        var decoder = new InputDecoder();
        Assert.Empty(decoder.Feed("\e"u8, 7 * Ms));
        Assert.Equal(7 * Ms + InputDecoder.EscPatience, decoder.Deadline);
        Assert.Empty(decoder.Wait(7 * Ms + InputDecoder.EscPatience - Ms));
        Assert.Equal("Esc", Decoding.Name(decoder.Wait(7 * Ms + InputDecoder.EscPatience)));
        Assert.Null(decoder.Deadline);
    }

    [Fact]
    public void Nothing_is_waited_for_when_nothing_is_held()
    {
        var decoder = new InputDecoder();
        decoder.Feed("a\e[A世"u8, Ms);
        Assert.Null(decoder.Deadline);
    }

    [Theory]
    [InlineData("\ex", "Alt+X", "x")]
    [InlineData("\eé", "Esc", "é")]
    [InlineData("\e\x11", "Ctrl+Alt+Q", "Ctrl+Q")]
    [InlineData("\e\r", "Alt+Enter", "Enter")]
    [InlineData("\e\e[A", "Alt+Up", "Up")]
    public void A_key_behind_Esc_says_both_that_it_may_mean(string sent, string alt, string key)
    {
        var inputs = Decoding.All(sent);
        if (inputs is [EscapedKeyInput escaped])
        {
            Assert.Equal((alt, key), (escaped.Alt.Name, escaped.Key.Name));
        }
        else
        {
            Assert.Equal($"{alt} {key}", Decoding.Name(inputs));
        }
    }

    [Theory]
    [InlineData("\e[", "Alt+[")]
    [InlineData("\eO", "Alt+O")]
    [InlineData("\e]", "Alt+]")]
    [InlineData("\eP", "Alt+P")]
    [InlineData("\e\e", "Esc Esc")]
    [InlineData("\e\ex", "Esc Alt+X")]
    [InlineData("\e[12", "-")]
    [InlineData("\e[1\rx", "Enter x")]
    [InlineData("\e[<0;1", "-")]
    [InlineData("\e]11;rgb:00", "-")]
    [InlineData("\e]junk\e[A", "Up")]
    public void What_is_never_finished_is_given_up(string sent, string keys) => Assert.Equal(keys, Decoding.Name(Decoding.All(sent)));

    [Fact]
    public void The_rest_of_a_cursor_key_that_comes_after_its_Esc_was_taken_is_still_the_cursor_key() =>
        Assert.Equal("Esc Left", Decoding.Name(Decoding.All([[27], "[D"u8.ToArray()], 150 * Ms)));

    [Fact]
    public void Characters_that_are_split_over_reads_arrive_whole()
    {
        var bytes = Encoding.UTF8.GetBytes("é世🧠");
        Assert.Equal("é 世 🧠", string.Join(' ', Decoding.All([.. bytes.Select(b => new[] { b })], Ms).Cast<KeyInput>().Select(k => k.Key.Text)));
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_dropped_and_the_next_key_is_not() =>
        Assert.Equal("a b c", Decoding.Name(Decoding.All([[(byte)'a', 0xff, (byte)'b', 0xc3, (byte)'c']])));

    [Theory]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("世🧠", "世🧠")]
    [InlineData("a\e[Ab", "a\e[Ab")]
    [InlineData("one\e[201~\e[15~two", "one\e[15~two")]
    [InlineData("", "")]
    public void A_paste_is_one_text_and_none_of_it_a_key(string pasted, string text)
    {
        Assert.Equal([new PasteInput(text)], Decoding.All($"\e[200~{pasted}\e[201~"));
        Assert.Equal([new PasteInput(text)], Decoding.All([.. Encoding.UTF8.GetBytes($"\e[200~{pasted}\e[201~").Select(b => new[] { b })], Ms));
    }

    [Fact]
    public void Keys_behind_a_paste_are_keys() =>
        Assert.Equal("PasteInput { Text = a } x Up", Decoding.Name(Decoding.All("\e[200~a\e[201~x\e[A")));

    [Fact]
    public void A_paste_without_end_is_over_when_nothing_more_comes() =>
        Assert.Equal([new PasteInput("abc")], Decoding.All("\e[200~abc"));

    [Fact]
    public void A_paste_of_many_megabytes_ends_where_it_ends()
    {
        var inputs = Decoding.All("\e[200~" + new string('a', 5 << 20) + "\e[201~", "\e[B");
        Assert.Equal(2, inputs.Count);
        Assert.InRange(((PasteInput)inputs[0]).Text.Length, 4_000_000, 4 << 20);
    }

    [Theory]
    [InlineData("\e[<0;5;3M", 4, 2, 0)]
    [InlineData("\e[<64;1;1M", 0, 0, -3)]
    [InlineData("\e[<65;300;200M", 299, 199, 3)]
    [InlineData("\e[<16;5;3M", 4, 2, 0)]
    [InlineData("\e[M %#", 4, 2, 0)]
    public void The_mouse_clicks_and_turns_its_wheel(string sent, int x, int y, int wheel) =>
        Assert.Equal([new MouseInput(x, y, wheel)], Decoding.All(sent));

    [Theory]
    [InlineData("\e[<0;5;3m")]
    [InlineData("\e[<35;5;3M")]
    [InlineData("\e[<2;5;3M")]
    [InlineData("\e[<0;0;0M")]
    [InlineData("\e[<0;99999999999;3M")]
    [InlineData("\e[<M")]
    [InlineData("\e[<0;5M")]
    public void Other_moves_of_the_mouse_are_nothing(string sent) => Assert.Empty(Decoding.All(sent));

    [Theory]
    [InlineData("\e]11;rgb:ffff/ffff/ffff\a", 0xffffff)]
    [InlineData("\e]11;rgb:00/2b/36\e\\", 0x002b36)]
    [InlineData("\e]11;rgba:fdfd/f6f6/e3e3/ffff\a", 0xfdf6e3)]
    [InlineData("\e]11;#102030\a", 0x102030)]
    public void The_background_that_a_terminal_answers_is_read(string sent, int rgb) =>
        Assert.Equal([new BackgroundReply(rgb)], Decoding.All(sent));

    [Theory]
    [InlineData("\eP1$r0;48:2:1:2:3m\e\\", true)]
    [InlineData("\eP1$r48:2::1:2:3m\e\\", true)]
    [InlineData("\eP1$r0;48;2;1;2;3m\e\\", true)]
    [InlineData("\eP1$r0;48;5;16m\e\\", false)]
    public void What_became_of_a_true_colour_is_read(string sent, bool isTrue) =>
        Assert.Equal([new ColourReply(isTrue)], Decoding.All(sent));

    [Fact]
    public void Other_answers_are_read_or_are_nothing()
    {
        Assert.Equal([new KeyboardReply(), new LastReply(HasClipboard: false)], Decoding.All("\e[?1u\e[?62;4c"));
        Assert.Equal([new LastReply(HasClipboard: true)], Decoding.All("\e[?62;4;52c"));
        Assert.Empty(Decoding.All("\e]11;?\a\e]10;rgb:1/2/3\a\eP0$r\e\\\e]11;rgb:1/2\a\e]11;rgb://\a\e[?2026;2$y\e[>1;2c\eP1+r\e\\"));
    }
}
