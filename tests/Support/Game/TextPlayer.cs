using Tutor.Game.Lines;
using Tutor.Game.Playing;
using Tutor.Storage;

namespace Tutor.Tests.Support;

/// <summary>Somebody who plays by lines; the transcript holds what was typed and what was answered.</summary>
static class TextPlayer
{
    /// <summary>The built-in pack, with nothing tried yet.</summary>
    public static PlayedPack BuiltIn() => BuiltIn(TimeProvider.System);

    public static PlayedPack BuiltIn(TimeProvider time) =>
        new(Library.Value, ProgressStore.InMemory(time), new PatientHost(time));

    /// <summary>Read once: it does not change.</summary>
    static readonly Lazy<LevelLibrary> Library = new(() => LevelLibrary.Open(PackFolder.Open(Repository.Root)!, null));

    public static string Play(params string[] lines) => Play(new SmallWorld(), lines);

    public static string Play(SmallWorld world, params string[] lines) => Play(world.Pack, lines);

    public static string Play(PlayedPack pack, params string[] lines)
    {
        var transcript = new StringWriter { NewLine = "\n" };
        var input = new LineInput(new StringReader(string.Join('\n', lines) + "\n"), transcript);
        new TextGame(pack, input, new Speaker(transcript), topic => topic == "pin" ? "pin\n\nA promise." : topic == "TUT2052" ? "TUT2052: signs\n\n```c\n-1 < 1u\n```\n\n**Cure.** Cast." : null).Run();
        return transcript.ToString();
    }
}
