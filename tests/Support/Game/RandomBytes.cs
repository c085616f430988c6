namespace Tutor.Tests.Support;

/// <summary>Bytes as no terminal sends them: mutated sequences of real ones, and noise.</summary>
sealed class RandomBytes(ulong seed)
{
    static readonly string[] Real =
    [
        "\e[A", "\eOP", "\e[15~", "\e[1;5D", "\e[29~", "\e[200~", "\e[201~", "\e[<0;10;10M", "\e[<65;3;3M", "\e[M !!", "\e[[A", "\e[3$",
        "\e[106;5u", "\e[55;3;123u", "\e]11;rgb:ffff/ffff/ffff\a", "\eP1$r0m\e\\", "\e[?1u", "\e[?62c", "\e", "\e\e", "a", "é", "世", "\r", "\x7f",
        "folio_ref_count(folio)", "\x1a", "\t", "\e[27;5;9~", "\eO5P", "\e[9999999999~", "\e[;;;;u", "\e[:::u", "\e[1;1:3A", "\e[<;;M",
    ];

    ulong _state = seed | 1;

    /// <summary>The next read: up to 64 bytes.</summary>
    public byte[] Next()
    {
        var bytes = new List<byte>();
        while (bytes.Count < 64 && Below(6) != 0)
        {
            bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(Real[Below(Real.Length)]));
        }

        for (var i = Below(4); i > 0 && bytes.Count > 0; i--)
        {
            var at = Below(bytes.Count);
            switch (Below(3))
            {
                case 0:
                    bytes[at] = (byte)Below(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.Insert(at, (byte)Below(256));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Evenly from 0 to below <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        // xorshift64.
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)count);
    }
}
