using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class InputFileTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public void Text_is_read_without_its_byte_order_mark()
    {
        File.WriteAllBytes(PathOf("a"), [0xEF, 0xBB, 0xBF, (byte)'x', (byte)'\n']);
        Assert.Equal("x\n", InputFile.ReadText(PathOf("a")).Text?.Text);
    }

    [Fact]
    public void An_empty_file_is_text()
    {
        File.WriteAllBytes(PathOf("a"), []);
        Assert.Equal("", InputFile.ReadText(PathOf("a")).Text?.Text);
    }

    [Theory]
    [InlineData("good\nb\0d", "2:2")]
    [InlineData("\u0001", "1:1")]
    public void Control_characters_are_named_with_their_place(string text, string place)
    {
        File.WriteAllText(PathOf("a"), text);
        var problem = InputFile.ReadText(PathOf("a")).Problem;
        Assert.StartsWith($"{PathOf("a")}:{place}: error TUT3905", problem?.ToString());
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_named_with_their_place()
    {
        File.WriteAllBytes(PathOf("a"), [(byte)'a', (byte)'\n', (byte)'b', 0xFF]);
        Assert.StartsWith($"{PathOf("a")}:2:2: error TUT3905", InputFile.ReadText(PathOf("a")).Problem?.ToString());
    }

    [Fact]
    public void A_file_over_the_limit_is_not_read_to_its_end()
    {
        // Ten megabytes that take no space on disk.
        using (var file = File.Create(PathOf("a")))
        {
            file.SetLength(10 << 20);
        }

        Assert.Equal("TUT3904", InputFile.ReadText(PathOf("a")).Problem?.Code.Id);
    }

    [Fact]
    public void An_endless_device_is_cut_off() =>
        Assert.Equal("TUT3904", InputFile.ReadText("/dev/zero").Problem?.Code.Id);

    [Fact]
    public void A_folder_is_named_as_one() => Assert.Equal("TUT3902", InputFile.ReadText(_folder.Path).Problem?.Code.Id);

    [Fact]
    public void A_missing_file_is_named_as_one() =>
        Assert.Equal("TUT3901", InputFile.ReadText(PathOf("none")).Problem?.Code.Id);

    /// <summary>The kernel lets it be opened, and refuses to read its first byte.</summary>
    [Fact]
    public void A_file_whose_reading_fails_is_named_as_one() =>
        Assert.Equal("TUT3903", InputFile.ReadText("/proc/self/mem").Problem?.Code.Id);

    [Fact]
    public void A_path_no_system_can_have_is_refused() =>
        Assert.Equal("TUT3901", InputFile.ReadText("a\0b").Problem?.Code.Id);

    public void Dispose() => _folder.Dispose();

    string PathOf(string name) => Path.Combine(_folder.Path, name);
}
