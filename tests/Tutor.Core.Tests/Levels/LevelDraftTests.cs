using Tutor.Core.Levels;
using Tutor.Core.Memory;
using Tutor.Core.Play;
using Tutor.Core.Scenarios;
using Tutor.Core.Simulation;
using Tutor.Core.Tests.Support;
using Tutor.Core.Text;
using Xunit;

namespace Tutor.Core.Tests.Levels;

/// <summary>A draft is written as a level file, and read back as the same draft.</summary>
public class LevelDraftTests
{
    static PageKinds Kinds => BuiltInPack.Catalog.Kinds;

    public static TheoryData<string> Levels => [.. BuiltInPack.Catalog.Entries.Where(e => e.Level is { Maps.IsEmpty: false }).Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_memory_of_every_level_is_read_back_as_it_was_written(string id)
    {
        var draft = LevelDraft.Of(BuiltInPack.Catalog.Find(id)!.Level!, Kinds);
        var text = draft.Write();
        Assert.Equal("", Problems(text));
        Assert.Equal(text, LevelDraft.Read(text, Kinds)!.Write());
        Assert.Equal(draft.Run, LevelDraft.Read(text, Kinds)!.Run);
    }

    [Fact]
    public void A_level_taken_over_is_the_same_memory_page_for_page()
    {
        var level = BuiltInPack.Catalog.Find("guest-memory")!.Level!;
        var ours = PreparedLevel.Prepare(LevelReader.Read(SourceText.From("sandbox", LevelDraft.Of(level, Kinds).Write()), Kinds, new DiagnosticBag())!, new BuiltInPack(), new DiagnosticBag())!.Shown.Map;
        var theirs = PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!.Shown.Map;
        Assert.Equal(theirs.PageCount, ours.PageCount);
        Assert.All(Enumerable.Range(0, theirs.PageCount), page => Assert.Equal(theirs.StateAt(page), ours.StateAt(page)));
    }

    [Fact]
    public void Every_page_kind_is_the_same_when_it_is_written_out()
    {
        var yaml = "format: 1\nkinds:\n" + string.Concat(Kinds.All.Select(k => $"  {k.Name}: {LevelDraftWriter.Kind(k)}\n"));
        var read = PageKindReader.ReadFile(SourceText.From("kinds.yaml", yaml), PageKinds.Empty, new DiagnosticBag());
        Assert.All(Kinds.All, k => Assert.Equal(k.ToState(), read.Find(k.Name)!.ToState()));
    }

    [Fact]
    public void A_reference_added_by_hand_makes_the_page_unmovable_and_taken_away_movable_again()
    {
        var draft = LevelDraft.Plain(Kinds).Paint(new PageRange(8, 9), "anon");
        var held = draft.Hold(8, Kinds.Find("anon")!.ToState(), Kinds.Find("anon")!, HolderKind.Get, 1);
        var page = At(held, 8);
        Assert.Equal(2, page.RefCount);
        Assert.Equal(MigrationBlocker.ExtraReferences, Migration.WhyNot(page, new CompactControl()).Blocker);
        var freed = held.Hold(8, page, held.Kinds.Single(), HolderKind.Get, 0);
        Assert.Equal(MigrationBlocker.None, Migration.WhyNot(At(freed, 8), new CompactControl()).Blocker);
        Assert.Single(freed.Kinds);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Painting_a_page_moves_no_other_page_and_the_level_made_of_it_has_the_same_memory(string id)
    {
        var draft = LevelDraft.Of(BuiltInPack.Catalog.Find(id)!.Level!, Kinds);
        if (draft.Recipe is null)
        {
            return;
        }

        var page = draft.Recipe.Pages / 3;
        var before = Memory(draft.Write());
        var painted = draft.Paint(new PageRange(page, page + 1), "slab");
        var after = Memory(painted.Write());
        var cut = before.StateAt(page) is { Kind: not "free", Order: > 0 and var order } ? new PageRange(page >> order << order, (page >> order << order) + (1 << order)) : new PageRange(page, page + 1);
        Assert.Equal("slab", after.StateAt(page).Kind);
        Assert.All(Enumerable.Range(0, before.PageCount).Where(p => !cut.Contains(p)), p => Assert.True(
            after.StateAt(p) == before.StateAt(p) || (after.StateAt(p).Kind == "free" && before.StateAt(p).Kind == "free"), $"page {p} of {before.StateAt(p).Kind} is {after.StateAt(p).Kind}"));

        var made = Memory(LevelDraftWriter.Level(painted, "made", "false", (0, 0), ("none", "true")));
        Assert.All(Enumerable.Range(0, before.PageCount), p => Assert.Equal(after.StateAt(p), made.StateAt(p)));
    }

    [Fact]
    public void Painting_again_changes_no_count_of_what_was_painted_before()
    {
        var once = LevelDraft.Plain(Kinds).Paint(new PageRange(64, 96), "libc");
        var before = Memory(once.Write());
        var after = Memory(once.Paint(new PageRange(0, 8), "anon").Paint(new PageRange(0, 8), "libc").Paint(new PageRange(200, 201), "file").Write());
        Assert.All(Enumerable.Range(64, 32), p => Assert.Equal(before.StateAt(p), after.StateAt(p)));
    }

    [Fact]
    public void What_is_painted_over_is_forgotten()
    {
        var draft = LevelDraft.Plain(Kinds);
        for (var i = 0; i < 50; i++)
        {
            draft = draft.Paint(new PageRange(0, 8), i % 2 == 0 ? "anon" : "file");
        }

        Assert.Equal("file", Assert.Single(draft.Recipe!.Over).Kind);
    }

    [Fact]
    public void A_mix_keeps_its_last_kind()
    {
        var draft = LevelDraft.Plain(Kinds);
        foreach (var kind in draft.Recipe!.Mix)
        {
            draft = draft.Weigh(kind.Kind, 0);
        }

        Assert.Single(draft.Recipe!.Mix);
    }

    [Theory]
    [InlineData(RunTrigger.CompactMemory)]
    [InlineData(RunTrigger.Kcompactd)]
    [InlineData(RunTrigger.Direct)]
    [InlineData(RunTrigger.ContigRange)]
    public void Whoever_compacts_is_read_back(RunTrigger trigger)
    {
        var draft = LevelDraft.Plain(Kinds).With(trigger, KernelRelease.Linux612);
        Assert.Equal(draft.Run, LevelDraft.Read(draft.Write(), Kinds)!.Run);
    }

    [Fact]
    public void What_is_no_draft_is_none() => Assert.Null(LevelDraft.Read("format: [", Kinds));

    static PageState At(LevelDraft draft, int page) => Memory(draft.Write()).StateAt(page);

    static MemoryMap Memory(string yaml)
    {
        Assert.Equal("", Problems(yaml));
        var level = LevelReader.Read(SourceText.From("sandbox", yaml), Kinds, new DiagnosticBag())!;
        return PreparedLevel.Prepare(level, new BuiltInPack(), new DiagnosticBag())!.Shown.Map;
    }

    static string Problems(string text)
    {
        var problems = new DiagnosticBag();
        LevelReader.Read(SourceText.From("sandbox", text), Kinds, problems);
        return string.Concat(problems.ToImmutable().Select(DiagnosticFormatter.Format));
    }
}
