using System.Collections.Immutable;
using Tutor.Core.Levels.Yaml;

namespace Tutor.Core.Levels;

/// <summary>What a value of a level file looks like: what the reader checks, the schema says and the guide shows.</summary>
public abstract record ValueShape
{
    /// <summary>In a few words, for people.</summary>
    public abstract string Words { get; }
}

/// <summary>Text that is not blank, of at most so many characters (Unicode code points).</summary>
sealed record TextShape(int Most = 4_000) : ValueShape
{
    /// <summary>As a pattern: not blank.</summary>
    public const string Pattern = "[^ \\t\\r\\n]";

    public override string Words => "text";
}

/// <summary>A name in kebab case.</summary>
sealed record NameShape : ValueShape
{
    public const string Pattern = KebabName.Pattern;

    /// <summary>Characters, at most.</summary>
    public const int Most = KebabName.Most;

    public override string Words => "name";
}

/// <summary>A version: numbers and dots.</summary>
sealed record VersionShape : ValueShape
{
    public const string Pattern = "^(0|[1-9][0-9]{0,4})([.](0|[1-9][0-9]{0,4})){0,2}$";

    public override string Words => "version";
}

/// <summary>A predicate: an expression or functions, in quotes or a <c>|</c> block.</summary>
sealed record PredicateShape : ValueShape
{
    /// <summary>Characters, at most.</summary>
    public const int Most = 64 << 10;

    public override string Words => "predicate";
}

/// <summary>A whole number in plain decimal; both ends included.</summary>
sealed record NumberShape(long Least, long Most) : ValueShape
{
    public override string Words => $"number, {Least} to {Most}";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
sealed record FlagShape : ValueShape
{
    public override string Words => "true or false";
}

/// <summary>One of these words.</summary>
sealed record WordShape(ImmutableArray<string> All) : ValueShape
{
    /// <summary>Where the words are releases: what to write for one that is not among them.</summary>
    public Func<string, string>? CureOfRelease { get; init; }

    public override string Words => string.Join(" | ", All);
}

/// <summary>A number, or <c>[least, most]</c>.</summary>
sealed record RangeShape(long Least, long Most) : ValueShape
{
    public override string Words => $"number or [least, most], {Least} to {Most}";
}

/// <summary>A place: <c>"+N"</c> from the map's first page or <c>"0x…"</c>, a pfn.</summary>
sealed record PageShape : ValueShape
{
    internal const string Place = "([+](0|[1-9][0-9]{0,9})|0x[0-9a-fA-F]{1,13})";

    public const string Pattern = $"^{Place}$";

    public override string Words => "\"+N\" or \"0x…\"";
}

/// <summary>Pages: a place, or <c>"+A..+B"</c>, half-open.</summary>
sealed record PagesShape : ValueShape
{
    public const string Pattern = $"^{PageShape.Place}([.][.]{PageShape.Place})?$";

    public override string Words => "\"+N\" or \"+A..+B\", half-open";
}

/// <summary>A number, or a per cent: <c>"2%"</c>.</summary>
/// <param name="HasPerCent">False: of what is counted there is no whole, so it is a number.</param>
sealed record AmountShape(bool HasPerCent = true) : ValueShape
{
    /// <summary>A number's largest: every JSON reader keeps all its digits.</summary>
    public const long Most = (1L << 53) - 1;

    /// <summary>A per cent, below a million.</summary>
    public const string Pattern = "^(0|[1-9][0-9]{0,5})([.][0-9]{1,2})?%$";

    public override string Words => HasPerCent ? "number or per cent" : "number";
}

/// <summary>A list of <paramref name="Least"/> to <paramref name="Most"/> entries.</summary>
sealed record ListShape(ValueShape Item, int Most = 200, int Least = 0) : ValueShape
{
    public override string Words => $"list of {Item.Words}";
}

/// <summary>A mapping of <paramref name="Least"/> to <paramref name="Most"/> keys of its own choice.</summary>
sealed record NamedShape(ValueShape Value, int Most = 200, int Least = 1) : ValueShape
{
    /// <summary>The form of its keys where they are no names of the author's.</summary>
    public KeyForm? Form { get; init; }

    public override string Words => $"name: {Value.Words}";
}

/// <summary>A mapping with the keys of a table.</summary>
public sealed record KeysShape(string Name, ImmutableArray<LevelKey> Keys) : ValueShape
{
    /// <summary>What keys have to do with each other.</summary>
    public ImmutableArray<KeyRule> Rules { get; init; } = [];

    /// <summary>Keys, at least.</summary>
    public int Least { get; init; }

    public override string Words => Name;
}

/// <summary>A key of a level file: a row of the table.</summary>
/// <param name="Sentence">What it is, for people.</param>
public sealed record LevelKey(string Name, ValueShape Shape, string Sentence, bool IsRequired = false);

/// <summary>What the keys of a mapping look like.</summary>
/// <param name="Words">For people: <c>a code of the linter, as TUT4001</c>.</param>
/// <param name="Help">The cure of a key that looks otherwise.</param>
sealed record KeyForm(string Pattern, string Words, string Help);
