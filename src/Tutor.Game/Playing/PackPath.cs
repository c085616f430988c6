namespace Tutor.Game.Playing;

/// <summary>Paths inside a pack, with slashes.</summary>
static class PackPath
{
    /// <summary>Where a link in the text at <paramref name="from"/> leads, or null when it leaves the pack.</summary>
    public static string? Resolve(string from, string link)
    {
        var parts = from.Split('/').SkipLast(1).ToList();
        foreach (var part in link.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not "." and not "")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
