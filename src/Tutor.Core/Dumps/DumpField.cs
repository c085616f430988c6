namespace Tutor.Core.Dumps;

/// <summary>A kind of line that <c>dump_page()</c> prints, in the order in which it prints them.</summary>
public enum DumpPart : byte
{
    /// <summary><c>page: refcount:… mapcount:… mapping:… index:… pfn:…</c></summary>
    First,

    /// <summary><c>head: order:…</c>, of a compound page.</summary>
    Head,

    /// <summary><c>memcg:…</c></summary>
    Memcg,

    /// <summary><c>aops:…</c>, of a page in the page cache, and of one in the swap cache that is not anonymous.</summary>
    Aops,

    /// <summary><c>anon</c> or <c>ksm</c> on a line of its own: up to 5.3.</summary>
    Type,

    /// <summary><c>flags: 0x…(…)</c>, since 5.4 with <c>anon</c> or <c>ksm</c> before it.</summary>
    Flags,

    /// <summary><c>page_type: …</c></summary>
    PageType,

    /// <summary><c>raw: …</c>: the words of this page's <c>struct page</c>.</summary>
    Raw,

    /// <summary><c>head: …</c>: the words of its head's.</summary>
    HeadRaw,

    /// <summary><c>page dumped because: …</c></summary>
    Reason,
}

/// <summary>How a field is written.</summary>
public enum DumpShape : byte
{
    Number,
    Hex,

    /// <summary>Hashed, plain, or a word in brackets.</summary>
    Pointer,
    Text,
}

/// <summary>One field of a page dump in some releases: a row of <see cref="DumpFormats"/>.</summary>
/// <param name="Name">As printed, before the colon; of a whole line the line's own word.</param>
/// <param name="Releases">Which kernels print it.</param>
/// <param name="About">What it says, in one sentence.</param>
/// <param name="IsChecked">Held against dumps whose truth is known (6.1.192 and 6.12.117); the others are
/// known from reports only.</param>
public sealed record DumpField(
    string Name, DumpPart Part, DumpShape Shape, string Releases, string About, bool IsChecked = true);
