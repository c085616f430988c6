using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Levels;

/// <summary><c>TUT39xx</c>: files that cannot be read at all.</summary>
public static class FileCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode Missing = Table.Error(3901, "a file is not there");

    public static readonly DiagnosticCode NotAFile = Table.Error(3902, "a folder, a pipe or a device stands where a file is needed");

    public static readonly DiagnosticCode Unreadable = Table.Error(3903, "a file cannot be read");

    public static readonly DiagnosticCode TooLarge = Table.Error(3904, "a file is larger than any that can be meant");

    public static readonly DiagnosticCode NotText = Table.Error(3905, "a file is not text");

    public static readonly DiagnosticCode OutsidePack = Table.Error(3906, "a path leaves its pack");

    public static readonly DiagnosticCode NotAPack = Table.Error(3907, "a file is no pack");

    public static readonly DiagnosticCode NotAsListed = Table.Error(3908, "a pack is not what its manifest lists");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
