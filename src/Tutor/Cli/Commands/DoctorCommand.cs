using System.Collections.Immutable;
using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Game.Doctor;
using Tutor.Game.Text;
using Tutor.Terminal;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor doctor</c>: will it work here? A line a thing, and all of them as a code to be read out.</summary>
static class DoctorCommand
{
    const int SubjectWidth = 11;

    static readonly Option<string?> Read = new("--read")
    {
        Description = "Print what another machine's code says",
        HelpName = "CODE",
    };

    public static Command Build(CliHost host)
    {
        var command = new Command("doctor") { Read, SharedOptions.Json };
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        var asked = parsed.GetValue(Read);
        var (checkup, problem) = asked is null ? (DoctorFacts.Of(parsed, host), null) : CheckupCode.Read(asked);
        if (checkup is null)
        {
            return host.UsageError($"'{asked}' cannot be read: {problem}", "a code is what 'tutor doctor' prints, such as 4042-0G50-AC3B-8C0E");
        }

        var lines = CheckupLine.All(checkup);
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, Report(checkup, lines));
        }
        else
        {
            Write(lines, host);
            WriteSource(asked is null ? checkup : null, parsed, host);
        }

        return lines.Any(l => l.Health == Health.Ill) ? ExitCode.NotPassed : ExitCode.Passed;
    }

    static void Write(ImmutableArray<CheckupLine> lines, CliHost host)
    {
        var isAscii = TerminalTraits.Of(host.Environment).IsAscii;
        foreach (var line in lines)
        {
            var label = $"{Mark(line.Health, isAscii),-3}{line.Subject.PadRight(SubjectWidth)}";
            TextWrap.Write(host.Out, label, line.Words);
            if (line.Cure is { } cure)
            {
                TextWrap.Write(host.Out, new string(' ', label.Length) + "help: ", cure);
            }
        }
    }

    /// <summary>Writes the code, and the facts of this machine that are not in it.</summary>
    static void WriteSource(Checkup? own, ParseResult parsed, CliHost host)
    {
        if (own is null)
        {
            return;
        }

        host.Out.WriteLine();
        host.Out.WriteLine($"code       {CheckupCode.Write(own)}   ('tutor doctor --read CODE' prints these lines elsewhere)");
        foreach (var place in DoctorFacts.Places(parsed, host))
        {
            TextWrap.Write(host.Out, "here       ", place);
        }
    }

    static string Mark(Health health, bool isAscii) => health switch
    {
        Health.Well => isAscii ? "ok" : "✓",
        Health.Limited => "!",
        Health.Ill => isAscii ? "x" : "✗",
        Health.Unknown => "-",
    };

    static DoctorReport Report(Checkup checkup, ImmutableArray<CheckupLine> lines) => new()
    {
        Code = CheckupCode.Write(checkup),
        Lines = [.. lines.Select(l => new DoctorLine(l.Subject, Word(l.Health), l.Words, l.Cure))],
    };

    static string Word(Health health) => health switch
    {
        Health.Well => "well",
        Health.Limited => "limited",
        Health.Ill => "ill",
        Health.Unknown => "unknown",
    };
}
