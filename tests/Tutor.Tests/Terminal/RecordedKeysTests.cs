using System.Text;
using Tutor.Game.Keys;
using Tutor.Terminal.Input;
using Xunit;

namespace Tutor.Tests.Terminal;

/// <summary>What terminals send for their keys, and the key that each must be.</summary>
public sealed class RecordedKeysTests
{
    /// <summary>Terminal, what it sends (<c>^[</c> is Esc, <c>^X</c> a control byte), the key; '-' where nothing must happen.</summary>
    const string Recorded =
        """
        xterm      ^[[A            Up
        xterm      ^[OA            Up
        xterm      ^[[H            Home
        xterm      ^[[F            End
        xterm      ^[[1;5D         Ctrl+Left
        xterm      ^[[1;2A         Shift+Up
        xterm      ^[[1;3B         Alt+Down
        xterm      ^[[3~           Delete
        xterm      ^[[3;5~         Ctrl+Delete
        xterm      ^[[5~           PageUp
        xterm      ^[[6~           PageDown
        xterm      ^[OP            F1
        xterm      ^[OS            F4
        xterm      ^[[15~          F5
        xterm      ^[[24~          F12
        xterm      ^[[1;2P         Shift+F1
        xterm      ^[[15;2~        Shift+F5
        xterm      ^[[29~          -
        xterm      ^[[25~          -
        xterm      ^[[Z            Shift+Tab
        xterm      ^[OM            Enter
        xterm      ^[Oq            1
        xterm      ^[[27;5;106~    Ctrl+J
        xterm      ^[[27;5;13~     Ctrl+Enter
        xterm      ^?              Backspace
        xterm      ^H              Backspace
        xterm      ^@              Ctrl+Space
        xterm      ^J              Ctrl+J
        xterm      ^M              Enter
        xterm      ^I              Tab
        xterm      ^[^M            Alt+Enter
        xterm      ^[w             Alt+W
        xterm      ^[[I            -
        xterm      ^[[200;1~       -
        xterm      ^[[201~         -
        rxvt       ^[[7~           Home
        rxvt       ^[[8~           End
        rxvt       ^[[11~          F1
        rxvt       ^[[14~          F4
        rxvt       ^[[a            Shift+Up
        rxvt       ^[Od            Ctrl+Left
        rxvt       ^[Oc            Ctrl+Right
        rxvt       ^[[3$           Shift+Delete
        rxvt       ^[[3^           Ctrl+Delete
        rxvt       ^[[5@           Ctrl+Shift+PageUp
        rxvt       ^[^[[A          Alt+Up
        rxvt       ^[[29~          -
        rxvt       ^[[33~          -
        st         ^[[H            Home
        st         ^[[4~           End
        st         ^[[P            Delete
        st         ^[[3~           Delete
        st         ^[[4h           -
        st         ^[[2J           -
        st         ^[[5;5~         Ctrl+PageUp
        st         ^[[1;5C         Ctrl+Right
        kitty      ^[[27u          Esc
        kitty      ^[[106;5u       Ctrl+J
        kitty      ^[[13;3u        Alt+Enter
        kitty      ^[[13;2u        Shift+Enter
        kitty      ^[[127;2u       Backspace
        kitty      ^[[32;2u        Space
        kitty      ^[[99;5u        Ctrl+C
        kitty      ^[[120;3u       Alt+X
        kitty      ^[[55;1;123u    {
        kitty      ^[[55;;123u     {
        kitty      ^[[0;;126u      ~
        kitty      ^[[55;3;123u    {
        kitty      ^[[123;7u       {
        kitty      ^[[97;65;65u    A
        kitty      ^[[97;2u        A
        kitty      ^[[49;129;49u   1
        kitty      ^[[57404u       5
        kitty      ^[[57414u       Enter
        kitty      ^[[57363u       -
        kitty      ^[[57376u       -
        kitty      ^[[97;1:3u      -
        kitty      ^[[97;9u        -
        kitty      ^[[57441;2u     -
        foot       ^[[1;5H         Ctrl+Home
        foot       ^[[57427u       -
        foot       ^[[21~          F10
        PuTTY      ^[[1~           Home
        PuTTY      ^[[4~           End
        PuTTY      ^[[11~          F1
        PuTTY      ^[OD            Left
        PuTTY      ^H              Backspace
        PuTTY      ^[[19~          F8
        linux      ^[[[A           F1
        linux      ^[[[E           F5
        linux      ^[[17~          F6
        linux      ^[[1~           Home
        linux      ^[[4~           End
        linux      ^[[25~          -
        linux      ^[[[Q           -
        screen     ^[OA            Up
        screen     ^[[1~           Home
        screen     ^[[4~           End
        screen     ^[OP            F1
        tmux       ^[[1~           Home
        tmux       ^[[1;5A         Ctrl+Up
        tmux       ^[OQ            F2
        tmux       ^[[Z            Shift+Tab
        konsole    ^[O5P           Ctrl+F1
        """;

