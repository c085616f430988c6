using Tutor.Storage;
using Xunit;

namespace Tutor.Tests.Storage;

public sealed class DataFolderTests
{
    [Theory]
    [InlineData("/chosen", "/env", "/xdg", "/home/a", "/chosen")]
    [InlineData(null, "/env", "/xdg", "/home/a", "/env")]
    [InlineData(null, null, "/xdg", "/home/a", "/xdg/tutor")]
    [InlineData(null, null, null, "/home/a", "/home/a/.local/share/tutor")]
    [InlineData("", "", "", "/home/a", "/home/a/.local/share/tutor")]
    [InlineData(null, null, "relative", "/home/a", "/home/a/.local/share/tutor")]
    [InlineData(null, null, null, null, null)]
    public void The_nearest_wish_decides(string? chosen, string? own, string? xdg, string? home, string? expected) =>
        Assert.Equal(expected, DataFolder.Find(chosen, name => name switch
        {
            "TUTOR_DATA" => own,
            "XDG_DATA_HOME" => xdg,
            "HOME" => home,
            _ => null,
        }));
}
