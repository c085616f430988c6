namespace Tutor.Game.Reading;

/// <summary>
/// Lines that are laid out once, and anew when they are to say something else: a picture is drawn with every key, and most
/// of it says what it said before.
/// </summary>
/// <typeparam name="TOf">Everything that the lines are made of.</typeparam>
sealed class LaidOut<TOf> where TOf : struct, IEquatable<TOf>
{
    TOf _of;
    IReadOnlyList<Line>? _lines;

    /// <param name="layOut">Uses nothing but what it is given: else old lines would be shown.</param>
    public IReadOnlyList<Line> Of(TOf of, Func<TOf, IReadOnlyList<Line>> layOut)
    {
        if (_lines is null || !_of.Equals(of))
        {
            _lines = layOut(of);
            _of = of;
        }

        return _lines;
    }
}
