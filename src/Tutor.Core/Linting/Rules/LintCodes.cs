using System.Collections.Immutable;
using Tutor.Core.Text;

namespace Tutor.Core.Linting.Rules;

/// <summary>
/// <c>TUT4xxx</c>: what the linter reports of a level that reads clean. A rule's codes stand in the rule's own file,
/// and name it: so they bring the rule with them, and there is no second list.
/// </summary>
public static partial class LintCodes
{
    public static readonly DiagnosticCode UnknownInChapter = Rows.Table.Error(4020, "a chapter names a level that is not there");

    public static readonly DiagnosticCode InNoChapter = Rows.Table.Warning(4021, "a level that is in no chapter");

    public static readonly DiagnosticCode LessonUnnamed = Rows.Table.Warning(4027, "a lesson that no level leads to");

    public static readonly DiagnosticCode TaughtNowhere = Rows.Table.Error(4051, "a term that is taught in a level that is not there");

    public static readonly DiagnosticCode AllowedInVain = Rows.Table.Warning(4090, "a finding is allowed that there is not");

    /// <summary>With it the fields of all files begin before the first member is used.</summary>
    static LintCodes()
    {
    }

    /// <summary>Every row, ascending.</summary>
    public static ImmutableArray<DiagnosticCode> All => Rows.Table.Codes;

    /// <summary>The rules that a level which reads clean is held against. Findings are sorted by place afterwards: the order says nothing.</summary>
    internal static ImmutableArray<Action<LintedLevel>> Rules => [.. Rows.Rules.Distinct()];

    static DiagnosticTable Row(Action<LintedLevel> rule)
    {
        Rows.Rules.Add(rule);
        return Rows.Table;
    }

    /// <summary>A class of its own: fields of several files begin in no order that one could count on.</summary>
    static class Rows
    {
        public static readonly DiagnosticTable Table = new();
        public static readonly List<Action<LintedLevel>> Rules = [];
    }
}
