using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class PackFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_pack_is_a_folder_with_levels_and_content()
    {
        Write("levels/020-second.yaml");
        Write("levels/010-first.yaml");
        Write("levels/kinds.yaml");
        Write("levels/pack.yaml");
        Write("content/lessons/first.md");
        var pack = Open();
        Assert.Equal(["first", "second"], pack.LevelFiles().Select(l => l.Id));
        Assert.Equal(["010-first", "020-second"], pack.LevelFiles().Select(l => l.Stem));
        Assert.Equal("text", pack.ReadText("lessons/first.md").Text?.Text);
    }

    [Fact]
    public void A_folder_of_level_files_is_a_pack_too()
    {
        Write("my-own.yaml");
        Assert.Equal("my-own", Assert.Single(Open().LevelFiles()).Id);
    }

    [Fact]
    public void An_empty_folder_is_no_pack() => Assert.Null(PackFolder.Open(_folder.Path));

    [Theory]
    [InlineData("../secret")]
    [InlineData("maps/../../secret")]
    [InlineData("/etc/hostname")]
    [InlineData("..\\secret")]
    [InlineData("")]
    public void No_path_leaves_the_pack(string relative)
    {
        Write("levels/a.yaml");
        Write("secret");
        Assert.Equal("TUT3906", Open().ReadText(relative).Problem?.Code.Id);
    }

    [Fact]
    public void No_link_leaves_the_pack()
    {
        Write("levels/a.yaml");
        Write("secret");
        File.CreateSymbolicLink(PathOf("levels/link"), PathOf("secret"));
        Assert.Equal("TUT3906", Open().ReadText("link").Problem?.Code.Id);
    }

    [Fact]
    public void A_linked_folder_does_not_lead_out_either()
    {
        Write("levels/a.yaml");
        Write("elsewhere/secret");
        Directory.CreateSymbolicLink(PathOf("levels/maps"), PathOf("elsewhere"));
        Assert.Equal("TUT3906", Open().ReadText("maps/secret").Problem?.Code.Id);
    }

    [Fact]
    public void A_link_inside_the_pack_is_followed()
    {
        Write("levels/a.yaml");
        File.CreateSymbolicLink(PathOf("levels/b.yaml"), PathOf("levels/a.yaml"));
        Assert.Equal("text", Open().ReadText("b.yaml").Text?.Text);
    }

    [Fact]
    public void A_missing_file_says_where_it_was_looked_for()
    {
        Write("levels/a.yaml");
        var problem = Open().ReadText("lessons/none.md").Problem;
        Assert.Equal("TUT3901", problem?.Code.Id);
        Assert.Contains(PathOf("levels"), problem?.Help);
    }

    public void Dispose() => _folder.Dispose();

    PackFolder Open() => PackFolder.Open(_folder.Path)!;

    string PathOf(string relative) => Path.Combine(_folder.Path, relative);

    void Write(string relative) => _folder.Write(relative, "text");
}
