using System.Globalization;
using Tutor.Game.Playing;
using Tutor.Game.Screens;
using Tutor.Terminal;
using Tutor.Terminal.Input;
using Tutor.Tests.Support;

namespace Tutor.Soak;

/// <summary>Random and mutated bytes on the way that a terminal's bytes take: decoder, keys, screens.</summary>
static class InputSoak
{
    /// <summary>The game takes one read of so many: scoring what they type is most of the time.</summary>
    const int ReadsToTheGame = 64;

    public static int Run(int count, int firstSeed)
    {
        var random = new RandomBytes(unchecked((ulong)(uint)firstSeed));
        var (decoder, now, inputs) = (new InputDecoder(), TimeSpan.Zero, 0L);
        var game = NewGame();
        for (var i = 0; i < count; i++)
        {
            var bytes = random.Next();
            try
            {
                foreach (var input in decoder.Feed(bytes, now).Concat(decoder.Wait(now += TimeSpan.FromMilliseconds(random.Below(4) == 0 ? random.Below(700) : 0))))
                {
                    inputs++;
                    _ = i % ReadsToTheGame == 0 && InputHandover.Take(input, game);
                }

                if (game.HasEnded || game.Depth > 50)
                {
                    game = NewGame();
                }

                // A frame now and then: most of the time goes into drawing.
                if (i % 64 == 0)
                {
                    game.Picture(60 + random.Below(100), 20 + random.Below(40));
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {firstSeed}, read {i}, {Convert.ToHexString(bytes)}:\n{e}"));
                return 1;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} reads from seed {firstSeed}: {inputs:N0} inputs, no exception"));
        return 0;
    }

    static ScreenStack NewGame()
    {
        var host = new PatientHost(TimeProvider.System);
        var game = new ScreenStack(GameSettings.Unkept(), host);
        game.Open(new TourScreen(host));
        return game;
    }
}
