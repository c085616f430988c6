namespace Tutor.Tests.Tidy.Layers;

/// <summary>A row of the table of layers: a folder, with those below it that have no row of their own.</summary>
/// <param name="MayUse">Other rows, each by its name.</param>
sealed record Layer(string Namespace, params string[] MayUse);

/// <summary>Types of others that only some namespaces may touch.</summary>
/// <param name="Type">A full name, or a namespace with a full stop behind it.</param>
/// <param name="Only">Namespaces, with those below them; all others are refused.</param>
sealed record Fence(string Type, string Why, params string[] Only);

/// <summary>Which folder uses which. Folders are namespaces.</summary>
static class LayerTable
{
    const string Text = "Tutor.Game.Text";
    const string Playing = "Tutor.Game.Playing";
    const string Keys = "Tutor.Game.Keys";
    const string Reading = "Tutor.Game.Reading";
    const string Drawing = "Tutor.Game.Drawing";
    const string Panes = "Tutor.Game.Panes";
    const string Screens = "Tutor.Game.Screens";
    const string Lines = "Tutor.Game.Lines";
    const string Doctor = "Tutor.Game.Doctor";
    const string Storage = "Tutor.Storage";
    const string Terminal = "Tutor.Terminal";

    /// <summary>Each uses those before it. The last one is the root: what stands above all folders.</summary>
    static readonly string[] Core =
    [
        "Tutor.Core.Text", "Tutor.Core.Memory", "Tutor.Core.Predicates.Syntax", "Tutor.Core.Predicates.Binding",
        "Tutor.Core.Predicates.Evaluation", "Tutor.Core.Predicates", "Tutor.Core.Scenarios", "Tutor.Core.Dumps",
        "Tutor.Core.Simulation", "Tutor.Core.Scoring", "Tutor.Core.Levels.Yaml", "Tutor.Core.Levels", "Tutor.Core.Play",
        "Tutor.Core.Linting", "Tutor.Core",
    ];

    public static readonly IReadOnlyList<Layer> All =
    [
        .. Core.Select((folder, i) => new Layer(folder, Core[..i])),
        new(Text),
        new(Playing, [.. Core, Text]),
        new(Keys, [.. Core, Text]),
        new(Reading, [.. Core, Text, Playing]),
        new(Drawing, [.. Core, Text, Playing, Keys, Reading]),
        new(Panes, [.. Core, Text, Playing, Keys, Reading, Drawing]),
        new(Screens, [.. Core, Text, Playing, Keys, Reading, Drawing, Panes]),
        new(Lines, [.. Core, Text, Playing, Reading]),
        new(Doctor, [.. Core, Text, Reading, Drawing, Screens]),
        new(Storage, [.. Core, Text, Playing]),
        new(Terminal, [.. Core, Text, Playing, Keys, Reading, Drawing, Panes, Screens]),
        new("Tutor.Cli", [.. Core, Text, Playing, Keys, Reading, Drawing, Panes, Screens, Lines, Doctor, Storage, Terminal]),
    ];

    static readonly string[] Hosts = ["Tutor.Cli", Storage, Terminal];

    public static readonly IReadOnlyList<Fence> Fences =
    [
        new("Terminal.Gui.", "the game draws itself; the library is for the terminal alone", Terminal),
        new("Microsoft.Data.Sqlite.", "storage is a host's", Storage),
        new("System.CommandLine.", "the command line is one front", "Tutor.Cli"),
        new("System.Console", "a host has it", Hosts),
        new("System.Environment", "a host has it", Hosts),
        new("System.IO.File", "a host has it", Hosts),
        new("System.IO.FileStream", "a host has it", Hosts),
        new("System.IO.Directory", "a host has it", Hosts),
        new("System.Diagnostics.Process", "a host has it", Hosts),
        new("System.Threading.Thread", "a browser has one thread", Hosts),
        new("System.Net.", "nobody goes to the network"),
    ];

    /// <summary>What a fence lets through everywhere: a line break, and what the compiler writes into iterators.</summary>
    public static readonly IReadOnlyList<string> Harmless = ["System.Environment.get_NewLine", "System.Environment.get_CurrentManagedThreadId"];
}
