using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Dumps;

/// <summary><c>TUT37xx</c>: what a kernel or its tools printed.</summary>
public static class DumpCodes
{
    static readonly DiagnosticTable Table = new();

    public static readonly DiagnosticCode Damaged = Table.Error(3701, "a page dump is damaged");

    public static readonly DiagnosticCode Mixed = Table.Error(3702, "the lines of several page dumps are mixed and cannot be told apart");

    public static readonly DiagnosticCode None = Table.Error(3703, "there is no page dump in a text");

    public static readonly DiagnosticCode NoPageTypes = Table.Error(3704, "a file that page-types did not write");

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Table.Codes;
}
