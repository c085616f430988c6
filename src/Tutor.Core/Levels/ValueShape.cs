using System.Collections.Immutable;

namespace Tutor.Core.Levels;

/// <summary>What a value of a level file looks like: what the reader checks, the schema says and the guide shows.</summary>
public abstract record ValueShape
{
    /// <summary>In a few words, for people.</summary>
    public abstract string Words { get; }
}

/// <summary>Text of at most so many characters.</summary>
public sealed record TextShape(int Most = 4_000) : ValueShape
{
    public override string Words => "text";
}

/// <summary>A name in kebab case.</summary>
public sealed record NameShape : ValueShape
{
    public override string Words => "name";
}

/// <summary>A predicate: an expression or functions, in quotes or a <c>|</c> block.</summary>
public sealed record PredicateShape : ValueShape
{
    public override string Words => "predicate";
}

/// <summary>A whole number in plain decimal; both ends included.</summary>
public sealed record NumberShape(long Least, long Most) : ValueShape
{
    public override string Words => $"number, {Least} to {Most}";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record FlagShape : ValueShape
{
    public override string Words => "true or false";
}

/// <summary>One of these words.</summary>
public sealed record WordShape(ImmutableArray<string> All) : ValueShape
{
    public override string Words => string.Join(" | ", All);
}

/// <summary>A number, or <c>[least, most]</c>.</summary>
public sealed record RangeShape(long Least, long Most) : ValueShape
{
    public override string Words => $"number or [least, most], {Least} to {Most}";
}

/// <summary>A place: <c>"+N"</c> from the map's first page or <c>"0x…"</c>, a pfn.</summary>
public sealed record PageShape : ValueShape
{
    public override string Words => "\"+N\" or \"0x…\"";
}

/// <summary>Pages: a place, or <c>"+A..+B"</c>, half-open.</summary>
public sealed record PagesShape : ValueShape
{
    public override string Words => "\"+N\" or \"+A..+B\", half-open";
}

/// <summary>A number, or a per cent: <c>"2%"</c>.</summary>
public sealed record AmountShape : ValueShape
{
    public override string Words => "number or per cent";
}

/// <summary>A list.</summary>
public sealed record ListShape(ValueShape Item, int Most = 200) : ValueShape
{
    public override string Words => $"list of {Item.Words}";
}

/// <summary>A mapping with keys of its own choice.</summary>
public sealed record NamedShape(ValueShape Value, int Most = 200) : ValueShape
{
    public override string Words => $"name: {Value.Words}";
}

/// <summary>A mapping with the keys of a table.</summary>
public sealed record KeysShape(string Name, ImmutableArray<LevelKey> Keys) : ValueShape
{
    public override string Words => Name;
}

/// <summary>A key of a level file: a row of the table.</summary>
/// <param name="Sentence">What it is, for people.</param>
public sealed record LevelKey(string Name, ValueShape Shape, string Sentence, bool IsRequired = false);
