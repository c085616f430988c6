using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary>What a level's author says to whoever plays it with a class.</summary>
/// <param name="Ask">What to ask the class before it plays, or null.</param>
/// <param name="Minutes">How long a class takes, talk included; null: nobody has measured it.</param>
public sealed record FacilitatorNotes(string? Ask, ImmutableArray<WrongAnswer> Wrong, int? Minutes);

/// <summary>A wrong answer to expect.</summary>
/// <param name="Skip">The predicate; null where it is an option.</param>
/// <param name="Option">Of a pick level the option's id, or null.</param>
/// <param name="Why">What is believed, and what to say.</param>
public sealed record WrongAnswer(SourceText? Skip, string? Option, string Why);
