using Tutor.Terminal.Input;
using Xunit;

namespace Tutor.Tests.Terminal;

/// <summary>Any bytes may come. <c>tests/soak</c> asks the same a million times.</summary>
public sealed class InputFuzzTests
{
    [Fact]
    public void No_bytes_stop_the_decoder_and_it_never_waits_for_ever()
    {
        var seed = (ulong)TimeProvider.System.GetTimestamp();
        var (random, decoder, now) = (new RandomBytes(seed), new InputDecoder(), TimeSpan.Zero);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = random.Next();
            try
            {
                decoder.Feed(bytes, now);
                now += TimeSpan.FromMilliseconds(random.Below(4) == 0 ? random.Below(700) : 0);
                decoder.Wait(now);
                Assert.True(decoder.Deadline is null || decoder.Deadline > now - TimeSpan.FromTicks(1), "a deadline has passed and is still there");
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                Assert.Fail($"seed {seed}, read {i}, {Convert.ToHexString(bytes)}: {e}");
            }
        }

        for (var i = 0; i < 4 && decoder.Deadline is { } due; i++)
        {
            decoder.Wait(due);
        }

        Assert.True(decoder.Deadline is null, $"seed {seed}: it waits for ever");
        Assert.Equal("x", Decoding.Name(decoder.Feed("x"u8, now + TimeSpan.FromHours(1))));
    }
}
