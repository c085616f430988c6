using System.Collections.Immutable;
using Tutor.Core.Predicates.Syntax;

namespace Tutor.Core.Predicates.Binding;

sealed partial class Binder
{
    BoundExpression BindName(NameSyntax syntax)
    {
        var name = syntax.Name;
        if (_locals.TryGetValue(name, out var local))
        {
            if (local.Reads++ == 0)
            {
                local.FirstRead = syntax.Span;
            }

            return local.Type == CType.Error ? new BoundError(syntax) : new BoundLocal(syntax, local);
        }

        if (_functions.ContainsKey(name) || _laterFunctions.Contains(name))
        {
            return Error(
                syntax, NameCodes.FunctionWithoutCall, syntax.Span,
                $"'{name}' is a function and is not called here",
                $"write '{name}(…)'");
        }

        var builtIn = BuiltIns.Find(name, _scope.NamesInUse);
        if (builtIn is null)
        {
            return UnknownName(syntax, calls: false);
        }

        if (builtIn.Kind == BuiltInKind.Parameter && _function is not null)
        {
            return Error(
                syntax, NameCodes.NotInScope, syntax.Span,
                $"a function knows no '{name}' but what it is given",
                $"make it a parameter: '{builtIn.Signature}'");
        }

        if (builtIn.Kind == BuiltInKind.Function)
        {
            return Error(
                syntax, NameCodes.FunctionWithoutCall, syntax.Span,
                $"'{name}' is a function and is not called here",
                $"write '{name}({string.Join(", ", builtIn.Parameters.Select(p => p.Name))})'");
        }

        if (!CheckVocabulary(builtIn, syntax))
        {
            return new BoundError(syntax);
        }

        if (builtIn.Kind != BuiltInKind.Constant)
        {
            return new BoundBuiltIn(syntax, builtIn, []);
        }

        return new BoundBuiltIn(syntax, builtIn, []) { Constant = ConstantValue(builtIn) };
    }

    static long ConstantValue(BuiltIn constant) => constant.Body(null!, null!, 0, 0);

    BoundError UnknownName(NameSyntax syntax, bool calls)
    {
        var name = syntax.Name;
        if (_skippedNames.Contains(name))
        {
            return new BoundError(syntax);
        }

        if (RefusedNames.FindListed(name) is { } listed)
        {
            return RefuseName(syntax, listed.Sentence);
        }

        if (KernelConfiguration.IsOption(name))
        {
            return Error(syntax, NameCodes.UnknownName, syntax.Span, $"'{name}' has no value of its own", $"write 'IS_ENABLED({name})'");
        }

        var known = BuiltIns.All
            .Where(b => b.Kind != BuiltInKind.Member && (b.Kind == BuiltInKind.Function) == calls
                && _scope.Contains(b))
            .Where(b => b.Kind != BuiltInKind.Parameter || _function is null)
            .Select(b => b.Name)
            .Concat(calls ? _functions.Keys : _locals.Keys)
            .Concat(calls ? [] : SyntaxFacts.KeywordTexts.Where(k => k is "return" or "if" or "else"));
        var help = Meant(name) ?? Nearest(name, known);
        return help is null && RefusedNames.Reason(name) is { } reason ? RefuseName(syntax, reason)
            : Error(syntax, NameCodes.UnknownName, syntax.Span, calls ? $"no function '{name}'" : $"no name '{name}'", help);
    }

    /// <summary>A name that predicates do not have; names with one reason share a message.</summary>
    BoundError RefuseName(NameSyntax syntax, string reason)
    {
        if (_refused.TryGetValue(reason, out var said))
        {
            if (!said.Names.Contains(syntax.Name) && said.Names.Count < 12)
            {
                said.Names.Add(syntax.Name);
            }
        }
        else
        {
            _refused[reason] = (syntax.Span, [syntax.Name]);
        }

        return new BoundError(syntax);
    }

    /// <summary>The kernel's way to say what people call "refcount", if this level has it.</summary>
    string? Meant(string name) => Nicknames.Find(name) is { } builtIn && _scope.Contains(builtIn)
        ? $"write '{builtIn.Usage}'"
        : null;

