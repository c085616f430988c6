using System.Globalization;
using Tutor.Game.Text;

namespace Tutor.Game.Panes;

/// <summary>How far a long piece of work is, in words and as a bar.</summary>
/// <param name="Pages">Pages of the whole work.</param>
/// <param name="Done">0 to 1.</param>
/// <param name="Elapsed">Time since it began.</param>
readonly record struct LongWork(long Pages, double Done, TimeSpan Elapsed)
{
    /// <summary>Work that ends before this shows no bar.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary><c>[#####.....] 50% · 310 Mi pages/s · 2 s left</c>, at most <paramref name="width"/> columns.</summary>
    public string Line(int width)
    {
        var done = Math.Clamp(Done, 0, 1);
        var text = string.Create(CultureInfo.InvariantCulture, $" {done * 100:0}%{Rate(done)}");
        var bar = Math.Clamp(width - text.Length - 2, 0, 40);
        var full = (int)(bar * done);
        return TextColumns.Fit((bar < 4 ? "" : $"[{new string('#', full)}{new string('.', bar - full)}]") + text, width);
    }

    string Rate(double done)
    {
        var seconds = Elapsed.TotalSeconds;
        if (seconds < 0.1 || done <= 0)
        {
            return "";
        }

        var left = seconds / done * (1 - done);
        return string.Create(CultureInfo.InvariantCulture,
            $", {Pages * done / seconds / (1 << 20):0} Mi pages/s, {Math.Ceiling(left):0} s left");
    }
}
