using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tutor.Core.Predicates.Binding;
using Tutor.Core.Predicates.Syntax;
using Tutor.Core.Text;

namespace Tutor.Core.Predicates.Evaluation;

/// <summary>Listens to an evaluation and builds the tree that answers "why?".</summary>
sealed class Trace
{
    readonly List<ExplainedPart> _parts = [];
    readonly Stack<Call> _calls = new();
    ExplainedCall? _lastCall;

    /// <summary>What the evaluation came to: one part in expression form, the statements' parts in function form.</summary>
    public ImmutableArray<ExplainedPart> Parts => [.. _parts];

    /// <summary>The entry function's variables and statements, or null in expression form.</summary>
    public ExplainedCall? Entry => _lastCall;

    public int Mark() => _parts.Count;

    /// <summary>A node has its value; everything since <paramref name="mark"/> belongs to it.</summary>
    public void Value(BoundExpression node, long value, int mark, bool halted)
    {
        var seen = _parts.GetRange(mark, _parts.Count - mark);
        _parts.RemoveRange(mark, _parts.Count - mark);
        var call = node is BoundCall ? _lastCall : null;
        var children = BoundParts.Of(node).Select(
            child => seen.Find(s => s.Node == child) ?? Unevaluated(child)).ToImmutableArray();
        _parts.Add(new ExplainedPart(node, halted ? null : value) { Children = children, Call = call });
        _lastCall = node is BoundCall ? null : _lastCall;
    }

    public void Enter(BoundFunction function, ref Frame frame)
    {
        var call = new Call(function, _parts.Count);
        foreach (var parameter in function.Parameters)
        {
            call.Values[parameter] = frame.Slots[parameter.Slot];
        }

        _calls.Push(call);
    }

    public void Stored(LocalSymbol local, long value)
    {
        if (_calls.TryPeek(out var call))
        {
            call.Values[local] = value;
        }
    }

    /// <summary>A store through a pointer: the variable belongs to a function further out.</summary>
    public void StoredThrough(int slot, long value)
    {
        foreach (var call in _calls)
        {
            if (call.Function.Locals.FirstOrDefault(l => l.Slot == slot) is { } local)
            {
                call.Values[local] = value;
                return;
            }
        }
    }

    public void Branch()
    {
        if (_calls.TryPeek(out var call) && _parts.Count > call.Mark)
        {
            call.Conditions.Add(_parts[^1]);
        }
    }

    public void Return(BoundReturn statement, long value)
    {
        if (_calls.TryPeek(out var call))
        {
            call.ReturnSpan = statement.Syntax.Span;
            call.Result = value;
            call.Returned = _parts.Count > call.Mark ? _parts[^1] : null;
        }
    }

    public void Leave()
    {
        var call = _calls.Pop();
        var parts = _parts.GetRange(call.Mark, _parts.Count - call.Mark);
        _parts.RemoveRange(call.Mark, _parts.Count - call.Mark);
        _lastCall = new ExplainedCall(
            call.Function.Name, call.ReturnSpan, [.. parts], call.Returned, [.. call.Conditions],
        [
            .. call.Function.Locals.Select(l => new ExplainedLocal(l.Name, l.Type.CName(),
                call.Values.TryGetValue(l, out var value) ? ExplainedPart.Write(value, l.Type) : null)),
        ]);
    }

    static ExplainedPart Unevaluated(BoundExpression node) => new(node, null)
    {
        Children = RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? [.. BoundParts.Of(node).Select(Unevaluated)] : [],
    };

    sealed class Call(BoundFunction function, int mark)
    {
        public BoundFunction Function { get; } = function;

        public int Mark { get; } = mark;

        public Dictionary<LocalSymbol, long> Values { get; } = [];

        public List<ExplainedPart> Conditions { get; } = [];

        public TextSpan ReturnSpan { get; set; }

        public long Result { get; set; }

        public ExplainedPart? Returned { get; set; }
    }
}
