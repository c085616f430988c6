using System.Collections.Immutable;

namespace Tutor.Core.Levels;

/// <summary>What the keys of one mapping have to do with each other: checked by the reader and said by the schema.</summary>
/// <param name="Help">The cure.</param>
public abstract record KeyRule(string Help);

/// <summary>One of these keys is needed, or several.</summary>
sealed record NeedsOneRule(ImmutableArray<string> Keys, string Help) : KeyRule(Help);

/// <summary>Beside this key none of the others means anything.</summary>
/// <param name="Why">Behind "beside 'key' there is no 'other': ".</param>
sealed record AloneRule(string Key, ImmutableArray<string> Others, string Why, string Help) : KeyRule(Help);

/// <summary>This key means something only beside another.</summary>
sealed record BesideRule(string Key, string Needed, string Help) : KeyRule(Help);

/// <summary>Where a key has one of some values, other keys are needed, and some mean nothing.</summary>
/// <param name="Value">The word that the key has.</param>
/// <param name="Needs">Keys that are needed, each with the cure of a file that lacks it.</param>
/// <param name="Never">Keys that belong to other values, each with those values in words.</param>
sealed record WhenRule(string Key, string Value, ImmutableArray<(string Key, string Help)> Needs,
    ImmutableArray<(string Key, string Where)> Never) : KeyRule("remove the key, or change the kind");
