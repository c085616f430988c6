namespace Tutor.Core.Text;

public enum DiagnosticSeverity
{
    Warning,
    Error,
}

/// <summary>
/// One kind of problem: a row of the table that the messages, <c>tutor explain</c>, the pages in
/// <c>content/diagnostics/</c> and the tests share. Numbers are never used twice.
/// <c>TUT1xxx</c> syntax, <c>2xxx</c> names and types, <c>3xxx</c> level files, <c>4xxx</c> lint,
/// <c>5xxx</c> limits.
/// </summary>
/// <param name="Id"><c>TUT2003</c>.</param>
/// <param name="Severity">Errors stop a run; warnings do not.</param>
/// <param name="Title">What is wrong, in one line, for lists: lower case, no full stop.</param>
public sealed record DiagnosticCode(string Id, DiagnosticSeverity Severity, string Title)
{
    public override string ToString() => Id;
}
