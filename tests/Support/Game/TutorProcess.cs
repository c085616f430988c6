using System.Diagnostics;
using System.Text;
using Tutor.Cli;

namespace Tutor.Tests.Support;

/// <summary>What a run of the program came to.</summary>
sealed record ProcessResult(int ExitCode, string Out, string Error);

/// <summary>
/// Runs the program that <c>TUTOR_BINARY</c> names as a process, or the one that was built with the tests within this
/// process: most commands end sooner than the runtime starts. What asks about a process itself uses <see cref="Binary"/>.
/// </summary>
static class TutorProcess
{
    /// <summary>Far longer than any run takes: only a hang reaches it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static readonly string? Published =
        Environment.GetEnvironmentVariable("TUTOR_BINARY") is { Length: > 0 } published ? published : null;

    public static string Binary { get; } = Published ?? Path.Combine(AppContext.BaseDirectory, "tutor");

    public static ProcessResult Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs it with a text on its standard input.</summary>
    public static ProcessResult RunWith(byte[] input, params string[] arguments) =>
        Published is null ? RunHere(input, arguments) : Run(Path.GetTempPath(), input, arguments);

    static ProcessResult RunHere(byte[] input, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = CliHost.Real() with
        {
            In = new MemoryStream(input),
            Out = output,
            Error = error,
            Environment = name => name is "TUTOR_PACK" or "TUTOR_DATA" ? null : Environment.GetEnvironmentVariable(name),
            IsErrorTerminal = false,
            IsInputTerminal = false,
            IsOutputTerminal = false,
        };
        return new ProcessResult(CommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }

    /// <summary>Runs it in a folder of its own.</summary>
    public static ProcessResult RunIn(string folder, params string[] arguments) => Run(folder, [], arguments);

    /// <summary>Runs another build of it.</summary>
    public static ProcessResult RunBuild(string program, params string[] arguments) => Run(Path.GetTempPath(), [], arguments, program);

    static ProcessResult Run(string folder, byte[] input, string[] arguments, string? program = null)
    {
        var start = new ProcessStartInfo(program ?? Binary, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("TUTOR_PACK");
        start.Environment.Remove("TUTOR_DATA");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading all of it.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"tutor {string.Join(' ', arguments)} did not end");
        }

        return new ProcessResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
