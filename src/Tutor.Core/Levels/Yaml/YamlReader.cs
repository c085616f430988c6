using System.Collections.Immutable;
using Tutor.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Tutor.Core.Levels.Yaml;

/// <summary>
/// Builds our own nodes from YamlDotNet's parser events: duplicate keys are kept, every node has a place, and a
/// syntax error is reported with everything that was read before it.
/// </summary>
/// <remarks>
/// YamlDotNet lets exceptions other than its own out on broken input (an open bracket is enough), so everything
/// it throws is caught here. Its own messages are replaced where the cause can be told better.
/// </remarks>
public static class YamlReader
{
    /// <summary>Characters in a file; the largest shipped has a tenth of it.</summary>
    public const int MostCharacters = 256 << 10;

    /// <summary>Parser events in a file.</summary>
    public const int MostEvents = 20_000;

    /// <summary>Lists and mappings inside each other.</summary>
    public const int MostDepth = 32;

    /// <summary>Reads a file. Problems go to <paramref name="problems"/>; nothing throws.</summary>
    public static YamlFile Read(SourceText source, DiagnosticBag problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(problems);
        if (source.Length > MostCharacters)
        {
            problems.Report(LevelCodes.FileTooLarge, source, default,
                $"the file has {source.Length} characters, and {MostCharacters} are the most", "is it the right file?");
            return new YamlFile(source, null, false);
        }

        if (YamlTraps.HasTabIndentation(source, problems) || YamlTraps.IsBlank(source, problems))
        {
            return new YamlFile(source, null, false);
        }

        var run = new Run(source, problems);
        return run.Read();
    }

    sealed class Run(SourceText source, DiagnosticBag problems)
    {
        readonly Parser _parser = new(new Scanner(new StringReader(source.Text), skipComments: true));
        int _events;

        public YamlFile Read()
        {
            var stack = new Stack<Frame>();
            YamlNode? root = null;
            try
            {
                var documents = 0;
                while (_parser.MoveNext())
                {
                    var e = _parser.Current!;
                    if (++_events > MostEvents)
                    {
                        problems.Report(LevelCodes.FileTooLarge, source, SpanOf(e),
                            $"more than {MostEvents} keys and values", "split the file");
                        return Close(stack, root, false);
                    }

                    if (e is DocumentStart && ++documents > 1)
                    {
                        problems.Report(LevelCodes.SecondDocument, source, SpanOf(e),
                            "a second document begins here", "one file holds one level: remove the '---'");
                        return Close(stack, root, false);
                    }

                    if (!Take(e, stack, ref root))
                    {
                        return Close(stack, root, false);
                    }
                }

                if (root is null)
                {
                    problems.Report(LevelCodes.Empty, source, default, "there is nothing in this file that YAML can read",
                        "is it a text file?");
                }

                return Close(stack, root, true);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                ReportSyntax(e);
                return Close(stack, root, false);
            }
        }

        bool Take(ParsingEvent e, Stack<Frame> stack, ref YamlNode? root)
        {
            switch (e)
            {
                case MappingStart or SequenceStart:
                    if (stack.Count >= MostDepth)
                    {
                        problems.Report(LevelCodes.FileTooLarge, source, SpanOf(e),
                            $"more than {MostDepth} lists and mappings inside each other", null);
                        return false;
                    }

                    RefuseProperties((NodeEvent)e);
                    stack.Push(new Frame(SpanOf(e), e is MappingStart));
                    return true;
                case MappingEnd or SequenceEnd:
                    var frame = stack.Pop();
                    Add(frame.Build(SpanOf(e).End), stack, ref root);
                    return true;
                case Scalar scalar:
                    RefuseProperties(scalar);
                    Add(ScalarOf(scalar), stack, ref root);
                    return true;
                case AnchorAlias alias:
                    problems.Report(LevelCodes.Alias, source, SpanOf(alias),
                        $"'*{alias.Value}' is a YAML alias, and level files have none",
                        "write the value out; a predicate that begins with '*' is quoted");
                    Add(new YamlScalar(SpanOf(alias), SourceText.Embed(source, "", [SpanOf(alias).Start]), YamlStyle.SingleQuoted),
                        stack, ref root);
                    return true;
                default:
                    return true;
            }
        }

        static void Add(YamlNode node, Stack<Frame> stack, ref YamlNode? root)
        {
            if (stack.TryPeek(out var frame))
            {
                frame.Add(node);
            }
            else
            {
                root ??= node;
            }
        }

        YamlScalar ScalarOf(Scalar scalar)
        {
            var span = SpanOf(scalar);
            var style = scalar.Style switch
            {
                ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
                ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
                ScalarStyle.Literal => YamlStyle.Literal,
                ScalarStyle.Folded => YamlStyle.Folded,
                _ => YamlStyle.Plain,
            };
            var offsets = ScalarOffsets.Of(source.Text, span, scalar.Value, style);
            return new YamlScalar(span, SourceText.Embed(source, scalar.Value, offsets), style);
        }

        /// <summary>Tags and anchors mean nothing here, and a predicate that begins with '!' becomes a tag by accident.</summary>
        void RefuseProperties(NodeEvent node)
        {
            if (!node.Tag.IsEmpty)
            {
                YamlTraps.ReportTag(source, SpanOf(node), problems);
            }
            else if (!node.Anchor.IsEmpty)
            {
                problems.Report(LevelCodes.Alias, source, SpanOf(node),
                    $"'&{node.Anchor.Value}' is a YAML anchor, and level files have none",
                    "quote the value if it is a predicate: \"&…\"");
            }
        }

        void ReportSyntax(Exception e)
        {
            var place = e is YamlException yaml ? yaml.Start : _parser.Current?.End ?? Mark.Empty;
            var at = (int)Math.Min(Math.Max(0, place.Index), source.Length);
            YamlTraps.ReportSyntax(source, at, e, problems);
        }

        YamlFile Close(Stack<Frame> stack, YamlNode? root, bool isWhole)
        {
            YamlNode? broken = null;
            while (stack.TryPop(out var frame))
            {
                var open = frame.Build(Math.Min(source.Length, (int)(_parser.Current?.End.Index ?? 0)));
                broken = stack.Count > 0 ? open : broken;
                Add(open, stack, ref root);
            }

            return new YamlFile(source, root, isWhole, broken);
        }

        TextSpan SpanOf(ParsingEvent e)
        {
            var start = (int)Math.Clamp(e.Start.Index, 0, source.Length);
            return TextSpan.FromBounds(start, (int)Math.Clamp(e.End.Index, start, source.Length));
        }
    }

    /// <summary>A list or mapping that is still open.</summary>
    sealed class Frame(TextSpan start, bool isMapping)
    {
        readonly List<YamlNode> _items = [];

        public void Add(YamlNode node) => _items.Add(node);

        public YamlNode Build(int end)
        {
            var last = _items.Count > 0 ? _items[^1].Span.End : start.End;
            // The end event of a block stands at the next line's beginning: the last item tells better.
            var span = TextSpan.FromBounds(start.Start, Math.Max(start.Start, Math.Min(Math.Max(end, start.Start), Math.Max(last, start.End))));
            if (!isMapping)
            {
                return new YamlSequence(span, [.. _items]);
            }

            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            for (var i = 0; i + 1 < _items.Count; i += 2)
            {
                if (_items[i] is YamlScalar key)
                {
                    entries.Add(new YamlEntry(key, _items[i + 1]));
                }
            }

            return new YamlMapping(span, entries.ToImmutable());
        }
    }
}
