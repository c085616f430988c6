using Tutor.Game.Playing;
using Tutor.Tests.Support;

namespace Tutor.Wasm;

/// <summary>
/// Plays a level that is written and one that is picked where a browser tab would: in WebAssembly, on one thread. Exit
/// code 0 when both are failed and passed as they should be.
/// </summary>
static class Program
{
    static async Task<int> Main()
    {
        var host = new SliceHost();
        var world = new SmallWorld(host: host);
        var write = Open(world, "pinned-anon");
        write.Write("folio_ref_count(folio) > 1");
        var isRight = await HandIn(host, write, isPassed: false);
        write.Write(SmallWorld.RightAnswer);
        isRight &= await HandIn(host, write, isPassed: true);

        var pick = Open(world, "which-one");
        for (var option = 0; option < pick.Options.Length; option++)
        {
            ((OptionAtHand)pick.AtHand).LookAt(option);
            pick.Choose();
            isRight &= await HandIn(host, pick, isPassed: pick.Options[option].Id == "right");
        }

        Console.WriteLine($"{world.Attempts.Count} attempts kept");
        return isRight && OperatingSystem.IsBrowser() && world.Attempts.Count == 5 ? 0 : 1;
    }

    static Sitting Open(SmallWorld world, string id) => world.Pack.Open(world.Pack.Find(id)!).Sitting!;

    static async Task<bool> HandIn(SliceHost host, Sitting sitting, bool isPassed)
    {
        sitting.HandIn();
        await host.Until(() => sitting.Poll() && sitting.Last is not null);
        Console.WriteLine($"{sitting.Entry.Id}: '{sitting.Text}' {sitting.Last?.Outcome}, {sitting.Latest?.Verdict} on the map that is drawn");
        return sitting.Last?.IsPassed == isPassed;
    }
}
