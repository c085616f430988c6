using Tutor.Core.Memory;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>Everything that changes while a predicate is asked of one page. Lives on the stack.</summary>
ref struct Frame(PageState page, CompactControl control, Span<long> slots, Span<bool> assigned)
{
    public readonly PageState Page = page;
    public readonly CompactControl Control = control;

    /// <summary>Variables and waiting arguments.</summary>
    public readonly Span<long> Slots = slots;

    /// <summary>Which slots have a value.</summary>
    public readonly Span<bool> Assigned = assigned;

    /// <summary>Bit 0: the comparison was false once, bit 1: true once. Empty when nobody asks.</summary>
    public Span<byte> Outcomes;

    /// <summary>Remembers every value, for "why?"; null when nobody asks.</summary>
    public Trace? Trace;
    public int Steps;
    public int Loads;

    /// <summary>What went wrong first; from then on nothing is evaluated any more.</summary>
    public Undefined Problem;
    public TextSpan ProblemSpan;
    public CType ProblemType;

    public readonly bool Halted => Problem != Undefined.None;

    public void Fail(Undefined problem, TextSpan span, CType type = CType.Error)
    {
        if (!Halted)
        {
            Problem = problem;
            ProblemSpan = span;
            ProblemType = type;
        }
    }
}
