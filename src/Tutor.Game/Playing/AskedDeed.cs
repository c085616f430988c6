namespace Tutor.Game.Playing;

/// <summary>
/// What is done only where something is asked: the sandbox has none of it. Both fronts name a command of theirs by it,
/// so that what the sandbox refuses is this list.
/// </summary>
enum AskedDeed
{
    HandIn,
    Lesson,
    Hint,
    Why,
    Tries,
    Best,
    Maps,
    Proof,
    ShowMe,
    ShareCard,
    NextLevel,
}
