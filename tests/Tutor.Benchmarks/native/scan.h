/* SPDX-License-Identifier: MIT */
#ifndef SCAN_H
#define SCAN_H

#include <stdint.h>

#define PAGEBLOCK 512
#define CLUSTER_MAX 32

/* Not scanned; else the calls that end with their 32nd page before one has no limit. */
#define NOT_SCANNED 255

/* Everything that a scan is measured by; TebibyteRecord in the benchmark. */
struct record {
	int64_t isolated, migrated, futile, skipped_pins, false_skips;
	int64_t lru_locks, batches, blocks_freed;
};

/* 512 pages as bits. */
struct block_masks {
	uint64_t isolated[8];
	uint64_t touches[8];	/* the lock: takes it or lets it go */
};

/* Batches of one pageblock, and the locks that the ends of its calls add to those of one long call. */
static inline int count_calls(const struct block_masks *m, int limited, int *locks)
{
	int batches = 0, before = 0, goal = limited > 0 ? CLUSTER_MAX : INT32_MAX;

	for (int w = 0; w < 8; w++) {
		uint64_t taken = m->isolated[w];
		int count = __builtin_popcountll(taken);

		while (before + count >= goal) {
			uint64_t rest = taken;
			int last;
			uint32_t above, next, isolated;

			for (int n = goal - before - 1; n > 0; n--)
				rest &= rest - 1;
			last = __builtin_ctzll(rest);
			isolated = (uint32_t)(taken >> (last & 32));
			above = (uint32_t)(((uint64_t)-1 << ((last & 31) + 1)) & UINT32_MAX);
			next = (uint32_t)(m->touches[w] >> (last & 32)) & above;
			*locks += (next & -next & isolated) != 0;
			batches++;
			goal = batches < limited ? goal + CLUSTER_MAX : INT32_MAX;
		}
		before += count;
		if (goal == INT32_MAX && before > batches * CLUSTER_MAX)
			return batches + 1;
	}
	return before > batches * CLUSTER_MAX ? batches + 1 : batches;
}

/* Times that the lock is taken if the pageblock is scanned in one call: 16 windows of 32 pages, which gcc puts in vectors. */
static inline int count_locks(const struct block_masks *m)
{
	uint32_t isolated[16], touches[16], starts[16];
	int locks = 0;

	__builtin_memcpy(isolated, m->isolated, sizeof(isolated));
	__builtin_memcpy(touches, m->touches, sizeof(touches));
	for (int i = 0; i < 16; i++) {
		uint32_t above = isolated[i] << 1, passive = ~touches[i];

		starts[i] = isolated[i] & ~(above | ((above & passive) + passive));
	}
	for (int i = 0; i < 16; i += 2)
		locks += __builtin_popcountll((uint64_t)starts[i] << 32 | starts[i + 1]);
	return locks;
}

#endif
