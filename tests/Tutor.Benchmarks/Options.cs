using System.Globalization;

namespace Tutor.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Pages">Of the maps, a multiple of a pageblock; null: several sizes.</param>
/// <param name="Rounds">Times that each thing is measured; null: as the benchmark thinks best.</param>
sealed record Options(string Name, bool IsJson, int? Rounds, int? Pages)
{
    /// <summary>Null where the words make no sense.</summary>
    public static Options? Read(string[] args)
    {
        var options = new Options(args[0], false, null, null);
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i] == "--json")
            {
                options = options with { IsJson = true };
            }
            else if (args[i] == "--rounds" && i + 1 < args.Length
                && int.TryParse(args[++i], CultureInfo.InvariantCulture, out var number) && number > 0)
            {
                options = options with { Rounds = number };
            }
            else if (args[i] == "--pages" && i + 1 < args.Length
                && int.TryParse(args[++i], CultureInfo.InvariantCulture, out var pages)
                && pages is > 0 and <= Core.Scenarios.MapRecipe.MostPages && pages % Core.Memory.Pageblock.Pages == 0)
            {
                options = options with { Pages = pages };
            }
            else
            {
                return null;
            }
        }

        return options;
    }
}
