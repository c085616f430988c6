/* SPDX-License-Identifier: MIT */
/*
 * The scan page by page over columns, with the predicate compiled in:
 * "folio_ref_count(folio) - folio_expected_refs(mapping, folio) > folio_mapcount(folio)".
 */
#include "scan.h"

#define ASKED	(1u << 0)	/* gets as far as the predicate, and no later test refuses it */
#define PINNED	(1u << 1)	/* would not move */
#define FREE	(1u << 2)
#define JUMP(f)	(1u << ((f) >> 8))	/* pages that the scanner steps on */

void walk(struct record *r, const uint32_t *flags, const uint16_t *ref, const uint16_t *expected,
	  const uint16_t *map, const uint8_t *limited, int64_t blocks)
{
	struct record sum = { 0 };

	for (int64_t b = 0; b < blocks; b++) {
		int64_t pfn = b * PAGEBLOCK, end = pfn + PAGEBLOCK;
		int calls = 0, moved = 0, stays = 0;

		if (limited[b] == NOT_SCANNED)
			continue;
		while (pfn < end) {
			int limit = calls++ < limited[b] ? CLUSTER_MAX : INT32_MAX;
			int held = 0, taken = 0;

			while (pfn < end) {
				uint32_t f = flags[pfn];

				if (pfn % CLUSTER_MAX == 0)
					held = 0;
				if (!(f & ASKED)) {
					stays |= !(f & FREE);
					pfn += JUMP(f);
					continue;
				}
				pfn++;
				if (ref[pfn - 1] - expected[pfn - 1] > map[pfn - 1]) {
					held = 0;
					stays = 1;
					if (f & PINNED)
						sum.skipped_pins++;
					else
						sum.false_skips++;
					continue;
				}
				if (!held) {
					held = 1;
					sum.lru_locks++;
				}
				sum.isolated++;
				if (f & PINNED) {
					sum.futile++;
					stays = 1;
				} else {
					sum.migrated++;
					moved = 1;
				}
				if (++taken == limit)
					break;
			}
			sum.batches += taken > 0;
			/* A jump over a chunk larger than a pageblock ends with it. */
			if (pfn > end)
				pfn = end;
		}
		sum.blocks_freed += moved && !stays;
	}
	*r = sum;
}
