using Tutor.Core.Text;
using Tutor.Storage;
using Tutor.Terminal;

namespace Tutor.Cli;

/// <summary>Everything of the world that a command may touch, so that a test can hand it another one.</summary>
/// <param name="BuiltInPack">Folder of the pack beside the executable.</param>
sealed record CliHost(
    Stream In, TextWriter Out, TextWriter Error, Func<string, string?> Environment, TimeProvider Time, string BuiltInPack)
{
    /// <summary>Whether a person sees what goes to <see cref="Error"/>.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether somebody types into <see cref="In"/>.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Whether a person sees what goes to <see cref="Out"/>.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Columns and rows of the terminal in which the game would be shown, or null where there is none.</summary>
    public Func<(int Columns, int Rows)?> TerminalSize { get; init; } = () => null;

    /// <summary>The real one.</summary>
    public static CliHost Real() => new(
        Console.OpenStandardInput(), new SafeWriter(Console.Out, "standard output"), new SafeWriter(Console.Error, "standard error"), System.Environment.GetEnvironmentVariable,
        TimeProvider.System, Path.Combine(AppContext.BaseDirectory, "pack"))
    {
        TerminalSize = TerminalHost.Size,
        IsErrorTerminal = !Console.IsErrorRedirected,
        IsInputTerminal = !Console.IsInputRedirected,
        IsOutputTerminal = !Console.IsOutputRedirected,
    };

    /// <summary>Says what is wrong with the command line.</summary>
    public int UsageError(string message, string? help = null)
    {
        Error.WriteLine($"tutor: {message}");
        if (help is not null)
        {
            Error.WriteLine($"  help: {help}");
        }

        return ExitCode.Usage;
    }

    /// <summary>Writes a new file that the player named; says why where that cannot be.</summary>
    public bool WriteNew(string path, string text)
    {
        if (NewFile.WhyNotWritten(path, text) is not { } reason)
        {
            return true;
        }

        Error.WriteLine($"tutor: {path} cannot be written: {reason}");
        if (File.Exists(path))
        {
            Error.WriteLine("  help: name another file; what is there is kept");
        }

        return false;
    }

    /// <summary>Prints problems for a person, with the lines they stand in.</summary>
    public void Print(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Error.Write(DiagnosticFormatter.Format(diagnostic));
        }
    }
}
