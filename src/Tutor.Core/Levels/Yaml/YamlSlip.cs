using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>A slip of an author that is no YAML, told in words.</summary>
/// <param name="Message">The cause.</param>
/// <param name="Help">The cure.</param>
readonly record struct YamlSlip(DiagnosticCode Code, TextSpan Span, string Message, string Help)
{
    public const string Quote = "quote it, or put it into a '|' block under the key; 'not' may be written for '!'";

    public const string QuoteInBrackets = "put the value between quotes: between { and } no '|' block can stand";

    /// <summary>A value that begins with a character that means something to YAML.</summary>
    public static YamlSlip Indicator(TextSpan value, char first, bool isInBrackets) => first == '!'
        ? new(YamlCodes.Tag, value, "to YAML a value that begins with '!' is a tag, not text", isInBrackets ? QuoteInBrackets : Quote)
        : new(YamlCodes.Indicator, value, $"a value cannot begin with '{first}' without quotes", isInBrackets ? QuoteInBrackets : Quote);

    /// <summary>Text goes on behind the quote that ended it.</summary>
    /// <param name="end">Of the closing quote, the offset behind it.</param>
    public static YamlSlip AfterQuote(string text, int end)
    {
        var quote = text[end - 1];
        var span = new TextSpan(end - 1, 1);
        return quote == '\''
            ? new(YamlCodes.Quote, span, "this apostrophe ends the quoted text, and more follows", "write '' for an apostrophe, or put the text between double quotes")
            : new(YamlCodes.Quote, span, "this quote ends the quoted text, and more follows", "write \\\" for a quote inside, or put the text between single quotes");
    }

    public static YamlSlip OpenQuote(int at, char quote) =>
        new(YamlCodes.Quote, new TextSpan(at, 1), "this quoted text is never closed", $"close it with {quote}");

    public static YamlSlip OpenBracket(int at, char bracket) => new(YamlCodes.OpenBracket, new TextSpan(at, 1),
        $"this '{bracket}' is never closed", $"close it with '{(bracket == '[' ? ']' : '}')}'");

    public static YamlSlip ColonInside(TextSpan value) =>
        new(YamlCodes.ColonInside, value, "a value without quotes cannot have ': ' in it", "put the whole value between quotes");

    public static YamlSlip MissingComma(int at, string next) => new(YamlCodes.MissingMark, new TextSpan(at, 0),
        $"a comma is missing before '{next}'", "between { and } and between [ and ] commas stand between the entries");
}
