#!/usr/bin/env drgn
"""Writes a recorded map of this machine's memory (or of a vmcore) to standard output.

    sudo drgn record.py > mine.csv && gzip -n mine.csv

The format is described in content/guides/recordings.md. It reads struct page and changes nothing.
What it cannot see is said there: two moments on a running machine, LRU batches, who holds a reference.
"""

import sys

# Bits of the column "bits", by the name of the page flag (PG_...), where a flag of the kernel gives one.
FLAG_BITS = {
    "lru": 0, "reserved": 1, "slab": 2, "private": 10, "private_2": 11, "dirty": 12, "writeback": 13,
    "unevictable": 14, "mlocked": 15, "locked": 16, "swapbacked": 19, "referenced": 20, "uptodate": 21, "active": 22,
}
BUDDY, HEAD, TAIL, HUGETLB, ANON, KSM, SWAPCACHE = 3, 4, 5, 6, 7, 8, 9
SLAB, MOVABLE, MAPPING, DMAPINNED, RAWMAPPING, PGTABLE, OFFLINE = 2, 17, 23, 25, 26, 27, 28
ZMOVABLE, INVALID, CMA = 29, 30, 31

ZONE_MOVABLE = 3
MIGRATE_CMA = 4
PAGEBLOCK_PAGES = 512
SECTION_PAGES = 1 << 15         # x86-64: sections of 128 MiB
PIN_BIAS = 1024                 # GUP_PIN_COUNTING_BIAS

# Page types. Up to 6.10 a cleared bit under these top bits; since then the top byte alone.
OLD_TYPES = {0x80: BUDDY, 0x100: OFFLINE, 0x200: PGTABLE}
NEW_TYPES = {0xF0: BUDDY, 0xF1: OFFLINE, 0xF2: PGTABLE, 0xF4: HUGETLB, 0xF5: SLAB}

# Owners' functions to migrate, by the name in their address_space_operations.
MIGRATE_OPS = {
    "migrate_folio": "simple", "buffer_migrate_folio": "buffer", "buffer_migrate_folio_norefs": "buffer_norefs",
    "filemap_migrate_folio": "filemap",
}

HEADING = "pfn,count,bits,ref,mapcount,order,mapkind,migrate_op,pin,label,fate"


def bits_of(page):
    """The column "bits" of a page as read by a source below."""
    bits = 0
    for name in page["flags"]:
        if name in FLAG_BITS:
            bits |= 1 << FLAG_BITS[name]
    for bit in page["extra"]:
        bits |= 1 << bit
    return bits


def rows(pages):
    """Runs of equal pages, as the file has them: each but its pfn."""
    start, count, last = 0, 0, None
    for pfn, page in enumerate(pages):
        cells = (
            "%x" % bits_of(page), page["ref"], page["mapcount"], page["order"], page["mapkind"],
            page["migrate_op"], page["pin"],
        )
        if cells == last:
            count += 1
            continue
        if last is not None:
            yield start, count, last
        start, count, last = pfn, 1, cells
    if last is not None:
        yield start, count, last


def write(out, machine):
    """Writes a recording without a run: a map, and counters that are 0."""
    is_612 = machine["release"].startswith("6.12.")
    is_modelled = is_612 or machine["release"].startswith("6.1.")
    pages = machine["pages"]
    counters = [
        "compact_migrate_scanned", "compact_free_scanned", "compact_isolated", "pgmigrate_success", "pgmigrate_fail",
        "compaction_alloc_calls",
    ] + (["folio_splits", "folio_split_failed"] if is_612 else [])
    lines = [
        "# format,%d" % (3 if is_612 else 2),
        "# name,%s" % machine["name"],
        "# kernel,%s" % ("Linux " + machine["release"] if is_modelled else "a live machine of a release without a model"),
        "# layout,unknown",
        "# param,predicate,1",
        "# param,compact_unevictable_allowed,%d" % machine["unevictable_allowed"],
        "# param,cma_support,%d" % machine["cma_support"],
        "# param,pageblock_order,9",
        "# param,pages,%d" % len(pages),
    ]
    lines += ["# zone,%d,%d,%d" % zone for zone in machine["zones"]]
    lines += ["# block,%d,mt=%d,skip=%d,z0=%d,z1=%d" % block for block in machine["blocks"]]
    lines += ["# counter,%s,0" % name for name in counters]
    lines.append(HEADING)
    for start, count, cells in rows(pages):
        lines.append("%d,%d,%s,-," % (start, count, ",".join(str(c) for c in cells)))
    for line in lines:
        out.write(line + "\n")


