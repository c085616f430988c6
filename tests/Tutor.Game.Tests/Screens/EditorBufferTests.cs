using CsCheck;
using Tutor.Game.Panes;
using Xunit;

namespace Tutor.Game.Tests.Screens;

public sealed class EditorBufferTests
{
    [Fact]
    public void Undo_goes_all_the_way_back_and_redo_all_the_way_on() =>
        Gen.Int[0, 8].Array[1, 40].Sample(actions =>
        {
            var buffer = new EditorBuffer("start {\n\tx\n}");
            foreach (var action in actions)
            {
                Act(buffer, action);
            }

            var end = buffer.Text;
            while (buffer.Undo())
            {
            }

            var begin = buffer.Text;
            while (buffer.Redo())
            {
            }

            return begin == "start {\n\tx\n}" && buffer.Text == end;
        });

    [Fact]
    public void A_line_is_deleted_back_to_its_beginning_and_a_word_to_its_own()
    {
        var buffer = new EditorBuffer("one\ntwo three_3(four");
        buffer.DeleteWord();
        Assert.Equal("one\ntwo three_3(", buffer.Text);
        buffer.DeleteWord();
        Assert.Equal("one\ntwo ", buffer.Text);
        buffer.DeleteToStart();
        Assert.Equal("one\n", buffer.Text);
        buffer.DeleteToStart();
        Assert.Equal("one\n", buffer.Text);
        buffer.Undo();
        Assert.Equal("one\ntwo ", buffer.Text);
    }

    [Fact]
    public void A_new_line_is_indented_like_the_one_before()
    {
        var buffer = new EditorBuffer("{\n\treturn 1;");
        buffer.NewLine();
        Assert.Equal("{\n\treturn 1;\n\t", buffer.Text);
    }

    [Fact]
    public void Brackets_find_their_partner()
    {
        var buffer = new EditorBuffer("a(b(c)d)");
        Assert.Equal((7, 1), buffer.MatchingBrackets());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_never_deleted()
    {
        var buffer = new EditorBuffer("a\U0001F600");
        buffer.Backspace();
        Assert.Equal("a", buffer.Text);
    }

    static void Act(EditorBuffer buffer, int action)
    {
        switch (action)
        {
            case 0: buffer.Insert("a"); break;
            case 1: buffer.Insert(" "); break;
            case 2: buffer.Backspace(); break;
            case 3: buffer.Delete(); break;
            case 4: buffer.NewLine(); break;
            case 5: buffer.Left(); break;
            case 6: buffer.WordLeft(); break;
            case 7: buffer.DeleteLine(); break;
            default: buffer.Insert("{\n}"); break;
        }
    }
}
