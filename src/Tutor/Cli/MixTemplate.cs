using System.Collections.Immutable;
using Tutor.Core.Dumps;
using Tutor.Core.Levels;

namespace Tutor.Cli;

/// <summary>A level whose map has page kinds in a machine's proportions, to be played with.</summary>
static class MixTemplate
{
    /// <summary>Pages of the map: enough for a machine's rarest kinds, few enough to be drawn.</summary>
    const int MostPages = 65_536;

    public static string Level(string id, ImmutableArray<(string Kind, long Pages)> mix)
    {
        var pages = Math.Clamp(mix.Aggregate(0L, (sum, k) => Math.Min(MostPages, sum + Math.Min(MostPages, k.Pages))) / 512 * 512, 512, MostPages);
        var entries = string.Join(",\n           ", PageTypes.Weights(mix).Select(e => $"{e.Kind}: {e.Weight}"));
        return $$"""
            {{LevelSchema.All.First(s => s.Name == "level").ModeLine}}
            # A machine's memory, by what page-types counted. It counts flags and knows no reference counts: who holds the pages
            # is what is usual for such memory, and nobody's pins are in it. Exchange kinds to say what you know of the machine:
            # vfio-anon, vfio-shmem, io-uring, vmsplice, dio-get ('tutor explain' lists the words; levels/kinds.yaml has all kinds).
            # A file's buffer heads, and whether slab has private data, only a kernel with debugging shows.
            format: 1
            id: {{id}}
            title: "My machine"
            kind: open
            brief: "Memory in the proportions of a machine. Nothing is asked: try what you like."
            skip: { starter: "false" }
            maps:
              - id: machine
                role: shown
                pages: {{pages}}
                seed: 1
                mix: { {{entries}} }

            """.ReplaceLineEndings("\n");
    }
}
