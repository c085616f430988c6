namespace Tutor.Core.Predicates.Syntax;

/// <summary>How large a predicate may be. Every limit has a diagnostic of its own (<c>TUT5xxx</c>).</summary>
public static class PredicateLimits
{
    /// <summary>Bytes of source, in UTF-8.</summary>
    public const int SourceBytes = 64 * 1024;

    /// <summary>Brackets, prefix operators, blocks and branches inside one another.</summary>
    public const int Nesting = 256;

    /// <summary>Operators, names, numbers, calls, declarations and statements; brackets count nothing.</summary>
    public const int Nodes = 10_000;

    /// <summary>Parts evaluated for one page state; functions that call functions can multiply them.</summary>
    public const int Steps = 100_000;
}
