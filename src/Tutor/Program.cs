using Tutor.Cli;

try
{
    return CommandLine.Run(args, CliHost.Real());
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
