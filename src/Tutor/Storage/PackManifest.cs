using System.Text.Json.Serialization;

namespace Tutor.Storage;

/// <summary>What a pack in one file says of itself: its first entry, <c>manifest.json</c>.</summary>
sealed record PackManifest
{
    public const string FileName = "manifest.json";

    /// <summary>The only one there is.</summary>
    public const int KnownFormat = 1;

    public required int Format { get; init; }

    /// <summary>As <c>pack.yaml</c> says, and so are the next four.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    public required string Licence { get; init; }

    /// <summary>The least version of the program that plays it.</summary>
    public required string Requires { get; init; }

    /// <summary>False: solutions and the last hints were left out.</summary>
    public required bool Answers { get; init; }

    /// <summary>Every file but this one, in the order of their paths.</summary>
    public required IReadOnlyList<PackedFile> Files { get; init; }
}

/// <summary>A file of the pack.</summary>
/// <param name="Path">With slashes, from the pack's folder: <c>levels/010-first.yaml</c>.</param>
/// <param name="Sha256">Of its bytes, in lower case hexadecimal digits.</param>
sealed record PackedFile(string Path, long Bytes, string Sha256);

/// <summary>Code made at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PackManifest))]
sealed partial class PackManifestJson : JsonSerializerContext;
