using Xunit;

namespace Tutor.Core.Tests.Support;

/// <summary>
/// Files that say what was observed. A missing one fails. <c>UPDATE_GOLDENS=1</c> rewrites them and the run
/// fails all the same, so that nobody takes a rewritten file for a passed test.
/// </summary>
static class Golden
{
    public static bool Updates => Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1";

    /// <param name="path">From the root of the repository.</param>
    public static void Check(string path, string actual)
    {
        var full = Path.Combine(Fixtures.Root, path);
        var expected = File.Exists(full) ? File.ReadAllText(full) : null;
        if (expected == actual)
        {
            return;
        }

        if (Updates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, actual);
            Assert.Fail($"{path} is rewritten: look at it, then run again without UPDATE_GOLDENS");
        }

        Assert.True(expected is not null, $"{path} is missing: UPDATE_GOLDENS=1 writes it");
        Assert.Equal(expected, actual);
    }
}
