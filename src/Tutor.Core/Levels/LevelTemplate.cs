using System.Collections.Immutable;
using System.Text;

namespace Tutor.Core.Levels;

/// <summary>
/// The files that <c>tutor new</c> writes: a level that plays, with every key there is and its sentence behind it,
/// made from the table of keys. What the level does not use stands there as a comment.
/// </summary>
public static class LevelTemplate
{
    const string Title = "What the level is called";

    const string Brief = "What lies before the player, and what is asked: two or three sentences, in Markdown.";

    /// <summary>What a value may be, in more characters than this, is left to the schema.</summary>
    const int LongestWords = 400;

    /// <summary>Where the sentences begin.</summary>
    const int CommentColumn = 33;

    const string Reference = "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)";

    /// <summary>Texts that an author is to replace.</summary>
    public static ImmutableArray<string> Texts { get; } = [Title, Brief];

    /// <summary>Values of the template, by the path of their key; entries of a list further down stand under <c>path/-</c>.</summary>
    static readonly Dictionary<string, string> Samples = new()
    {
        ["format"] = "1",
        ["revision"] = "1",
        ["title"] = $"\"{Title}\"",
        ["kind"] = "write",
        ["minutes"] = "5",
        ["brief"] = $"|\n{Brief}",
        ["skip/vocabulary"] = "[counts, mapping, expected-refs]",
        ["skip/starter"] = "|\nfalse",
        ["maps/id"] = "host",
        ["maps/role"] = "shown",
        ["maps/pages"] = "4096",
        ["maps/seed"] = "1",
        ["maps/mix"] = "{ anon: 40, file: 20, vfio-shmem: 20, slab: 5, free: 15 }",
        ["maps/-"] = "- { id: crowd, role: hidden, like: host, seeds: 4, add: { libc-2000: 3, vmsplice: 3 } }   # the player never sees this one",
        ["goals/pass"] = "{ futile: { max: \"2%\" }, false_skips: { max: \"1%\" } }",
        ["goals/silver"] = "{ futile: { max: \"1%\" }, false_skips: { max: 0 } }",
        ["goals/gold"] = "{ futile: { max: 0 }, false_skips: { max: 0 } }",
        ["hints/kind"] = "nudge",
        ["hints/text"] = "\"Who holds a reference on a page of the page cache?\"",
        ["hints/-"] = $"- {{ kind: answer, text: \"`{Reference}`\" }}",
        ["solutions/id"] = "reference",
        ["solutions/skip"] = $"\"{Reference}\"",
        ["solutions/expect"] = "gold",
        ["solutions/-"] = """
            - { id: stock-6.1, skip: "!mapping && folio_ref_count(folio) - 1 > folio_mapcount(folio)", expect: fail, source: "Linux 6.1" }
            # One that passes every map the player sees and fails a hidden one: it shows what the hidden one is for.
            - { id: pins-only, skip: "folio_maybe_dma_pinned(folio)", expect: fail, source: "Linux 6.1" }
            """,
    };

    /// <summary>A level file for an author to fill in.</summary>
    public static string Level(string id) => Level(id, []);

    /// <summary>The level of a new pack: it has a title, a brief and a lesson.</summary>
    /// <param name="lesson">The path of its lesson in the pack.</param>
    public static string First(string id, string lesson) => Level(id,
    [
        ("title", "\"A first level\""), ("lesson", $"\"{lesson}\""),
        ("brief", "|\nA guest has its memory pinned, and some of it lies between memory that can move. Skip what cannot."),
    ]);

    static string Level(string id, ReadOnlySpan<(string Key, string Value)> own)
    {
        var output = new StringBuilder();
        output.Append(LevelSchema.All[0].ModeLine).Append('\n');
        output.Append("# Every key there is, each with what it means; what this level does not use is a comment.\n");
        output.Append("# 'tutor explain' lists the functions that predicates may call; the author's guide says the rest.\n");
        var samples = new Dictionary<string, string>(Samples) { ["id"] = id };
        foreach (var (key, value) in own)
        {
            samples[key] = value;
        }

        new Writer(output, samples).Keys(LevelKeys.Level, "", "", "", isComment: false);
        return output.ToString();
    }

