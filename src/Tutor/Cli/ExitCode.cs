namespace Tutor.Cli;

/// <summary>What the program tells the shell.</summary>
static class ExitCode
{
    /// <summary>Passed, or clean.</summary>
    public const int Passed = 0;

    /// <summary>Not passed, or findings.</summary>
    public const int NotPassed = 1;

    /// <summary>The command line asks for something that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Input that cannot be read or is not valid.</summary>
    public const int BadInput = 3;

    /// <summary>A bug of ours.</summary>
    public const int Bug = 70;

    /// <summary>The output cannot be written.</summary>
    public const int OutputLost = 74;

    /// <summary>Interrupted: 128 + SIGINT.</summary>
    public const int Interrupted = 130;
}
