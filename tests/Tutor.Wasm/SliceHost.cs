using Tutor.Game.Playing;

namespace Tutor.Wasm;

/// <summary>A host with one thread: jobs get a step each between frames.</summary>
sealed class SliceHost : IHost
{
    readonly List<Job> _jobs = [];

    public TimeProvider Time => TimeProvider.System;

    public ulong NewOrder() => 0;

    public void Run(Job job) => _jobs.Add(job);

    public string Copy(string text) => "There is no clipboard here.";

    /// <summary>Lets frames go by until the condition holds, or nobody has work any more.</summary>
    public async Task Until(Func<bool> condition)
    {
        while (!condition() && _jobs.Count > 0)
        {
            _jobs.RemoveAll(j => !j.Step());
            await Task.Yield();
        }
    }
}
