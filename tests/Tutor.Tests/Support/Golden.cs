using System.Runtime.CompilerServices;
using Xunit;

namespace Tutor.Tests.Support;

/// <summary>
/// Compares a text with the file that keeps it. A missing file fails; <c>UPDATE_GOLDENS=1</c> writes files anew,
/// and still fails, so that nobody leaves it on.
/// </summary>
static class Golden
{
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Goldens", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            Assert.Fail($"{path} was written anew; look at the difference, then run without UPDATE_GOLDENS");
        }

        Assert.True(File.Exists(path), $"there is no {path}; UPDATE_GOLDENS=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
