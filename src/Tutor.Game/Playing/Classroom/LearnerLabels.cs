using System.Globalization;
using Tutor.Game.Playing.Progress;

namespace Tutor.Game.Playing.Classroom;

/// <summary>What each hand-in is called in a report: who played, or the file's name; with the file where two would be alike.</summary>
static class LearnerLabels
{
    public static IReadOnlyDictionary<HandedIn, string> Of(IReadOnlyList<HandedIn> files)
    {
        var plain = files.ToDictionary(f => f, PlainOf);
        var alike = plain.Values.CountBy(l => l, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var labels = new Dictionary<HandedIn, string>();
        foreach (var file in files)
        {
            var label = alike[plain[file]] == 1 ? plain[file] : $"{plain[file]} ({FileName(file.Path)})";
            for (var i = 2; !taken.Add(label); i++)
            {
                label = string.Create(CultureInfo.InvariantCulture, $"{plain[file]} ({FileName(file.Path)}, {i})");
            }

            labels[file] = label;
        }

        return labels;
    }

    static string PlainOf(HandedIn file) => file.File.Names.Count > 0 ? string.Join(" & ", file.File.Names) : Stem(FileName(file.Path));

    static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    static string Stem(string name) => name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
}
