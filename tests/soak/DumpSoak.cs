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
}