    /// <summary>Reports a name that exists but not in this level, and where it is taught.</summary>
    bool CheckVocabulary(BuiltIn builtIn, NameSyntax syntax)
    {
        _namesUsed.Add(builtIn.Means ?? builtIn.Name);
        if (_scope.Contains(builtIn))
        {
            return true;
        }

        if (Twin(builtIn) is { } twin)
        {
            Report(NameCodes.NotInVocabulary, syntax.Span, $"'{builtIn.Name}' is real, but not in this level",
                $"'{twin.Usage}' does the job here");
            return false;
        }

        if (_scope.WhyTakenAway(builtIn) is { } why)
        {
            Report(NameCodes.NotInVocabulary, syntax.Span, $"'{builtIn.Name}' is real, and taken away in this level", why);
            return false;
        }

        var taught = _scope.TaughtBy?.Invoke(builtIn.Name);
        Report(NameCodes.NotInVocabulary, syntax.Span, $"'{builtIn.Name}' is real, but not in this level",
            taught is null
                ? $"it belongs to '{builtIn.Group}'; this level has {string.Join(", ", _scope.Vocabulary)}"
                : $"it comes with {taught}; this level does without it");
        return false;
    }

    /// <summary>The same question in the other family, page or folio, if this level has it.</summary>
    BuiltIn? Twin(BuiltIn builtIn)
    {
        var (own, other) = builtIn.Name.StartsWith("page_", StringComparison.Ordinal) ? ("page_", "folio_") : ("folio_", "page_");
        return builtIn.Name.StartsWith(own, StringComparison.Ordinal)
            && BuiltIns.Find(other + builtIn.Name[own.Length..], _scope.NamesInUse) is { } twin && twin.Kind == builtIn.Kind && _scope.Contains(twin) ? twin : null;
    }

    BoundExpression BindCall(CallSyntax syntax)
    {
        if (BindIdiom(syntax) is { } idiom)
        {
            return idiom;
        }

        var arguments = ImmutableArray.CreateBuilder<BoundExpression>(syntax.Arguments.Length);
        var name = syntax.Callee.Name;
        bool IsRefused() => !_functions.ContainsKey(name) && !_locals.ContainsKey(name) && RefusedNames.FindListed(name) is not null;
        foreach (var argument in syntax.Arguments)
        {
            // What a refused function would read from memory is its own business.
            arguments.Add(argument is UnarySyntax { Operator: Symbol.And, Operand: MemberSyntax } && IsRefused() ? new BoundError(argument) : Bind(argument));
        }

        if (_locals.ContainsKey(name))
        {
            return Error(
                syntax, NameCodes.NotAFunction, syntax.Callee.Span,
                $"'{name}' is a variable, not a function");
        }

        if (_functions.TryGetValue(name, out var function))
        {
            return BindPlayerCall(syntax, function, arguments.DrainToImmutable());
        }

        if (_laterFunctions.Contains(name))
        {
            return _function?.Name == name
                ? Error(syntax, NameCodes.Recursion, syntax.Callee.Span, $"'{name}' calls itself",
                    "every predicate must end: recursion is not in the language")
                : Error(syntax, NameCodes.UsedBeforeDefined, syntax.Callee.Span,
                    $"'{name}' is defined further down",
                    "put it above the function that calls it; the last function is the predicate");
        }

        var builtIn = BuiltIns.Find(name, _scope.NamesInUse);
        if (builtIn is null)
        {
            UnknownName(syntax.Callee, calls: true);
            return new BoundError(syntax);
        }

        if (builtIn.Kind != BuiltInKind.Function)
        {
            return Error(
                syntax, NameCodes.NotAFunction, syntax.Callee.Span, $"'{name}' is no function",
                "take the brackets away");
        }

        return CheckVocabulary(builtIn, syntax.Callee)
            ? BindBuiltInCall(syntax, builtIn, arguments.DrainToImmutable())
            : new BoundError(syntax);
    }

    BoundExpression BindBuiltInCall(
        CallSyntax syntax, BuiltIn builtIn, ImmutableArray<BoundExpression> arguments)
    {
        if (syntax.Arguments.Length != builtIn.Parameters.Length)
        {
            return WrongCount(syntax, builtIn.Parameters.Length, builtIn.Signature);
        }

        var fits = true;
        for (var i = 0; i < arguments.Length; i++)
        {
            fits &= CheckConversion(
                arguments[i], builtIn.Parameters[i].Type, $"'{builtIn.Name}' takes", NameCodes.ArgumentType);
        }

        return fits && !arguments.Any(a => a.Type == CType.Error)
            ? new BoundBuiltIn(syntax, builtIn, arguments)
            : new BoundError(syntax);
    }