class Kernel:
    """A kernel's memory through drgn: its program object, and the two things that need drgn's library."""

    def __init__(self, prog, pfn_to_page, buffer_heads):
        self.prog, self.pfn_to_page, self.buffer_heads = prog, pfn_to_page, buffer_heads
        self.release = prog["init_uts_ns"].name.release.string_().decode()
        numbers = self.release.replace("-", ".").split(".")
        self.is_old = (int(numbers[0]), int(numbers[1])) < (6, 9)
        self.masks = {name: 1 << int(prog["PG_" + name]) for name in FLAG_BITS if self.has("PG_" + name)}
        self.zones = merged(self.populated_zones())

    def has(self, name):
        try:
            self.prog[name]
            return True
        except KeyError:
            return False

    def populated_zones(self):
        nodes = self.prog["node_data"] if self.has("node_data") else [self.prog["contig_page_data"]]
        for node in nodes:
            if not node:
                continue
            for index, zone in enumerate(node.node_zones):
                if int(zone.present_pages):
                    first = int(zone.zone_start_pfn)
                    yield index, first, first + int(zone.spanned_pages)

    def section(self, pfn):
        """The memory section of a frame if it has memory: 6.1 and 6.12, include/linux/mmzone.h, SPARSEMEM_EXTREME."""
        number = pfn // SECTION_PAGES
        per_root = 4096 // self.prog.type("struct mem_section").size
        root = self.prog["mem_section"][number // per_root]
        section = root[number % per_root] if root else None
        return section if section is not None and int(section.section_mem_map) & 2 else None

    def pageblock(self, pfn):
        """(migratetype, skip hint) of the pageblock that begins here, or None without memory."""
        section = self.section(pfn)
        if section is None:
            return None
        bit = pfn % SECTION_PAGES // PAGEBLOCK_PAGES * 4
        word = int(section.usage.pageblock_flags[bit // 64]) >> (bit % 64)
        return word & 7, word >> 3 & 1

    def machine(self):
        last = max(end for _, _, end in self.zones)
        pages, blocks = [], []
        for first in range(0, last, PAGEBLOCK_PAGES):
            end = min(first + PAGEBLOCK_PAGES, last)
            block, ends = self.pageblock(first), (self.zone_of(first), self.zone_of(end - 1))
            if block is not None and None not in ends:
                blocks.append((first, *block, *ends))
            for pfn in range(first, end):
                pages.append(hole() if block is None else self.page(pfn, block[0]))
        return {
            "name": "live", "release": self.release, "zones": self.zones, "pages": pages, "blocks": blocks,
            "unevictable_allowed": int(self.prog["sysctl_compact_unevictable_allowed"]), "cma_support": int(self.has("MIGRATE_CMA")),
        }

    def zone_of(self, pfn):
        return next((index for index, first, end in self.zones if first <= pfn < end), None)

    def page(self, pfn, migratetype):
        zone = self.zone_of(pfn)
        if zone is None:
            return hole()
        page = self.pfn_to_page(pfn)
        extra = ([ZMOVABLE] if zone == ZONE_MOVABLE else []) + ([CMA] if migratetype == MIGRATE_CMA and self.has("MIGRATE_CMA") else [])
        kind = self.type_of(page)
        if kind == BUDDY:
            return entry([], extra + [BUDDY], order=int(page.private))
        link = int(page.compound_head)
        if link & 1:
            head = self.pfn_to_page(pfn - self.distance(page, link))
            hugetlb = [HUGETLB] if self.is_hugetlb(head) else []
            # Format 3 says how often each frame of a folio is mapped; 6.1's struct page of a tail has no such count of its own.
            maps = 0 if self.is_old or hugetlb else int(page._mapcount.counter) + 1
            return entry([f for f in self.flags(head) if f in ("lru", "swapbacked")], extra + [TAIL] + hugetlb,
                         mapcount=maps, order=self.order(head))
        return self.folio(page, extra, kind)

    @staticmethod
    def distance(page, link):
        """Frames between a tail and its head: struct pages lie side by side in the memory map."""
        return (int(page.address_()) - (link - 1)) // 64

    def folio(self, page, extra, kind):
        flags, ref = self.flags(page), int(page._refcount.counter)
        is_large = bool(int(page.flags) & 1 << int(self.prog["PG_head"]))
        order = self.order(page) if is_large else 0
        hugetlb = is_large and self.is_hugetlb(page)
        extra = extra + ([HEAD] if is_large else []) + ([HUGETLB] if hugetlb else [])
        if kind in (PGTABLE, OFFLINE) or kind == SLAB or ref == 0 or "slab" in flags or "reserved" in flags:
            return entry(flags, extra + ([kind] if kind in (PGTABLE, OFFLINE, SLAB) else []), ref=ref, order=order)
        mapkind, owner, magic = self.owner(page, flags, extra)
        maps, pins = self.counts(page, order, hugetlb, ANON in extra)
        if pins > 0 if is_large else ref >= PIN_BIAS:
            extra.append(DMAPINNED)
        pin = pins if is_large else self.busy(page, flags) if owner == "buffer_norefs" else magic if mapkind == "file" else 0
        return entry(flags, extra, ref=ref, mapcount=maps, order=order, mapkind=mapkind, migrate_op=owner, pin=pin)

    def flags(self, page):
        word = int(page.flags)
        return [name for name, mask in self.masks.items() if word & mask]

    def type_of(self, page):
        """The page's type as a bit of the file, or None (6.1 and 6.12, include/linux/page-flags.h)."""
        word = int(page.page_type) & 0xFFFFFFFF
        if not self.is_old:
            return NEW_TYPES.get(word >> 24)
        return next((bit for mask, bit in OLD_TYPES.items() if word & (0xF0000000 | mask) == 0xF0000000), None)

    def order(self, head):
        """6.1: a byte of the first tail; since 6.6 the low byte of its flags word (_flags_1)."""
        return int(head[1].compound_order) if self.is_old else int(head[1].flags) & 0xFF

    def is_hugetlb(self, head):
        if not self.is_old:
            return self.type_of(head) == HUGETLB
        return int(head[1].compound_dtor) == int(self.prog["HUGETLB_PAGE_DTOR"])

    def counts(self, page, order, hugetlb, is_anon):
        """Every mapping of the folio, and its pin count (6.1: mm/util.c, folio_mapcount(); 6.12: include/linux/mm.h)."""
        if order == 0:
            return int(page._mapcount.counter) + 1, 0
        if not self.is_old:
            folio = page.folio_()
            return int(folio._large_mapcount.counter) + 1, int(folio._pincount.counter)
        nr = 1 << order
        whole = int(page[1].compound_mapcount.counter) + 1
        pins = int(page[1].compound_pincount.counter)
        if hugetlb:
            return whole, pins
        maps = whole + sum(int(page[i]._mapcount.counter) + 1 for i in range(nr))
        is_double = self.has("PG_double_map") and int(page[1].flags) & 1 << int(self.prog["PG_double_map"])
        return maps - (whole * nr if not is_anon else nr if is_double else 0), pins

    def owner(self, page, flags, extra):
        """mapkind, migrate_op and the file system's magic; adds the bits that the mapping word's tag stands for."""
        word = int(page.mapping)
        tag = word & 3
        if word:
            extra.append(RAWMAPPING)
        if tag == 2:
            extra.append(MOVABLE)
            return "nonlru", "other", 0
        if tag:
            extra += [ANON] + ([KSM] if tag == 3 else [])
        if "swapbacked" in flags and int(page.flags) & 1 << int(self.prog["PG_swapcache"]):
            extra += [SWAPCACHE, MAPPING]
            return "swap", "simple", 0
        if tag:
            return ("ksm" if tag == 3 else "anon"), "null", 0
        if not word:
            return "none", "null", 0
        extra.append(MAPPING)
        mapping = page.mapping
        function = int(mapping.a_ops.migrate_folio)
        way = MIGRATE_OPS.get(self.prog.symbol(function).name, "other") if function else "null"
        is_shmem = self.prog.symbol(int(mapping.a_ops)).name == "shmem_aops"
        magic = int(mapping.host.i_sb.s_magic) & 0xFFFF if mapping.host else 0
        return ("shmem" if is_shmem else "file"), way, magic

    def busy(self, page, flags):
        """Buffer heads in use: their own counts, which the page's does not show."""
        return sum(1 for head in self.buffer_heads(page) if int(head.b_count.counter) > 0) if "private" in flags else 0


def merged(zones):
    """The same zone of several nodes is one row here."""
    spans = {}
    for index, first, end in zones:
        low, high = spans.get(index, (first, end))
        spans[index] = (min(low, first), max(high, end))
    return [(index, *spans[index]) for index in sorted(spans)]


def hole():
    return entry([], [INVALID])


def entry(flags, extra, ref=0, mapcount=0, order=0, mapkind="none", migrate_op="null", pin=0):
    return {"flags": flags, "extra": extra, "ref": ref, "mapcount": mapcount, "order": order, "mapkind": mapkind,
            "migrate_op": migrate_op, "pin": pin}


def main(prog):
    """Under drgn, which gives a script its program object as 'prog'."""
    from drgn import Object, cast
    from drgn.helpers.linux.mm import pfn_to_page

    class Page:
        """A struct page pointer with what Kernel asks of one."""

        def __init__(self, pointer):
            self.pointer = pointer

        def __getattr__(self, name):
            return getattr(self.pointer, name)

        def __getitem__(self, index):
            return Page((self.pointer + index).read_())

        def address_(self):
            return self.pointer.value_()

        def folio_(self):
            return cast("struct folio *", self.pointer)

    def buffer_heads(page):
        first = Object(prog, "struct buffer_head *", page.private.value_())
        head = first
        while head:
            yield head
            head = head.b_this_page.read_()
            if head == first:
                return

    write(sys.stdout, Kernel(prog, lambda pfn: Page(pfn_to_page(prog, pfn)), buffer_heads).machine())


if "prog" in globals():
    main(globals()["prog"])
