using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Tutor.Core.Predicates.Syntax;

/// <summary>What a call of a refused name means where it is a statement of its own.</summary>
public enum RefusedStatement : byte
{
    /// <summary>It is refused there, too.</summary>
    Refused,

    /// <summary>Nothing: it checks or orders what stands still here.</summary>
    Nothing,

    /// <summary>Nothing but a line in the log, which a warning says.</summary>
    Prints,
}

/// <summary>Why predicates do not have some of the kernel's names.</summary>
/// <param name="Sentence">One true sentence: lower case, no full stop; it names the way on where there is one.</param>
/// <param name="Names">The names themselves.</param>
/// <param name="Patterns">Beginnings (<c>spin_*</c>) and ends (<c>*_lock</c>) of more of them.</param>
/// <param name="AsStatement">What <c>name(…);</c> means.</param>
public sealed record Refusal(
    string Sentence, ImmutableArray<string> Names, ImmutableArray<string> Patterns, RefusedStatement AsStatement);

/// <summary>
/// Names and types of the kernel that a predicate cannot mean, each with its reason. The diagnostics, <c>tutor explain</c>
/// and the reference read this table.
/// </summary>
public static class RefusedNames
{
    /// <summary>Every reason. A name belongs to the row that lists it, else to the first row with a pattern that fits.</summary>
    public static ImmutableArray<Refusal> All { get; } =
    [
        Row("it gives no value: let it stand alone as a statement",
            "might_sleep cond_resched barrier smp_mb smp_rmb smp_wmb rcu_read_lock rcu_read_unlock",
            "VM_BUG_ON* VM_WARN* BUILD_BUG_ON* lockdep_* smp_* might_*", RefusedStatement.Nothing),
        Row("there is no pfn: a predicate that looks at addresses is fitted to one map",
            "pfn low_pfn page_to_pfn folio_pfn pfn_to_page pfn_to_online_page page_address folio_address page_to_phys page_index folio_index pfn_valid "
                + "is_zero_pfn page_to_section page_to_virt virt_to_page virt_to_folio start_pfn end_pfn",
            "pfn_* *_pfn __pfn_*"),
        Row("nodes are not in the game: a predicate does not ask on which one a page lies",
            "page_to_nid folio_nid page_pgdat folio_pgdat numa_node_id pgdat pg_data_t pglist_data folio_last_cpupid page_cpupid_last", "numa_* node_* *_nid"),
        Row("a predicate takes no reference: it only looks",
            "get_page put_page folio_get folio_put folio_try_get get_page_unless_zero folio_get_nontail_page try_get_page try_get_folio "
                + "folio_put_refs folio_ref_add page_ref_add page_ref_inc page_ref_dec put_page_testzero folio_put_testzero page_ref_freeze page_ref_unfreeze "
                + "folio_ref_freeze folio_ref_unfreeze put_folio",
            "page_ref_add_* page_ref_sub_* folio_ref_* folio_put_* folio_get_* put_page_* get_user_pages* pin_user_pages* unpin_user_page* unpin_folio* "
                + "try_grab_* gup_* follow_page*"),
        Row("a predicate takes no lock, and waits for nothing: pages stand still while it looks",
            "trylock_page lock_page unlock_page folio_trylock folio_lock folio_unlock lock_page_memcg unlock_page_memcg folio_lock_anon_vma_read "
                + "wait_on_page_writeback folio_wait_writeback schedule lock spinlock_t rwlock_t mutex rw_semaphore wait_queue_head",
            "spin_* raw_spin_* mutex_* read_lock* read_unlock* write_lock* write_unlock* down_* up_* i_mmap_* mmap_* lock_* unlock_* wait_* wake_* "
                + "*_trylock *_lock *_unlock *_lock_irq *_lock_irqsave *_unlock_irqrestore *_trylock_* preempt_* local_irq_* local_lock* srcu_* rcu_* "
                + "synchronize_* folio_wait_* folio_lock_*"),
        Row("a predicate changes nothing: it only looks",
            "set_bit clear_bit test_and_set_bit test_and_clear_bit __set_bit __clear_bit WRITE_ONCE xchg cmpxchg set_page_dirty folio_mark_dirty "
                + "folio_mark_accessed mark_page_accessed memset memcpy activate_page folio_activate delete_from_swap_cache folio_free_swap try_to_free_swap "
                + "filemap_release_folio try_to_release_page try_to_free_buffers invalidate_inode_page unmap_mapping_folio",
            "SetPage* __SetPage* ClearPage* __ClearPage* TestSetPage* TestClearPage* folio_set_* __folio_set_* folio_clear_* __folio_clear_* "
                + "folio_test_set_* folio_test_clear_* set_page_* clear_page_* page_mapcount_reset page_mapcount_* mod_* inc_* dec_* count_vm_* __count_vm_* "
                + "count_memcg_* atomic_set atomic_inc* atomic_dec* atomic_add* atomic_sub* get_random_* kmalloc* kzalloc* kfree* alloc_* free_* __free_* "
                + "folio_alloc* vmalloc* kmem_* try_to_* do_* truncate_* reclaim_* shrink_* prep_* __mod_* update_* add_to_* delete_from_* replace_*"),
        Row("a predicate moves nothing: the scanner isolates and migration moves, after it has answered",
            "isolate_lru_page folio_isolate_lru putback_lru_page folio_putback_lru migrate_pages migrate_folio migrate_folio_unmap isolate_movable_page "
                + "putback_movable_page putback_movable_pages split_huge_page split_folio isolate_or_dissolve_huge_page isolate_hugetlb",
            "isolate_* folio_isolate_* putback_* folio_putback_* migrate_* __migrate_* split_* folio_split* remove_migration_* compact_* unmap_* folio_migrate_* "
                + "migration_*"),
        Row("LRU batches are drained by the run's trigger, before the predicate is asked",
            "lru_add_drain lru_add_drain_all lru_add_drain_cpu lru_cache_disable lru_cache_enable lru_cache_disabled",
            "lru_add_* lru_cache_* folio_batch_* pagevec_* folio_add_lru* drain_* lru_note_* folio_rotate_* folio_deactivate*"),
        Row("a predicate walks no list: it is asked about one page",
            "list_head list_add list_add_tail list_del list_empty list_move hlist_head llist_head page_list folio_list llist_node lruvec xarray xa_state",
            "list_* hlist_* llist_* xa_* xas_* radix_tree_* rb_* idr_* folio_lruvec* mem_cgroup_lruvec* lruvec_* page_lru* folio_lru_list lru_gen_* *_for_each_*"),
        Row("the scanner comes from the pfn side: it has no VMA, no mm and no page table",
            "vm_area_struct vma mm_struct mm pte_t pmd_t pud_t pgd_t vm_fault vm_fault_t vmf vm_flags_t vm_flags anon_vma anon_vma_chain page_vma_mapped_walk "
                + "rmap_walk_control folio_anon_vma page_anon_vma folio_get_anon_vma page_needs_cow_for_dma is_cow_mapping current task_struct vm_normal_page "
                + "vm_normal_folio folio_add_anon_rmap_pte page_move_anon_rmap FAULT_FLAG_WRITE mmu_gather mmu_notifier page_referenced folio_referenced "
                + "rmap_walk page_vma_mapped_walk_done",
            "vma_* mm_* mmu_* pte_* pmd_* pud_* pgd_* p4d_* VM_* vm_* rmap_* anon_vma_* page_vma_* *_anon_rmap* *_file_rmap* *_add_*rmap* FAULT_* FOLL_* MMF_* "
                + "huge_pte_* is_migration_* make_migration_* softleaf_* flush_* tlb_* folio_referenced* page_mkclean folio_mkclean walk_page_* follow_pfn*"),
        Row("a predicate says true or false: 'return true;' skips the page, 'return false;' keeps it",
            "EAGAIN EBUSY EINVAL ENOMEM EACCES EPERM ENOSYS EFAULT EINTR EIO ENOENT ENXIO EEXIST ENODEV EOPNOTSUPP ESRCH ENOSPC ERANGE EDOM "
                + "ERR_PTR PTR_ERR IS_ERR IS_ERR_OR_NULL ERR_CAST MIGRATEPAGE_SUCCESS MIGRATEPAGE_UNMAP ISOLATE_ABORT ISOLATE_NONE ISOLATE_SUCCESS", ""),
        Row("a predicate prints nothing: take the line away, or let it stand alone as a statement",
            "printk printk_once printk_ratelimited trace_printk dump_page dump_stack dump_vma dump_mm show_mem __dump_page panic",
            "pr_* dev_* printk_* dump_* trace_* seq_*", RefusedStatement.Prints),
        Row("it ends the kernel, and a predicate has to answer: take the line away", "BUG BUG_ON", "BUG_ON_*"),
        Row("counts are read with folio_ref_count(folio) and folio_mapcount(folio)", "atomic_read atomic_long_read page_ref_count_slow", "atomic_*"),
        Row("one page table may map all of it at once; the whole folio's mappings are folio_mapcount(folio)",
            "compound_mapcount folio_entire_mapcount head_compound_mapcount folio_total_mapcount folio_nr_pages_mapped folio_large_nr_pages_mapped "
                + "page_trans_huge_mapcount page_trans_huge_map_swapcount folio_average_page_mapcount folio_precise_page_mapcount", ""),
        Row("pins are asked with folio_maybe_dma_pinned(folio)", "folio_pincount_ptr compound_pincount_ptr head_compound_pincount folio_pincount page_pinner_put_page", ""),
        Row("whether there is private data tells folio_test_private(folio)",
            "page_private folio_get_private page_buffers folio_buffers page_has_buffers buffer_head buffer_busy buffer_dirty", "buffer_* bh_* attach_page_* folio_attach_*"),
        Row("pages stand still while a predicate looks: read the count itself", "ACCESS_ONCE smp_load_acquire rcu_dereference", ""),
        Row("the run is asked with cc->mode", "isolate_mode migrate_reason current_is_kcompactd", ""),
        Row("how often swap refers to a page is in no page of the game",
            "page_swapcount __page_swapcount swp_swapcount swp_entry_t page_swap_entry folio_swap_entry folio_swapped swap_count mem_cgroup_swap_full "
                + "folio_swap_cache swap_address_space swap_aops swapper_space",
            "swap_* swp_* swapcache_* page_swap_* folio_swap_* mem_cgroup_swap*"),
        Row("groups of memory are not in the game", "mem_cgroup folio_memcg page_memcg mem_cgroup_disabled obj_cgroup", "mem_cgroup_* memcg_* folio_memcg* page_memcg* *_memcg cgroup_*"),
        Row("the file behind a page is not in the game: of a mapping one asks shmem_mapping(mapping) and mapping_unevictable(mapping)",
            "inode host a_ops address_space_operations i_mapping page_file_mapping folio_file_mapping folio_inode file_inode mapping_cap_writeback_dirty "
                + "mapping_can_writeback mapping_writably_mapped mapping_mapped mapping_gfp_mask mapping_large_folio_support mapping_shrinkable dax_mapping "
                + "secretmem_mapping secretmem_aops page_is_secretmem folio_is_secretmem vma_is_secretmem folio_needs_release page_has_dirty super_block i_size_read "
                + "folio_pos folio_contains folio_file_pos page_offset folio_evictable_mapping",
            "inode_* i_size_* filemap_* find_get_* read_cache_* mapping_* folio_pos* page_mkwrite* write_* readahead_* bdi_* wb_* dax_* shmem_* secretmem_* fs_*"),
        Row("no page of the game has this flag",
            "PageWorkingset PageReclaim PageReadahead PageHWPoison PageError PageYoung PageIdle PageGuard PageChecked PageOwnerPriv1 PageMappedToDisk PageReported "
                + "PageWaiters PageAnonExclusive PageHasHWPoisoned PageDoubleMap PageVmemmapSelfHosted PageCma PagePinned PageForeign PageUncached PageArch1",
            "folio_test_* folio_is_young folio_is_idle page_is_idle page_is_young PG_*"),
        Row("hugetlb pages never reach the predicate but under alloc_contig, and their pool is not in the game",
            "page_hstate folio_hstate hstate hugepage_migration_supported hugetlb_cgroup", "hugetlb_* hstate_* huge_* hugepage_* folio_test_hugetlb_* HPage*"),
        Row("free memory is not asked about: no free page reaches the predicate", "buddy_order page_order zone_watermark_ok managed_zone populated_zone zone_end_pfn",
            "zone_watermark_* __zone_* managed_* populated_* zone_page_* zone_managed* pageblock_skip_* get_pageblock_skip set_pageblock_* buddy_* __isolate_*free* "
                + "set_pfnblock_*"),
        Row("the mapping without its tags is '(struct address_space *)((unsigned long)page->mapping & ~PAGE_MAPPING_FLAGS)'",
            "page_rmapping folio_raw_mapping __page_rmapping folio_mapping_flags PageMappingFlags", ""),
        Row("whether its driver would move it asks the scanner itself; the driver's mark alone is __PageMovable(page)", "PageMovable page_movable_ops", ""),
        Row("a predicate keeps nothing from one page to the next", "nr_isolated nr_scanned nr_migratepages locked locked_folio valid_page skip_on_failure "
            + "next_skip_pfn nr_freepages migrate_pfn free_pfn rescan finish_pageblock contended jiffies ktime_get", "jiffies_* ktime_* time_*"),
        Row("signals and tasks are not in the game", "fatal_signal_pending signal_pending", "signal_* task_* sched_* fatal_* in_* current_* irq_* capable* cpu_* smp_processor_*"),
    ];

