using System.Buffers.Binary;
using System.Security.Cryptography;
using Tutor.Game.Playing;

namespace Tutor.Terminal;

/// <summary>What this program gives the game: its clock, threads for work that takes longer than a frame, and
/// the terminal's clipboard.</summary>
sealed class ThreadHost(TimeProvider time, TerminalClipboard clipboard) : IHost
{
    public TimeProvider Time => time;

    public ulong NewOrder() => AnyOrder();

    /// <summary>A number that nobody can guess, and that two players do not share.</summary>
    public static ulong AnyOrder() => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    public void Run(Job job) => Task.Run(() =>
    {
        while (job.Step())
        {
        }
    });

    public string Copy(string text) => clipboard.Copy(text);
}
