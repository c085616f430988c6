using System.Globalization;
using Tutor.Benchmarks;

if (args is [KeystrokeBenchmark.First])
{
    Console.WriteLine(KeystrokeBenchmark.ScoreFirst());
    return 0;
}

if (args.Length == 0 || Options.Read(args) is not { } options)
{
    Console.Error.WriteLine(
        "usage: dotnet run -c Release --project tests/Tutor.Benchmarks -- NAME [--json] [--rounds N] [--pages N]");
    Console.Error.WriteLine("NAME: language, engine, keystroke, hand-in, frame, terminal, keypath, tebibyte (--pages is for this one)");
    return 2;
}

var report = options.Name switch
{
    "language" => LanguageBenchmark.Run(options.Rounds ?? 15),
    "engine" => EngineBenchmark.Run(options.Rounds ?? 100),
    "keystroke" => KeystrokeBenchmark.Run(options.Rounds ?? 200),
    "hand-in" => KeystrokeBenchmark.RunHandIn(options.Rounds ?? 200),
    "frame" => FrameBenchmark.Run(options.Rounds ?? 200),
    "terminal" => TerminalBenchmark.Run(options.Rounds ?? 15),
    "keypath" => KeypathBenchmark.Run(options.Rounds ?? 500),
    "tebibyte" => TebibyteBenchmark.Run(options.Pages, options.Rounds),
    _ => null,
};
if (report is null)
{
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"no benchmark '{options.Name}'"));
    return 2;
}

Console.WriteLine(options.IsJson ? report.ToJson() : report.ToText());
return 0;