    static readonly FrozenDictionary<string, Refusal> ByName = All
        .SelectMany(r => r.Names.Select(name => (Name: name, Row: r))).ToFrozenDictionary(n => n.Name, n => n.Row, StringComparer.Ordinal);

    /// <summary>The row that lists this very name, or null.</summary>
    public static Refusal? FindListed(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The row of this name, listed or by a pattern; null for a name that is in none.</summary>
    public static Refusal? Find(string name) =>
        FindListed(name) ?? All.FirstOrDefault(r => r.Patterns.Any(p => Fits(name, p)));

    /// <summary>Why not, or null for a name that is in no row.</summary>
    public static string? Reason(string name) => Find(name)?.Sentence;

    /// <summary>Whether this is the sentence of a row.</summary>
    public static bool IsReason(string sentence) => All.Any(r => r.Sentence == sentence);

    /// <summary>A star stands for any letters; only at the ends of a pattern.</summary>
    static bool Fits(string name, string pattern) => (pattern.StartsWith('*'), pattern.EndsWith('*')) switch
    {
        (true, true) => name.Contains(pattern[1..^1], StringComparison.Ordinal),
        (true, false) => name.EndsWith(pattern[1..], StringComparison.Ordinal),
        (false, true) => name.StartsWith(pattern[..^1], StringComparison.Ordinal),
        (false, false) => name == pattern,
    };

    static Refusal Row(string sentence, string names, string patterns, RefusedStatement asStatement = RefusedStatement.Refused) => new(sentence,
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        [.. patterns.Split(' ', StringSplitOptions.RemoveEmptyEntries)], asStatement);
}
