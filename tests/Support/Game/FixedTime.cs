namespace Tutor.Tests.Support;

/// <summary>A clock whose date stands where a test puts it; waits take the time that they take.</summary>
sealed class FixedTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