    BoundExpression BindPlayerCall(
        CallSyntax syntax, BoundFunction function, ImmutableArray<BoundExpression> arguments)
    {
        function.IsCalled = true;
        if (syntax.Arguments.Length != function.Parameters.Length)
        {
            var parameters = function.Syntax.Parameters.Select(p => BuiltIn.Declare(p.Type.Text, p.Name.Name));
            return WrongCount(syntax, function.Parameters.Length, $"{function.Name}({string.Join(", ", parameters)})");
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            CheckConversion(
                arguments[i], function.Parameters[i].Type, $"'{function.Parameters[i].Name}' is",
                NameCodes.ArgumentType);
        }

        if (function.Type == CType.Error)
        {
            return new BoundError(syntax);
        }

        var temporaries = _slots;
        _slots += arguments.Length;
        return new BoundCall(syntax, function, arguments, temporaries);
    }

    BoundError WrongCount(CallSyntax syntax, int wanted, string signature) => Error(syntax, NameCodes.ArgumentCount, syntax.Span,
        $"'{syntax.Callee.Name}' takes {Number(wanted)}, not {syntax.Arguments.Length}", $"it is declared as {signature}");

    static string Number(int arguments) => arguments switch
    {
        0 => "no argument",
        1 => "1 argument",
        _ => $"{arguments} arguments",
    };

    /// <param name="addressed">Whether <c>&amp;</c> stands before it: only <c>&amp;folio->page</c> is in the
    /// language.</param>
    BoundExpression BindMember(MemberSyntax syntax, bool addressed, ExpressionSyntax whole)
    {
        var receiver = Bind(syntax.Receiver);
        if (receiver.Type == CType.Error)
        {
            return new BoundError(whole);
        }

        var name = syntax.Member.Name;
        if (!receiver.Type.IsPointer() || receiver.Type == CType.Null)
        {
            return Error(
                whole, NameCodes.OperandType, syntax.Span,
                $"'->' needs a pointer on its left, not {receiver.Type.CName()}");
        }

        var member = BuiltIns.FindMember(receiver.Type, name);
        if (member is null)
        {
            var known = BuiltIns.All.Where(
                b => b.Kind == BuiltInKind.Member && b.Receiver == receiver.Type && _scope.Contains(b))
                .Select(b => b.Name);
            if (Meant(name) is null && RefusedNames.FindListed(name) is { } listed)
            {
                return RefuseName(syntax.Member, listed.Sentence);
            }

            return Error(whole, NameCodes.UnknownMember, syntax.Member.Span,
                $"no member '{name}' behind {receiver.Type.CName()}", Meant(name) ?? Nearest(name, known)
                    ?? MemberHelp(receiver.Type));
        }

        if (member.Name == "flags")
        {
            return Error(whole, NameCodes.OperandType, syntax.Span, "the flags are asked bit by bit",
                "write 'page->flags & (1UL << PG_lru)', or the test itself: 'PageLRU(page)'");
        }

        var isPage = member.Type == CType.Page;
        if (isPage != addressed)
        {
            return isPage
                ? Error(whole, NameCodes.OperandType, syntax.Span,
                    "'folio->page' is the page itself, not a pointer to it", "write '&folio->page'")
                : Error(whole, SyntaxCodes.MemoryAccess, whole.Span, "a predicate takes no addresses",
                    $"take the '&' away");
        }

        return CheckVocabulary(member, syntax.Member) ? new BoundBuiltIn(whole, member, [receiver])
            : new BoundError(whole);
    }

    static string? MemberHelp(CType receiver) => receiver switch
    {
        CType.Page or CType.Folio => "pages are asked with functions, such as folio_ref_count(folio)",
        CType.Control => "there are mode, order, alloc_contig and their like",
        CType.Zone => "a zone is asked with zone_idx(zone)",
        CType.Mapping => "a mapping is asked with functions, such as shmem_mapping(mapping)",
        CType.Error or CType.Bool or CType.Int or CType.UInt or CType.Long or CType.ULong or CType.Null
            or CType.BoolPointer or CType.IntPointer or CType.UIntPointer or CType.LongPointer or CType.ULongPointer =>
            null,
    };
}
