using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tutor.Tests.Tidy.Layers;

/// <summary>Something of one type that names another type, or a member of it.</summary>
/// <param name="By">The member in which it does, behind its type.</param>
/// <param name="From">That type's namespace.</param>
/// <param name="To">The full name of the outermost type that is named.</param>
/// <param name="Member">The member of it, or null where only the type is named.</param>
sealed record Use(string By, string From, string To, string? Member);

/// <summary>
/// Every use in a built assembly: base types, interfaces, constraints, fields, signatures, attributes with their
/// types, generic arguments, locals and the tokens in method bodies. What the compiler leaves no trace of cannot be
/// seen: a constant of another type, <c>nameof</c>.
/// </summary>
sealed class AssemblyUses : IDisposable
{
    readonly PEReader _file;
    readonly MetadataReader _reader;
    readonly TypeNames _names = new();
    readonly HashSet<Use> _uses = [];
    string _by = "";
    string _type = "";

    AssemblyUses(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _reader = _file.GetMetadataReader();
    }

    /// <param name="root">Only types below this namespace.</param>
    public static IReadOnlyCollection<Use> Of(string path, string root)
    {
        using var assembly = new AssemblyUses(path);
        foreach (var handle in assembly._reader.TypeDefinitions)
        {
            if (TypeNames.OutermostOf(assembly._reader, handle).StartsWith($"{root}.", StringComparison.Ordinal))
            {
                assembly.AddType(handle);
            }
        }

        return assembly._uses;
    }

    public void Dispose() => _file.Dispose();

    void AddType(TypeDefinitionHandle handle)
    {
        var type = _reader.GetTypeDefinition(handle);
        var name = TypeNames.OutermostOf(_reader, handle);
        (_by, _type) = (name, name);
        AddHandle(type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            AddHandle(_reader.GetInterfaceImplementation(implemented).Interface);
        }

        AddConstraints(type.GetGenericParameters());
        AddAttributes(type.GetCustomAttributes());
        foreach (var field in type.GetFields().Select(_reader.GetFieldDefinition))
        {
            _by = $"{name}.{_reader.GetString(field.Name)}";
            Add(field.DecodeSignature(_names, null));
            AddAttributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(_reader.GetPropertyDefinition))
        {
            AddAttributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(_reader.GetMethodDefinition))
        {
            _by = $"{name}.{_reader.GetString(method.Name)}";
            AddMethod(method);
        }
    }

    void AddMethod(MethodDefinition method)
    {
        Add(method.DecodeSignature(_names, null));
        AddConstraints(method.GetGenericParameters());
        AddAttributes(method.GetCustomAttributes());
        foreach (var parameter in method.GetParameters())
        {
            AddAttributes(_reader.GetParameter(parameter).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            Add(_reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_names, null).SelectMany(t => t));
        }

        foreach (var region in body.ExceptionRegions)
        {
            AddHandle(region.CatchType);
        }

        foreach (var token in BodyTokens.Of(body.GetILReader()))
        {
            AddHandle(token);
        }
    }

    void AddConstraints(GenericParameterHandleCollection parameters)
    {
        foreach (var constraint in parameters.SelectMany(p => _reader.GetGenericParameter(p).GetConstraints()))
        {
            AddHandle(_reader.GetGenericParameterConstraint(constraint).Type);
        }
    }

    void AddAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(_reader.GetCustomAttribute))
        {
            AddHandle(attribute.Constructor);
            var value = attribute.DecodeValue(_names);
            Add(value.FixedArguments.Where(a => a.Value is ImmutableArray<string>).SelectMany(a => (ImmutableArray<string>)a.Value!));
        }
    }

    void AddHandle(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add([TypeNames.OutermostOf(_reader, (TypeDefinitionHandle)handle)]);
                break;
            case HandleKind.TypeReference:
                Add([TypeNames.OutermostOf(_reader, (TypeReferenceHandle)handle)]);
                break;
            case HandleKind.TypeSpecification:
                Add(_reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_names, null));
                break;
            case HandleKind.FieldDefinition:
                AddHandle(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                AddHandle(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                AddMember(_reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var specification = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                AddHandle(specification.Method);
                Add(specification.DecodeSignature(_names, null).SelectMany(t => t));
                break;
            case HandleKind.StandaloneSignature:
                break;
            default:
                throw new NotSupportedException($"{handle.Kind} in {_by}");
        }
    }

    void AddMember(MemberReference member)
    {
        var name = _reader.GetString(member.Name);
        if (member.Parent.Kind == HandleKind.TypeReference)
        {
            _uses.Add(new Use(_by, TypeNames.NamespaceOf(_type), TypeNames.OutermostOf(_reader, (TypeReferenceHandle)member.Parent), name));
        }
        else
        {
            AddHandle(member.Parent);
        }

        if (member.GetKind() == MemberReferenceKind.Field)
        {
            Add(member.DecodeFieldSignature(_names, null));
        }
        else
        {
            Add(member.DecodeMethodSignature(_names, null));
        }
    }

    void Add(MethodSignature<ImmutableArray<string>> signature) =>
        Add(signature.ParameterTypes.Add(signature.ReturnType).SelectMany(t => t));

    void Add(IEnumerable<string> types)
    {
        foreach (var type in types)
        {
            _uses.Add(new Use(_by, TypeNames.NamespaceOf(_type), type, null));
        }
    }
}
