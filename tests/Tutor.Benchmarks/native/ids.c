/* SPDX-License-Identifier: MIT */
/*
 * C over the game's own representation, one byte a page and a table of 256: what is left of the difference is the
 * language. And a plain read of the same bytes, which nothing can beat.
 */
#include <immintrin.h>
#include "scan.h"

#define ISOLATED	0x80
#define TOUCHES		0x40
#define MOVES		0x20	/* isolated, and it moves */
#define PINNED		0x10	/* asked about, and would not move */
#define STAYS		0x08

/* 64 table entries at once, as bit masks. */
struct looked_up { uint64_t isolated, touches, moves, pinned, stays; };

#ifdef __AVX512VBMI__
static inline struct looked_up look(const uint8_t *ids, const uint8_t *table)
{
	__m512i id = _mm512_loadu_si512(ids);
	__m512i low = _mm512_permutex2var_epi8(_mm512_loadu_si512(table), id, _mm512_loadu_si512(table + 64));
	__m512i high = _mm512_permutex2var_epi8(_mm512_loadu_si512(table + 128), id, _mm512_loadu_si512(table + 192));
	__m512i bits = _mm512_mask_blend_epi8(_mm512_movepi8_mask(id), low, high);

	return (struct looked_up) {
		_mm512_test_epi8_mask(bits, _mm512_set1_epi8((char)ISOLATED)),
		_mm512_test_epi8_mask(bits, _mm512_set1_epi8(TOUCHES)),
		_mm512_test_epi8_mask(bits, _mm512_set1_epi8(MOVES)),
		_mm512_test_epi8_mask(bits, _mm512_set1_epi8(PINNED)),
		_mm512_test_epi8_mask(bits, _mm512_set1_epi8(STAYS)),
	};
}
#else
static inline struct looked_up look(const uint8_t *ids, const uint8_t *table)
{
	struct looked_up l = { 0 };

	/* A row of 16 entries at a time; rows beyond the last state are not there. */
	for (int half = 0; half < 2; half++) {
		__m256i id = _mm256_loadu_si256((const __m256i *)(ids + 32 * half)), bits = _mm256_setzero_si256();

		for (int row = 0; row < table[256]; row++) {
			__m256i entries = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * row)));
			__m256i at = _mm256_adds_epu8(_mm256_xor_si256(id, _mm256_set1_epi8((char)(row << 4))), _mm256_set1_epi8(0x70));

			bits = _mm256_or_si256(bits, _mm256_shuffle_epi8(entries, at));
		}
		l.isolated |= (uint64_t)(uint32_t)_mm256_movemask_epi8(bits) << (32 * half);
		l.touches |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bits, 1)) << (32 * half);
		l.moves |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bits, 2)) << (32 * half);
		l.pinned |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bits, 3)) << (32 * half);
		l.stays |= (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_slli_epi16(bits, 4)) << (32 * half);
	}
	return l;
}
#endif

/* table[256]: rows of 16 that are in use. */
void class_table(struct record *r, const uint8_t *ids, const uint8_t *table, const uint8_t *limited, int64_t blocks)
{
	struct record sum = { 0 };

	for (int64_t b = 0; b < blocks; b++) {
		struct block_masks m;
		uint64_t stays = 0, moved = 0;
		int locks;

		if (limited[b] == NOT_SCANNED)
			continue;
		for (int w = 0; w < 8; w++) {
			struct looked_up l = look(ids + (b * 8 + w) * 64, table);
			uint64_t skipped = l.touches & ~l.isolated;

			m.isolated[w] = l.isolated;
			m.touches[w] = l.touches;
			sum.isolated += __builtin_popcountll(l.isolated);
			sum.migrated += __builtin_popcountll(l.moves);
			sum.skipped_pins += __builtin_popcountll(skipped & l.pinned);
			sum.false_skips += __builtin_popcountll(skipped & ~l.pinned);
			stays |= l.stays;
			moved |= l.moves;
		}
		locks = count_locks(&m);
		sum.batches += count_calls(&m, limited[b], &locks);
		sum.lru_locks += locks;
		sum.blocks_freed += stays == 0 && moved != 0;
	}
	sum.futile = sum.isolated - sum.migrated;
	*r = sum;
}

uint64_t read_bytes(const uint8_t *bytes, int64_t count)
{
	uint64_t sum[8] = { 0 };

	for (int64_t i = 0; i < count; i += 64)
		for (int j = 0; j < 8; j++)
			sum[j] ^= *(const uint64_t *)(bytes + i + 8 * j);
	return sum[0] ^ sum[1] ^ sum[2] ^ sum[3] ^ sum[4] ^ sum[5] ^ sum[6] ^ sum[7];
}
