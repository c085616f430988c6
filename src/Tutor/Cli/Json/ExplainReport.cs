using System.Text.Json.Serialization;

namespace Tutor.Cli.Json;

/// <summary>What <c>tutor explain --json</c> prints.</summary>
/// <param name="Topic">What was asked about, in its own spelling.</param>
/// <param name="Kind"><c>diagnostic</c>, <c>built-in</c>, <c>configuration</c>, <c>refused</c>, <c>term</c> or <c>predicate</c>.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">The page, in Markdown.</param>
sealed record ExplainReport(string Topic, string Kind, string Title, string Text)
{
    [JsonPropertyOrder(-1)]
    public int Schema { get; init; } = 1;
}