    /// <summary>A <c>pack.yaml</c> with one chapter and one level, <c>first</c>.</summary>
    public static string Pack(string id)
    {
        var output = new StringBuilder();
        output.Append(LevelSchema.All[1].ModeLine).Append('\n');
        output.Append("# A pack of levels: hand out the whole folder, and play it with 'tutor --pack DIR'.\n");
        new Writer(output, new Dictionary<string, string>
        {
            ["format"] = "1",
            ["id"] = id,
            ["title"] = "\"What the pack is called\"",
            ["version"] = "\"1\"",
            ["licence"] = "\"CC-BY-4.0\"",
            ["authors"] = "[\"Your name\"]",
            ["chapters/id"] = "start",
            ["chapters/title"] = "\"The first chapter\"",
            ["chapters/levels"] = "[first]",
        }).Keys(LevelKeys.PackFile, "", "", "", isComment: false);
        return output.ToString();
    }

    /// <summary>A lesson.</summary>
    public static string Lesson =>
        """
        # What the lesson is called

        One idea, in the player's words, with its source (kernel release, file, function). A word of the course is
        linked where it is used first: a [guest page](../glossary.md#guest-page) has one count of references.

        ```predicate
        folio_ref_count(folio) - 1 > folio_mapcount(folio)
        ```

        Something to try: what would change if the page were mapped twice?

        """.ReplaceLineEndings("\n");

    /// <summary>A glossary with one term.</summary>
    public static string Glossary =>
        """
        # Glossary

        guest page
        : A page of a virtual machine's memory. A device that is passed through to the guest pins it.

        """.ReplaceLineEndings("\n");

    sealed class Writer(StringBuilder output, Dictionary<string, string> samples)
    {
        /// <param name="prefix">What every line begins with: blanks, or blanks and a comment's sign.</param>
        /// <param name="first">The same of the first line: an entry of a list begins with a dash.</param>
        public void Keys(KeysShape shape, string path, string prefix, string first, bool isComment)
        {
            foreach (var key in shape.Keys)
            {
                var its = path + key.Name;
                var isUsed = samples.ContainsKey(its) || samples.Keys.Any(k => k.StartsWith(its + "/", StringComparison.Ordinal));
                Key(key, its, first + (isComment || isUsed ? "" : "# "), isComment || !isUsed);
                first = prefix;
            }
        }

        /// <summary>A hundred names behind a key are no help: the schema offers them.</summary>
        static string Words(ValueShape shape) => shape.Words.Length <= LongestWords ? shape.Words
            : shape is ListShape ? "list of names; the editor offers them" : "a name; the editor offers them";

        void Key(LevelKey key, string path, string prefix, bool isComment)
        {
            var value = samples.GetValueOrDefault(path);
            var block = value?.StartsWith("|\n", StringComparison.Ordinal) == true ? value[2..] : null;
            var inner = (key.Shape as KeysShape) ?? (key.Shape as ListShape)?.Item as KeysShape;
            // Metrics stand under the first bounds.
            inner = inner is { Name: "bounds" or "signs" } ? null : inner;
            var shown = isComment ? (inner is null ? $" {Words(key.Shape)}" : "") : block is not null ? " |" : value is not null ? $" {value}" : "";
            output.Append($"{prefix}{key.Name}:{shown}".PadRight(CommentColumn)).Append("  # ").Append(key.Sentence).Append(key.IsRequired ? " (needed)\n" : "\n");
            var blanks = isComment ? prefix : new string(' ', prefix.Length);
            if (block is not null)
            {
                output.Append(blanks).Append("  ").Append(block).Append('\n');
            }
            else if (inner is not null && value is null)
            {
                var isList = key.Shape is ListShape;
                Keys(inner, path + "/", blanks + (isList ? "    " : "  "), blanks + (isList ? "  - " : "  "), isComment);
                foreach (var line in samples.GetValueOrDefault(path + "/-")?.ReplaceLineEndings("\n").Split('\n') ?? [])
                {
                    output.Append(blanks).Append("  ").Append(line.TrimEnd()).Append('\n');
                }
            }
        }
    }
}
