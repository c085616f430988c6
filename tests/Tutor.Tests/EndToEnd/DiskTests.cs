using System.Diagnostics;
using Tutor.Game.Playing.Progress;
using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.EndToEnd;

/// <summary>The real program on real file systems that take nothing: full ones, and ones that may not be written.</summary>
public sealed class DiskTests : IDisposable
{
    const string Play = "printf 'play extra-reference\\nskip true\\ncheck\\nquit\\n'";
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void On_a_full_disk_play_goes_on_and_the_end_says_what_is_lost()
    {
        var run = InNamespace($"""
            mount -t tmpfs -o size=64k none "$disk"
            dd if=/dev/zero of="$disk/fill" bs=1k 2>/dev/null || true
            {Play} | "$tutor" --text --data "$disk"
            """);
        Assert.Contains("is full", run.Out);
        Assert.Contains("Not yet", run.Out);
        Assert.Contains("is full; one answer of this session is lost", run.Error);
        Assert.Contains("help: free some space", run.Error);
    }

    [Fact]
    public void Where_nothing_can_be_written_progress_is_shown_and_the_end_says_what_is_lost()
    {
        var data = Path.Combine(_folder.Path, "disk");
        using (var store = ProgressStore.Open(data, TimeProvider.System))
        {
            store.Record(new Attempt("first-scan", 1, "false", "pass"));
        }

        var run = InNamespace($"""
            mount --bind "$disk" "$disk"
            mount -o remount,ro,bind "$disk"
            "$tutor" list --data "$disk"
            {Play} | "$tutor" --text --data "$disk"
            """);
        Assert.Contains("passed", Array.Find(run.Out.Split('\n'), l => l.Contains("first-scan", StringComparison.Ordinal)));
        Assert.Contains("one answer of this session is lost", run.Error);
        Assert.Contains("or use --data DIR", run.Error);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs a script that may mount, in name spaces of its own: where the kernel or a container forbids them the test is skipped.</summary>
    ProcessResult InNamespace(string script)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "disk"));
        Assert.SkipUnless(Run("unshare -Urm mount -t tmpfs none /tmp").ExitCode == 0, "user name spaces with mounts are not allowed here");
        var file = _folder.Write("script", $"set -e\ndisk='{_folder.Path}/disk' tutor='{TutorProcess.Binary}'\nunset TUTOR_DATA TUTOR_PACK\n{script}\n");
        return Run($"unshare -Urm sh '{file}'");
    }

    static ProcessResult Run(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProcessResult(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
