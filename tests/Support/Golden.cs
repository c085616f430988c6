using System.Runtime.CompilerServices;
using Xunit;

namespace Tutor.Tests.Support;

/// <summary>
/// Files that say what was observed. A missing one fails. <c>UPDATE_GOLDENS=1</c> rewrites them and the run
/// fails all the same, so that nobody takes a rewritten file for a passed test.
/// </summary>
static class Golden
{
    /// <summary>Whether this run rewrites golden files.</summary>
    public static bool Updates => Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1";

    /// <param name="path">From the root of the repository.</param>
    public static void Check(string path, string actual)
    {
        var full = Repository.PathOf(path);
        var expected = File.Exists(full) ? File.ReadAllText(full) : null;
        if (expected == actual)
        {
            return;
        }

        if (Updates)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, actual);
            Assert.Fail($"{path} is rewritten: look at the difference, then run again without UPDATE_GOLDENS");
        }

        Assert.True(expected is not null, $"{path} is missing: UPDATE_GOLDENS=1 writes it");
        Assert.True(expected == actual, $"{path} says something else; UPDATE_GOLDENS=1 rewrites it if that is meant");
    }

    /// <summary>Checks against <c>Goldens/NAME.txt</c> beside the test that asks.</summary>
    public static void CheckBeside(string name, string actual, [CallerFilePath] string caller = "") =>
        Check(Path.GetRelativePath(Repository.Root, Path.Combine(Path.GetDirectoryName(caller)!, "Goldens", name + ".txt")), actual);
}
