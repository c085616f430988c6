namespace Tutor.Game.Playing;

/// <summary>
/// Deeds that make sense only where a level asks something. The sandbox asks nothing, and refuses them. Both fronts mark
/// their commands with these deeds, so that both refuse the same ones.
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
