using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tutor.Tests.Tidy.Layers;

/// <summary>Decodes a signature to the full names of the outermost types that it names.</summary>
sealed class TypeNames : ISignatureTypeProvider<ImmutableArray<string>, object?>, ICustomAttributeTypeProvider<ImmutableArray<string>>
{
    public static string OutermostOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var outer = type.GetDeclaringType();
        return outer.IsNil ? Join(reader.GetString(type.Namespace), reader.GetString(type.Name)) : OutermostOf(reader, outer);
    }

    public static string OutermostOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? OutermostOf(reader, (TypeReferenceHandle)type.ResolutionScope)
            : Join(reader.GetString(type.Namespace), reader.GetString(type.Name));
    }

    /// <summary>Empty for what the compiler puts into no namespace.</summary>
    public static string NamespaceOf(string type) => type.LastIndexOf('.') is > 0 and var dot ? type[..dot] : "";

    public ImmutableArray<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        [OutermostOf(reader, handle)];

    public ImmutableArray<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        [OutermostOf(reader, handle)];

    public ImmutableArray<string> GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary>A type that an attribute names: <c>Outer+Inner, Assembly</c>; null for a <c>null</c>.</summary>
    public ImmutableArray<string> GetTypeFromSerializedName(string? name) => name is null ? [] : [name.Split(',', '+')[0]];

    public ImmutableArray<string> GetGenericInstantiation(ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(t => t)];

    public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) =>
        [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(t => t)];

    public ImmutableArray<string> GetModifiedType(ImmutableArray<string> modifier, ImmutableArray<string> unmodifiedType, bool isRequired) =>
        [.. modifier, .. unmodifiedType];

    public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetSystemType() => ["System.Type"];

    public bool IsSystemType(ImmutableArray<string> type) => type is ["System.Type"];

    /// <summary>Enumerations as arguments of attributes: theirs and ours are ints, but for a few bytes that no attribute of ours has.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(ImmutableArray<string> type) => PrimitiveTypeCode.Int32;

    static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";
}
