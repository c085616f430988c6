namespace Tutor.Storage;

/// <summary>Where a player's progress lives.</summary>
static class DataFolder
{
    /// <summary>
    /// <paramref name="chosen"/> (<c>--data</c>), else <c>TUTOR_DATA</c>, else <c>tutor</c> under
    /// <c>XDG_DATA_HOME</c> (which counts only when it is absolute, as its specification says),
    /// else <c>~/.local/share/tutor</c>; null when there is no home.
    /// </summary>
    public static string? Find(string? chosen, Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var named = NotEmpty(chosen) ?? NotEmpty(environment("TUTOR_DATA"));
        if (named is not null)
        {
            // Shells do not expand it behind an equals sign: --data=~/x.
            return named.StartsWith("~/", StringComparison.Ordinal) && NotEmpty(environment("HOME")) is { } own
                ? Path.Combine(own, named[2..])
                : Path.GetFullPath(named);
        }

        var shared = NotEmpty(environment("XDG_DATA_HOME"));
        if (shared is not null && Path.IsPathRooted(shared))
        {
            return Path.Combine(shared, "tutor");
        }

        var home = NotEmpty(environment("HOME"));
        return home is null ? null : Path.Combine(home, ".local", "share", "tutor");
    }

    /// <summary>Why nothing can be kept in a folder that there is or will be; null where it can. Nothing stays behind.</summary>
    public static string? WhyNotWritable(string folder)
    {
        try
        {
            // A folder that does not exist yet is made in the nearest one above it that does.
            var there = Path.GetFullPath(folder);
            while (!Directory.Exists(there) && !File.Exists(there) && Path.GetDirectoryName(there) is { } above)
            {
                there = above;
            }

            var probe = Path.Combine(there, $".tutor-doctor-{Environment.ProcessId}");
            using var file = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            // On a full disk a file can be made, but nothing can be written into it.
            file.Write(new byte[4096]);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message.TrimEnd('.');
        }
    }

    static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
