using Tutor.Game.Playing;

namespace Tutor.Terminal;

/// <summary>What this program gives the game: its clock, and threads for work that takes longer than a frame.</summary>
sealed class ThreadHost(TimeProvider time) : IHost
{
    public TimeProvider Time => time;

    public void Run(Job job) => Task.Run(() =>
    {
        while (job.Step())
        {
        }
    });
}
