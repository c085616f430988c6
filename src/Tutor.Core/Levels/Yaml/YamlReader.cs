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
static class YamlReader
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
            problems.Report(YamlCodes.FileTooLarge, source, default,
                $"the file has {source.Length} characters, and {MostCharacters} are the most", "is it the right file?");
            return new YamlFile(source, null, false);
        }

        if (YamlTraps.IsBlank(source, problems))
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
                        problems.Report(YamlCodes.FileTooLarge, source, SpanOf(e),
                            $"more than {MostEvents} keys and values", "split the file");
                        return Close(stack, root, false);
                    }

                    if (e is DocumentStart && ++documents > 1)
                    {
                        problems.Report(YamlCodes.SecondDocument, source, SpanOf(e),
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
                    problems.Report(YamlCodes.Empty, source, default, "there is nothing in this file that YAML can read",
                        "is it a text file?");
                }

                return Close(stack, root, true);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return Close(stack, root, false, ReportSyntax(e));
            }
        }

        bool Take(ParsingEvent e, Stack<Frame> stack, ref YamlNode? root)
        {
            switch (e)
            {
                case MappingStart or SequenceStart:
                    if (stack.Count >= MostDepth)
                    {
                        problems.Report(YamlCodes.FileTooLarge, source, SpanOf(e),
                            $"more than {MostDepth} lists and mappings inside each other", "is it a level? none needs a dozen of them");
                        return false;
                    }

                    RefuseProperties((NodeEvent)e);
                    stack.Push(new Frame(source, problems, SpanOf(e), e is MappingStart, e is MappingStart { Style: MappingStyle.Flow }));
                    return true;
                case MappingEnd or SequenceEnd:
                    var frame = stack.Pop();
                    Add(frame.Build(SpanOf(e).End), stack, ref root);
                    return true;
                case Scalar scalar:
                    RefuseProperties(scalar);
                    Add(scalar.Tag.IsEmpty ? ScalarOf(scalar) : new YamlRefused(SpanOf(scalar)), stack, ref root);
                    return true;
                case AnchorAlias alias:
                    problems.Report(YamlCodes.Alias, source, SpanOf(alias),
                        $"'*{alias.Value}' is a YAML alias, and level files have none",
                        "write the value out; a predicate that begins with '*' is quoted");
                    Add(new YamlRefused(SpanOf(alias)), stack, ref root);
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

        YamlNode ScalarOf(Scalar scalar)
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
            var value = SourceText.Embed(source, scalar.Value, offsets);
            var control = ControlCharacters.IndexIn(scalar.Value);
            if (control < 0)
            {
                return new YamlScalar(span, value, style);
            }

            problems.Report(YamlCodes.ControlCharacter, value, new TextSpan(control, 1),
                $"a control character in a text (U+{(int)scalar.Value[control]:X4})", "take it out: a terminal would obey it instead of showing it");
            return new YamlRefused(span);
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
                problems.Report(YamlCodes.Alias, source, SpanOf(node),
                    $"'&{node.Anchor.Value}' is a YAML anchor, and level files have none",
                    node is Scalar ? "quote the value if it is a predicate: \"&…\"" : "take it away, and write the values out wherever they are meant");
            }
        }

        /// <summary>Where the slip stands that broke it.</summary>
        int ReportSyntax(Exception e)
        {
            var place = e is YamlException yaml ? yaml.Start : _parser.Current?.End ?? Mark.Empty;
            var at = (int)Math.Min(Math.Max(0, place.Index), source.Length);
            return YamlTraps.ReportSyntax(source, at, e, problems);
        }

        YamlFile Close(Stack<Frame> stack, YamlNode? root, bool isWhole, int brokenAt = int.MaxValue)
        {
            while (stack.TryPop(out var frame))
            {
                Add(frame.Build(Math.Min(source.Length, (int)(_parser.Current?.End.Index ?? 0))), stack, ref root);
            }

            return new YamlFile(source, root, isWhole, brokenAt);
        }

        TextSpan SpanOf(ParsingEvent e)
        {
            var start = (int)Math.Clamp(e.Start.Index, 0, source.Length);
            return TextSpan.FromBounds(start, (int)Math.Clamp(e.End.Index, start, source.Length));
        }
    }

    /// <summary>A list or mapping that is still open.</summary>
    sealed class Frame(SourceText source, DiagnosticBag problems, TextSpan start, bool isMapping, bool isFlow)
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

            var entries = new List<YamlEntry>();
            for (var i = 0; i + 1 < _items.Count; i += 2)
            {
                if (_items[i] is YamlScalar key && !YamlTraps.IsMergeKey(source, key, problems))
                {
                    entries.Add(new YamlEntry(key, _items[i + 1]));
                }
            }

            return new YamlMapping(span, isFlow ? LoneKeys.Refuse(source, entries, problems) : [.. entries]);
        }
    }
}
