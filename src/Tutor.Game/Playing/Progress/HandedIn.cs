using Tutor.Core.Play;
using Tutor.Core.Text;

namespace Tutor.Game.Playing.Progress;

/// <summary>An attempt that was run again here.</summary>
/// <param name="Attempt">With the verdict that it deserves, of this pack's level and revision.</param>
sealed record JudgedAttempt(Attempt Attempt)
{
    /// <summary>Ids of the level's misconceptions that a wrong answer shows.</summary>
    public IReadOnlyList<string> Misconceptions { get; init; } = [];

    /// <summary>What a wrong answer's behaviour alone says; only where <see cref="Referee.NotesBeliefs"/> asks for it.</summary>
    public GeneralNote? Note { get; init; }
}

/// <summary>What one player, or a few at one machine, handed in: a file's claims, and what they came to.</summary>
/// <param name="findings">What was wrong when the file was read; what its claims come to is added.</param>
sealed class HandedIn(string path, ExportFile file, DiagnosticBag findings)
{
    /// <summary>The file as it was named.</summary>
    public string Path => path;

    public ExportFile File => file;

    public DiagnosticBag Findings => findings;

    /// <summary>The claims, in the order of the file. Rows that only repeat an answer on a later revision are left out, because all answers run again here.</summary>
    public IReadOnlyList<ClaimedAttempt> Claims { get; } = [.. file.Attempts.Where(a => a.Attempt.RerunOf is null)];

    /// <summary>What the claims came to, in their order; those that cannot be run are left out.</summary>
    public IReadOnlyList<JudgedAttempt> Attempts { get; internal set; } = [];

    /// <summary>Events of levels that the pack has, under the ids that it has for them.</summary>
    public IReadOnlyList<PlayerEvent> Events { get; internal set; } = [];

    /// <summary>Claims that came to another verdict than they say.</summary>
    public int Corrected { get; internal set; }

    /// <summary>Whether something in the file is not what the game would have written.</summary>
    public bool IsDoubtful { get; internal set; }

    /// <summary>Reads a file.</summary>
    /// <param name="latest">No attempt can be later than this.</param>
    public static HandedIn Read(SourceText text, DateTimeOffset latest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new DiagnosticBag();
        var file = ExportFile.Read(text, findings, latest);
        return new HandedIn(text.Path, file, findings) { IsDoubtful = findings.HasErrors };
    }
}
