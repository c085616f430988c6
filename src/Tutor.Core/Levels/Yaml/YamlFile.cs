using Tutor.Core.Text;

namespace Tutor.Core.Levels.Yaml;

/// <summary>A YAML file as nodes, or as far as it could be read.</summary>
/// <param name="Root">Null when nothing could be read, or the file is empty.</param>
/// <param name="IsWhole">False: a syntax error ended the reading; what stands before it is in the tree.</param>
/// <param name="BrokenAt">Of a file that is not whole: where it breaks off. What stands just before may follow from that.</param>
sealed record YamlFile(SourceText Source, YamlNode? Root, bool IsWhole, int BrokenAt = int.MaxValue);
