using System.Globalization;
using Tutor.Core.Tests.Predicates;

namespace Tutor.Soak;

/// <summary>Random predicates against gcc, in batches of one C file.</summary>
static class PredicatesGcc
{
    const int Batch = 4000;

    public static int Run(int count, int seed)
    {
        if (!Gcc.IsPresent)
        {
            Console.Error.WriteLine("gcc is not installed: nothing to compare with");
            return 2;
        }

        var generator = new RandomC(seed);
        for (var done = 0; done < count; done += Batch)
        {
            var differences = GccComparison.Differences(GccComparison.Generate(generator, Math.Min(Batch, count - done)), null, seed);
            if (differences.Length > 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of the first {done + Batch:N0} cases some differ:\n{differences}"));
                return 1;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Math.Min(done + Batch, count):N0} cases of seed {seed} agree"));
        }

        return 0;
    }
}