    public static TheoryData<string, string, string> Keys()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in Recorded.Split('\n'))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_key_of_each_terminal_is_the_key_that_it_says(string terminal, string sent, string key) =>
        Assert.Equal(key, Decoding.Name(Decoding.All([Bytes(sent)], isKitty: terminal is "kitty" or "foot")));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_sequence_that_is_split_anywhere_for_50_ms_is_the_same_key(string terminal, string sent, string key)
    {
        var bytes = Bytes(sent);
        for (var at = 1; at < bytes.Length; at++)
        {
            Assert.Equal(key, Decoding.Name(Decoding.All([bytes[..at], bytes[at..]], TimeSpan.FromMilliseconds(50), terminal is "kitty" or "foot")));
        }
    }

    static byte[] Bytes(string sent)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < sent.Length; i++)
        {
            // A caret stands for itself where rxvt ends a sequence with it.
            var isControl = sent[i] == '^' && i + 1 < sent.Length;
            bytes.Add(isControl ? sent[++i] == '?' ? (byte)127 : (byte)(sent[i] & 31) : (byte)sent[i]);
        }

        return [.. bytes];
    }
}

/// <summary>Runs the decoder on bytes as a host does.</summary>
static class Decoding
{
    /// <param name="reads">What each read gives.</param>
    /// <param name="pause">Between two of them.</param>
    public static List<TerminalInput> All(byte[][] reads, TimeSpan pause = default, bool isKitty = false)
    {
        var decoder = new InputDecoder();
        if (isKitty)
        {
            decoder.Feed("\e[?0u"u8, TimeSpan.Zero);
        }

        var (now, inputs) = (TimeSpan.Zero, new List<TerminalInput>());
        foreach (var read in reads)
        {
            while (decoder.Deadline is { } due && due <= now)
            {
                inputs.AddRange(decoder.Wait(due));
            }

            inputs.AddRange(decoder.Feed(read, now));
            now += pause;
        }

        while (decoder.Deadline is { } due)
        {
            inputs.AddRange(decoder.Wait(due));
        }

        return inputs;
    }

    public static List<TerminalInput> All(params string[] reads) => All([.. reads.Select(Encoding.UTF8.GetBytes)], TimeSpan.FromMilliseconds(1));

    /// <summary>The keys that came, one behind the other; '-' for none.</summary>
    public static string Name(IReadOnlyList<TerminalInput> inputs) => inputs.Count == 0 ? "-" : string.Join(' ', inputs.Select(i => i switch
    {
        KeyInput { Key: var key } => Checked(key),
        EscapedKeyInput { Alt: var alt } => alt.Name,
        _ => i.ToString(),
    }));

    /// <summary>A key that is one character types it.</summary>
    static string Checked(KeyPress key)
    {
        Assert.Equal(key.Name == "Space" ? " " : key.Name.Length == 1 ? key.Name : null, key.Text);
        return key.Name;
    }
}
