using CsCheck;
using Tutor.Game.Doctor;
using Tutor.Game.Drawing;
using Xunit;

namespace Tutor.Game.Tests.Doctor;

public sealed class CheckupCodeTests
{
    static readonly Checkup Usual = new()
    {
        Major = 1, Terminal = TerminalKind.Screen, Columns = 80, Rows = 24, Colours = ColourDepth.TwoFiftySix, IsUtf8 = true, HasPack = true, Levels = 48,
    };

    static readonly Gen<Checkup> Checkups =
        from numbers in Gen.Select(Gen.Int[0, 15], Gen.Int[0, 31], Gen.Int[0, 31], Gen.Int[0, 1023], Gen.Int[0, 255], Gen.Int[0, 511], Gen.Int[0, 127])
        from words in Gen.Select(Gen.Enum<OperatingKind>(), Gen.Enum<ProcessorKind>(), Gen.Enum<TerminalKind>(), Gen.Enum<ColourDepth>(), Gen.Enum<Multiplexer>(), Gen.Enum<DataState>())
        from signs in Gen.Bool.Array[5]
        select new Checkup
        {
            Major = numbers.Item1, Minor = numbers.Item2, Patch = numbers.Item3, Columns = numbers.Item4, Rows = numbers.Item5,
            Levels = numbers.Item6, BrokenLevels = numbers.Item7,
            System = words.Item1, Processor = words.Item2, Terminal = words.Item3, Colours = words.Item4, Between = words.Item5, Data = words.Item6,
            IsNative = signs[0], AreColoursRefused = signs[1], IsUtf8 = signs[2], HasPlainFont = signs[3], HasPack = signs[4],
        };

    [Fact]
    public void Every_checkup_is_read_as_it_was_written() =>
        Checkups.Sample(c => CheckupCode.Read(CheckupCode.Write(c)) == (c, null));

    [Fact]
    public void It_is_sixteen_letters_and_digits_in_groups_of_four() =>
        Checkups.Sample(c => System.Text.RegularExpressions.Regex.IsMatch(CheckupCode.Write(c), "^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$"));

    [Fact]
    public void It_is_read_as_people_copy_it()
    {
        var copied = CheckupCode.Write(Usual).Replace("-", " ", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l');
        Assert.Equal((Usual, null), CheckupCode.Read(copied));
        Assert.Equal((Usual, null), CheckupCode.Read(CheckupCode.Write(Usual).ToLowerInvariant()));
    }

    [Fact]
    public void One_wrong_letter_is_found() =>
        (from c in Checkups from at in Gen.Int[0, 15] from other in Gen.Char["0123456789ABCDEFGHJKMNPQRSTVWXYZ"] select (c, at, other)).Sample(t =>
        {
            var code = CheckupCode.Write(t.c).Replace("-", "", StringComparison.Ordinal);
            return code[t.at] == t.other || CheckupCode.Read($"{code[..t.at]}{t.other}{code[(t.at + 1)..]}").Checkup is null;
        });

    [Fact]
    public void Two_neighbours_in_the_wrong_order_are_found() =>
        (from c in Checkups from at in Gen.Int[0, 12] select (c, at)).Sample(t =>
        {
            var code = CheckupCode.Write(t.c).Replace("-", "", StringComparison.Ordinal);
            return code[t.at] == code[t.at + 1]
                || CheckupCode.Read($"{code[..t.at]}{code[t.at + 1]}{code[t.at]}{code[(t.at + 2)..]}").Checkup is null;
        });

    [Fact]
    public void A_number_that_does_not_fit_is_the_largest_that_does() =>
        Assert.Equal((1023, 255), CheckupCode.Read(CheckupCode.Write(Usual with { Columns = 5000, Rows = 5000 })) is ({ } read, null) ? (read.Columns, read.Rows) : default);

    [Theory]
    [InlineData("", "has 0")]
    [InlineData("4042-0G50-AC3B", "has 12")]
    [InlineData("4042-0G50-AC3B-8C0E-0", "has 17")]
    [InlineData("4042-0G50-AC3B-8C0U", "no code has 'U'")]
    [InlineData("é", "no code has 'é'")]
    [InlineData("0000-0000-0000-0000", "another version")]
    [InlineData("4042-0G50-AC3B-8C0E", "not right")]
    public void What_is_no_code_is_refused_with_the_reason(string typed, string reason)
    {
        var (checkup, problem) = CheckupCode.Read(typed);
        Assert.Null(checkup);
        Assert.Contains(reason, problem);
    }
}
