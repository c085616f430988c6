using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tutor.Cli;
using Tutor.Cli.Commands;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Tests.Cli;

/// <summary>A pack that means harm, a pipe where a file should be, a disk that is full: every command, one after the other.</summary>
public sealed class HostileWorldTests : IDisposable
{
    const string Escape = "\u001b]0;taken\u0007\u001b[2J\u009b31m\u202e";

    /// <summary>Only a hang reaches it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly TemporaryFolder _folder = new();

    /// <summary>Every command with arguments that make it print; what stands in capitals is put in by the test.</summary>
    static string[][] Commands =>
    [
        ["list", "--pack", "PACK"], ["list", "--pack", "PACK", "--json"], ["show", "FILE"], ["run", "FILE", "-e", "true"], ["run", "FILE", "--solution", "reference", "--json"],
        ["run", "first", "-e", $"true /* {Escape} */ +", "--pack", "PACK"], ["run", "first-scan", "-f", "FILE"], ["explain", "page", "--pack", "PACK"], ["compact", "FILE"],
        ["page", "FILE"], ["compare", "-e", "true", "-e", "false", "--level", "FILE"], ["lint", "PACK"], ["lint", "PACK", "--format", "github"], ["lint", "FILE", "--format", "sarif"],
        ["lint", "FILE", "--json"], ["preview", "PACK", "--once"], ["preview", "FILE", "--once"], ["schema"], ["export", "--data", "DATA"], ["sheet", "--data", "DATA", "--pack", "PACK"], ["reply", "--data", "DATA", "--pack", "PACK"],
        ["import", "FILE", "--data", "DATA"], ["reset", "first", "--pack", "PACK", "--data", "DATA"], ["new", "level", "FILE"], ["completion", "bash"], ["help"], ["help", "run"], ["--version"],
        ["report", "FILE", "--pack", "PACK"], ["report", "PACK"], ["vote", "FILE"], ["plan", "--pack", "PACK"], ["preview", "--projector", "FILE"],
        ["pack", "build", "PACK", "--output", "MADE"], ["pack", "check", "PACK"], ["pack", "install", "FILE", "--data", "DATA"], ["doctor", "--pack", "PACK", "--data", "DATA"],
    ];

    [Fact]
    public void Every_command_is_tried_here() => Assert.Equal([],
        CommandTable.Rows.Select(r => r.Name).Except(Commands.Select(c => c[0])));

    [Fact]
    public void Nothing_of_a_hostile_pack_reaches_the_terminal_raw()
    {
        var (pack, file) = HostilePack();
        foreach (var command in Commands)
        {
            var (_, output, error) = Run(Filled(command, pack, file));
            Assert.True(ControlCharacters.IndexIn(output + error) < 0, $"{string.Join(' ', command)}\n{output}{error}");
        }
    }

    [Fact]
    public void A_pipe_where_a_file_should_be_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no named pipes among the files");
        var pack = Path.Combine(_folder.Path, "pipes");
        Run(["new", "pack", pack]);
        var pipes = new[] { "levels/010-first.yaml", "levels/pack.yaml", "levels/kinds.yaml", "content/glossary.md", "content/lessons/first.md" };
        foreach (var path in pipes.Select(p => Path.Combine(pack, p)))
        {
            File.Delete(path);
            using var made = Process.Start("mkfifo", path);
            made.WaitForExit();
        }

        foreach (var command in Commands)
        {
            var (exitCode, _, error) = Run(Filled(command, pack, Path.Combine(pack, pipes[0])));
            Assert.True(exitCode is not ExitCode.Bug, $"{string.Join(' ', command)}\n{error}");
        }

        Assert.Contains("is a pipe or a device", Run(["lint", pack]).Out);
    }

    [Fact]
    public void A_full_disk_ends_every_command_that_prints_with_a_word_of_its_own()
    {
        var pack = Path.Combine(_folder.Path, "mine");
        Run(["new", "pack", pack]);
        foreach (var command in Commands)
        {
            using var output = new FullDisk();
            var host = Host(new SafeWriter(output, "standard output"), new StringWriter(CultureInfo.InvariantCulture));
            var lost = Record.Exception(() => CommandLine.Run(Filled(command, pack, Path.Combine(pack, "levels", "010-first.yaml")), host));
            // Where nothing is printed nothing is lost.
            Assert.True(lost is null || (lost is OutputLostException && lost.Message.StartsWith("standard output cannot be written: No space left", StringComparison.Ordinal)),
                $"{string.Join(' ', command)}\n{lost}");
        }

        Assert.IsType<OutputLostException>(Record.Exception(() => CommandLine.Run(["list"], Host(new SafeWriter(new FullDisk(), "standard output"), TextWriter.Null))));
    }

    [Fact]
    public void The_program_says_so_in_one_line_and_exits_74()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's");
        var start = new ProcessStartInfo("sh", ["-c", $"'{TutorProcess.Binary}' list > /dev/full"]) { RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(74, process.ExitCode);
        Assert.StartsWith("tutor: standard output cannot be written: No space left on device\n  help:", error);
    }

    public void Dispose() => _folder.Dispose();

    (string Pack, string File) HostilePack()
    {
        var pack = Path.Combine(_folder.Path, "mist");
        Run(["new", "pack", pack]);
        var file = Path.Combine(pack, "levels", "010-first.yaml");
        var escaped = string.Concat(Escape.Select(c => $"\\u{(int)c:x4}"));
        File.WriteAllText(file, File.ReadAllText(file).Replace("A first level", $"A {escaped}", StringComparison.Ordinal)
            .Replace("expect: gold", $"expect: gold\n    source: \"{escaped}\"", StringComparison.Ordinal));
        _folder.Write("mist/levels/020-other.yaml", File.ReadAllText(file).Replace("id: first", "id: other", StringComparison.Ordinal) + $"\n# {Escape}\n");
        _folder.Write("mist/levels/030-\u001b[31m.yaml", "id: x\n");
        _folder.Write("mist/content/glossary.md", $"# Glossary\n\npage\n: {Escape}\n");
        _folder.Write("mist/content/lessons/first.md", $"# {Escape}\n");
        var packFile = Path.Combine(pack, "levels", "pack.yaml");
        File.WriteAllText(packFile, File.ReadAllText(packFile).Replace("The first chapter", $"{escaped}", StringComparison.Ordinal));
        return (pack, file);
    }

    string[] Filled(string[] command, string pack, string file) =>
        [.. command.Select(a => a switch { "PACK" => pack, "FILE" => file, "DATA" => Path.Combine(_folder.Path, "data"), "MADE" => Path.Combine(_folder.Path, "made.tutorpack"), _ => a })];

    static (int ExitCode, string Out, string Error) Run(string[] arguments)
    {
        var (output, error) = (new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture));
        var host = Host(new SafeWriter(output, "standard output"), new SafeWriter(error, "standard error"));
        var run = Task.Run(() => CommandLine.Run(arguments, host));
        if (!run.Wait(Patience))
        {
            throw new TimeoutException(string.Join(' ', arguments));
        }

        return (run.Result, output.ToString(), error.ToString());
    }

    static CliHost Host(TextWriter output, TextWriter error) =>
        new(Stream.Null, output, error, _ => null, TimeProvider.System, Path.Combine(AppContext.BaseDirectory, "pack"));

    sealed class FullDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device : '/dev/full'");

        public override void Write(string? value) => Write('x');
    }
}
