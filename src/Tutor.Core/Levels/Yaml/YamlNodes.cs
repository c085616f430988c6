using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>A node of a YAML file that still knows where it stands.</summary>
/// <param name="Span">In the file.</param>
public abstract record YamlNode(TextSpan Span)
{
    /// <summary>What a person would call it: "a text", "a list", "a mapping".</summary>
    public abstract string Shape { get; }
}

/// <summary>How a scalar was written.</summary>
enum YamlStyle : byte
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

/// <summary>A single value, as text. Whether it is a number is decided by whoever reads it, from the text.</summary>
/// <param name="Text">The value; every character of it knows its place in the file.</param>
sealed record YamlScalar(TextSpan Span, SourceText Text, YamlStyle Style) : YamlNode(Span)
{
    public string Value => Text.Text;

    /// <summary>Nothing was written: <c>key:</c> alone.</summary>
    public bool IsEmpty => Style == YamlStyle.Plain && Value.Length == 0;

    public override string Shape => "a single value";
}

/// <summary>A list.</summary>
sealed record YamlSequence(TextSpan Span, ImmutableArray<YamlNode> Items) : YamlNode(Span)
{
    public override string Shape => "a list";
}

/// <summary>Keys and values in the order of the file; a key that stands twice is here twice.</summary>
sealed record YamlMapping(TextSpan Span, ImmutableArray<YamlEntry> Entries) : YamlNode(Span)
{
    public override string Shape => "a mapping";
}

/// <summary>A value that was refused and reported already: whoever reads it keeps silent.</summary>
sealed record YamlRefused(TextSpan Span) : YamlNode(Span)
{
    public override string Shape => "a refused value";
}

/// <summary>One key and its value.</summary>
sealed record YamlEntry(YamlScalar Key, YamlNode Value);
