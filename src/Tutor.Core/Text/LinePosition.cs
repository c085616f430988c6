namespace Tutor.Core.Text;

/// <summary>A place a person can find: both numbers start at 1; a column is one Unicode character.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
