using Tutor.Cli;

try
{
    return CommandLine.Run(args, CliHost.Real());
}
catch (OutputLostException e)
{
    return OutputLost(e);
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
catch (Exception e) when (e is not OutOfMemoryException)
{
    Console.Error.WriteLine("tutor: this is a bug in tutor, not in what you typed; please report it with the lines below");
    Console.Error.WriteLine(e);
    return ExitCode.Bug;
}

// Where standard error is full as well, the exit code has to do.
static int OutputLost(OutputLostException e)
{
    try
    {
        Console.Error.WriteLine($"tutor: {e.Message}");
        Console.Error.WriteLine("  help: free some space, or write somewhere else");
    }
    catch (IOException)
    {
        return ExitCode.OutputLost;
    }

    return ExitCode.OutputLost;
}
