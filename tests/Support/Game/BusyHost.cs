using Tutor.Game.Playing;

namespace Tutor.Tests.Support;

/// <summary>A host that has no time for a job until it is told to.</summary>
sealed class BusyHost : IHost
{
    readonly List<Job> _jobs = [];

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ulong NewOrder() => 0;

    public void Run(Job job) => _jobs.Add(job);

    public string Copy(string text) => "There is no clipboard here.";

    /// <summary>Takes every step that is left of every job.</summary>
    public void Finish()
    {
        foreach (var job in _jobs)
        {
            while (job.Step())
            {
            }
        }

        _jobs.Clear();
    }
}
