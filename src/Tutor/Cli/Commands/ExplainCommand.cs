using System.CommandLine;
using Tutor.Cli.Json;
using Tutor.Core;
using Tutor.Core.Predicates;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using ParseResult = System.CommandLine.ParseResult;
using Tutor.Core.Scoring;
using Tutor.Core.Simulation;
using Tutor.Core.Text;
using Tutor.Game.Lines;
using Tutor.Game.Playing;
using Tutor.Game.Text;
using Tutor.Storage;

namespace Tutor.Cli.Commands;

/// <summary><c>tutor explain CODE|TERM|FUNCTION</c>.</summary>
static class ExplainCommand
{
    static readonly Argument<string?> Topic = new("TOPIC")
    {
        Description = "A code (TUT2003), a function (folio_ref_count), a term (pageblock), a metric (lru_locks) or a guide (author, model, language); without it the list",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The kind of topic that has a text of its own.</summary>
    const string Guide = "guide";

    static readonly Option<string?> Text = new("-e") { Description = "A predicate, to be said in words", HelpName = "TEXT" };

    public static Command Build(CliHost host)
    {
        var command = new Command("explain") { Topic, Text, SharedOptions.Names, SharedOptions.Json };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Topic) is { Tokens.Count: > 0 } && result.GetResult(Text) is not null)
            {
                result.AddError("a TOPIC and -e are two questions: ask one of them");
            }
        });
        command.SetAction(parsed => Run(parsed, host));
        return command;
    }

    static int Run(ParseResult parsed, CliHost host)
    {
        if (parsed.GetValue(Text) is { } text)
        {
            return SayPredicate(text, parsed, host);
        }

        if (PackChoice.Of(parsed, host) is not { } pack)
        {
            return ExitCode.BadInput;
        }

        var glossary = Glossary.Of(pack);
        if (parsed.GetValue(Topic) is not { } topic || topic is "built-ins" or "diagnostics" or "terms")
        {
            return WriteList(host, glossary);
        }

        if (Find(topic, pack, glossary) is not { } answer)
        {
            return host.UsageError($"nothing is known about '{topic}'", HelpFor(topic, glossary));
        }

        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, answer);
            return ExitCode.Passed;
        }

        if (answer.Kind == Guide)
        {
            new Speaker(host.Out).Markdown(answer.Text);
            return ExitCode.Passed;
        }

        host.Out.WriteLine(answer.Kind == "diagnostic" ? $"{answer.Topic}: {answer.Title}" : answer.Title);
        host.Out.WriteLine();
        TextWrap.Write(host.Out, "", answer.Text.Trim());
        return ExitCode.Passed;
    }

    static int SayPredicate(string text, ParseResult parsed, CliHost host)
    {
        var compiled = Predicate.Compile(SourceText.From("predicate", text), PredicateScope.All with { Names = SharedOptions.NamesOf(parsed) });
        if (compiled.Predicate is not { } predicate)
        {
            host.Print(compiled.Diagnostics);
            return ExitCode.BadInput;
        }

        var words = predicate.InWords() + WhichQuestion(predicate);
        if (parsed.GetValue(SharedOptions.Json))
        {
            JsonOutput.Write(host.Out, new ExplainReport(text, "predicate", "In words", words));
        }
        else
        {
            host.Print(compiled.Diagnostics);
            host.Out.Write(words);
        }

        return ExitCode.Passed;
    }

    /// <summary>Remarks that need page states: the predicate answers the other question, or gives the same answer everywhere.</summary>
    static string WhichQuestion(Predicate predicate) =>
        OtherQuestion.IsAnsweredBy(predicate)
            ? $"\nThe other way round: here true means skip, and this text says true of pages that may move. Its negation:\n{predicate.Negated().TrimEnd()}\n"
        : OtherQuestion.SkipsEverything(predicate) ? "\nIt says true of every page that was tried: it skips everything.\n"
        : "";

    /// <summary>What is known of a topic, its title first; null when nothing is.</summary>
    public static string? Say(string topic, PackFolder pack) =>
        Find(topic, pack, Glossary.Of(pack)) is not { } answer ? null
        : $"{(answer.Kind == "diagnostic" ? $"{answer.Topic}: {answer.Title}" : answer.Title)}\n\n{answer.Text.Trim()}";

    static ExplainReport? Find(string topic, PackFolder pack, Glossary glossary)
    {
        if (DiagnosticCodes.Find(topic) is { } code)
        {
            var page = pack.ReadText($"diagnostics/{code.Id}.md").Text?.Text;
            return new ExplainReport(code.Id, "diagnostic", code.Title,
                page is null ? "There is no more to say of it." : WithoutHeading(page));
        }

        var rows = BuiltIns.Named(topic.TrimEnd('(', ')')).ToList();
        if (rows.Count > 0)
        {
            return new ExplainReport(rows[0].Name, "built-in", string.Join("; ", rows.Select(r => r.Signature).Distinct()),
                string.Join("\n\n", rows.Select(Describe).Distinct()));
        }

        if (Metric.Find(topic) is { } metric && !glossary.Names.Contains(metric.Name))
        {
            return new ExplainReport(metric.Name, "metric", metric.Title, Describe(metric));
        }

        return DumpFieldText.Beside(glossary.Find(topic) is { } term ? new ExplainReport(term.Name, "term", term.Name, term.Text) : null, topic)
            ?? LanguageOf(topic.TrimEnd('(', ')'))
            ?? (Guides.All.FirstOrDefault(g => g.Name == topic) is { } guide && pack.ReadText(guide.Path).Text?.Text is { } whole
                ? new ExplainReport(guide.Name, Guide, guide.About, whole) : null);
    }

    /// <summary>Further names of the language: macros, configuration symbols, and names that it refuses with a reason.</summary>
    static ExplainReport? LanguageOf(string topic) => topic switch
    {
        "configuration" => new ExplainReport(topic, "configuration", "The kernel's configuration, as the game takes it",
            string.Join('\n', KernelConfiguration.All.Select(o => $"- {o.Name}: {(o.IsSet ? "set" : "not set")} ({o.Source})"))),
        _ when Idioms.Find(topic) is { } idiom => new ExplainReport(topic, "built-in", idiom.Usage, $"{idiom.Meaning}.\n  source      {idiom.Source}"),
        _ when KernelConfiguration.IsOption(topic) => new ExplainReport(topic, "configuration", KernelConfiguration.Note(topic).Message,
            $"{KernelConfiguration.Note(topic).Help}."),
        _ when RefusedNames.Reason(topic) is { } reason => new ExplainReport(topic, "refused", $"{topic} is not for predicates", $"{reason}."),
        _ => null,
    };

    static string Describe(Metric metric) => string.Join('\n',
    [
        $"{char.ToUpperInvariant(metric.Sentence[0])}{metric.Sentence[1..]}.",
        $"  unit    {MetricsPage.UnitOf(metric)}; {MetricsPage.BetterOf(metric)} is better",
        .. metric.Uses.HasFlag(MetricUses.Goal) && MetricsPage.WholeOf(metric) is { } whole ? [$"  100 %   {whole}"] : Array.Empty<string>(),
        .. metric.Unit != MetricUnit.Nanoseconds ? [] : PriceTable.All.Select(p => $"- {p.What}: {p.Nanoseconds:N0} ns{(p.IsAssumed ? ", assumed" : "")} ({p.Source})"),
    ]);

    static string Describe(BuiltIn row)
    {
        var loads = row.ReadsEachPage ? $"{row.Loads}, on a large folio of 6.1 one more for each page" : $"{row.Loads}";
        return string.Join('\n',
            $"{row.Summary}.", $"  source      {row.Source}", $"  reads       {loads} (words of memory)",
            $"  vocabulary  {row.Group ?? "every level"}")
            + (BuiltIns.HasOtherMeanings(row) ? $"\n  meaning     of {BuiltIns.ReleasesOf(row)} (--names)" : "")
            + (row.IsSpelling && row.Means is { } means ? $"\n  offered as  {means}" : "");
    }

    static int WriteList(CliHost host, Glossary glossary)
    {
        host.Out.WriteLine("Functions, constants and members, by vocabulary group:");
        foreach (var group in BuiltIns.All.GroupBy(b => b.Group ?? "every level"))
        {
            WriteWrapped(host.Out, $"  {group.Key}:", group.Select(b => b.Name).Distinct());
        }

        host.Out.WriteLine();
        host.Out.WriteLine("Diagnostics:");
        foreach (var code in DiagnosticCodes.All)
        {
            host.Out.WriteLine($"  {code.Id}  {code.Title}");
        }

        host.Out.WriteLine();
        WriteWrapped(host.Out, "Metrics:", Metric.All.Select(m => m.Name));
        if (glossary.Names.Count > 0)
        {
            host.Out.WriteLine();
            WriteWrapped(host.Out, "Terms:", [string.Join(", ", glossary.Names)]);
        }

        host.Out.WriteLine();
        host.Out.WriteLine("Guides:");
        foreach (var guide in Guides.All)
        {
            host.Out.WriteLine($"  {guide.Name,-11}  {guide.About}");
        }

        return ExitCode.Passed;
    }

    static void WriteWrapped(TextWriter output, string heading, IEnumerable<string> words)
    {
        output.WriteLine(heading);
        TextWrap.Write(output, "    ", string.Join(' ', words));
    }

    static string HelpFor(string topic, Glossary glossary)
    {
        var known = BuiltIns.All.Select(b => b.Name).Concat(DiagnosticCodes.All.Select(c => c.Id)).Concat(glossary.Names).Concat(Metric.All.Select(m => m.Name)).Concat(Guides.All.Select(g => g.Name));
        var near = Suggestions.Nearest(topic, known);
        return near is null ? "'tutor explain' lists what there is" : $"did you mean '{near}'? 'tutor explain' lists what there is";
    }

    /// <summary>The first heading repeats the title.</summary>
    static string WithoutHeading(string page) =>
        page.StartsWith("# ", StringComparison.Ordinal) ? page[(page.IndexOf('\n', StringComparison.Ordinal) + 1)..] : page;
}
