/* SPDX-License-Identifier: MIT */
/*
 * The same by hand with vectors: 16-bit columns of what the predicate reads, and bitmaps of what it does not decide
 * (is the page asked about, would it move, is it free), 6.4 bytes a page.
 */
#include <immintrin.h>
#include "scan.h"

/* Bit for bit: is the predicate true for these 64 pages? */
static inline uint64_t skips(const uint16_t *ref, const uint16_t *expected, const uint16_t *map)
{
#ifdef __AVX512BW__
	uint64_t bits = 0;

	for (int i = 0; i < 2; i++) {
		__m512i left = _mm512_sub_epi16(_mm512_loadu_si512(ref + 32 * i), _mm512_loadu_si512(expected + 32 * i));

		bits |= (uint64_t)_mm512_cmpgt_epi16_mask(left, _mm512_loadu_si512(map + 32 * i)) << (32 * i);
	}
	return bits;
#else
	uint64_t bits = 0;

	for (int i = 0; i < 2; i++) {
		__m256i more[2];

		for (int j = 0; j < 2; j++) {
			int at = 32 * i + 16 * j;
			__m256i left = _mm256_sub_epi16(_mm256_loadu_si256((const __m256i *)(ref + at)),
							_mm256_loadu_si256((const __m256i *)(expected + at)));

			more[j] = _mm256_cmpgt_epi16(left, _mm256_loadu_si256((const __m256i *)(map + at)));
		}
		/* Packing goes by halves of 128 bits: put them in order again. */
		__m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(more[0], more[1]), 0xD8);

		bits |= (uint64_t)(uint32_t)_mm256_movemask_epi8(packed) << (32 * i);
	}
	return bits;
#endif
}

void columns(struct record *r, const uint16_t *ref, const uint16_t *expected, const uint16_t *map,
	     const uint64_t *asked, const uint64_t *pinned, const uint64_t *is_free, const uint8_t *limited, int64_t blocks)
{
	struct record sum = { 0 };

	for (int64_t b = 0; b < blocks; b++) {
		struct block_masks m;
		uint64_t stays = 0, moved = 0;
		int locks;

		if (limited[b] == NOT_SCANNED)
			continue;
		for (int w = 0; w < 8; w++) {
			int64_t at = b * 8 + w;
			uint64_t skip = skips(ref + at * 64, expected + at * 64, map + at * 64);
			uint64_t isolated = asked[at] & ~skip, skipped = asked[at] & skip;
			uint64_t moves = isolated & ~pinned[at];

			m.isolated[w] = isolated;
			m.touches[w] = asked[at];
			sum.isolated += __builtin_popcountll(isolated);
			sum.migrated += __builtin_popcountll(moves);
			sum.skipped_pins += __builtin_popcountll(skipped & pinned[at]);
			sum.false_skips += __builtin_popcountll(skipped & ~pinned[at]);
			stays |= ~(is_free[at] | moves);
			moved |= moves;
		}
		locks = count_locks(&m);
		sum.batches += count_calls(&m, limited[b], &locks);
		sum.lru_locks += locks;
		sum.blocks_freed += stays == 0 && moved != 0;
	}
	sum.futile = sum.isolated - sum.migrated;
	*r = sum;
}
