using System.Diagnostics;
using System.Text;

namespace Tutor.Tests.Support;

/// <summary>What a run of the real program came to.</summary>
sealed record ProcessResult(int ExitCode, string Out, string Error);

/// <summary>Starts the program that was built with the tests, or the one that <c>TUTOR_BINARY</c> names.</summary>
static class TutorProcess
{
    /// <summary>Far longer than any run takes: only a hang reaches it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Binary { get; } =
        Environment.GetEnvironmentVariable("TUTOR_BINARY") is { Length: > 0 } published
            ? published
            : Path.Combine(AppContext.BaseDirectory, "tutor");

    public static ProcessResult Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs it with a text on its standard input.</summary>
    public static ProcessResult RunWith(byte[] input, params string[] arguments) => Run(Path.GetTempPath(), input, arguments);

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
