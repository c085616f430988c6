namespace Tutor.Core.Predicates.Evaluation;

/// <summary>What a predicate says of one page state.</summary>
public enum SkipAnswer : byte
{
    /// <summary>False: the scanner may take the page.</summary>
    Keep,

    /// <summary>True: leave this page.</summary>
    Skip,

    /// <summary>What C leaves undefined happened on this page state.</summary>
    Error,
}
