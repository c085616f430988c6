using System.Globalization;
using Tutor.Soak;

if (args is [KillSoak.Player, var folder])
{
    return KillSoak.Play(folder);
}

if (args is [ClassSoak.Reporter, .. var handedIn])
{
    return ClassSoak.Report(handedIn);
}

if (args is [var name, .. var rest] && Soaks.Find(name) is { } soak)
{
    var count = rest is [var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : soak.Count;
    var seed = rest is [_, var first, ..] && int.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var s) ? s : unchecked((int)TimeProvider.System.GetTimestamp());
    return soak.Run(count, seed);
}

Console.Error.WriteLine("usage: dotnet run -c Release --project tests/soak -- NAME [COUNT [SEED]]");
foreach (var row in Soaks.All)
{
    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {row.Name}  {row.About} ({row.Count:N0})"));
}

return 2;
