using System.Diagnostics;
using System.Globalization;
using Tutor.Core.Tests.Dumps;

namespace Tutor.Soak;

/// <summary>Damages page dumps and checks that nothing is invented of them.</summary>
static class DumpSoak
{
    public static int Run(int count, int firstSeed)
    {
        var dumps = SharedDumps.Truth.Select(t => SharedDumps.Texts[t.File]).ToList();
        var (whole, damaged, found) = (0, 0, 0);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var seed = unchecked(firstSeed + i);
            var text = DumpDamage.Damage(new Random(seed), dumps);
            string? invention;
            try
            {
                invention = DumpDamage.Invention(text);
                var read = SharedDumps.Read(text);
                (whole, damaged) = (whole + read.Dumps.Length, damaged + read.Problems.Length);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                invention = e.ToString();
            }

            if (invention is not null)
            {
                found++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {invention}\n{text}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} logs from seed {firstSeed} in {watch.Elapsed.TotalSeconds:N0} s: {whole:N0} dumps read, {damaged:N0} problems, {found:N0} inventions or exceptions"));
        return found == 0 ? 0 : 1;
    }

    /// <summary>Mixes the lines of two dumps and checks that each is read as alone, or said to be mixed.</summary>
    public static int RunMixed(int count, int firstSeed)
    {
        var dumps = SharedDumps.Truth.Select(t => SharedDumps.Texts[t.File]).ToList();
        var (read, found) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var seed = unchecked(firstSeed + i);
            var (wrong, both) = DumpDamage.Misreading(new Random(seed), dumps);
            read += both;
            if (wrong is not null)
            {
                found++;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {wrong}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} pairs from seed {firstSeed}: {read:N0} of {2 * count:N0} dumps told apart, {found:N0} misread"));
        return found == 0 ? 0 : 1;
    }
}
