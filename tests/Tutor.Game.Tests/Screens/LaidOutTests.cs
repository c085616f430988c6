using System.Reflection;
using Tutor.Game.Drawing;
using Tutor.Game.Reading;
using Tutor.Game.Screens;
using Tutor.Game.Screens.Level;
using Xunit;

namespace Tutor.Game.Tests.Screens;

/// <summary>A picture says what is so now, though most of its lines were laid out for the one before it.</summary>
public sealed class LaidOutTests
{
    const int Steps = 60;

    static readonly string[] Keys =
    [
        "Up", "Down", "Left", "Right", "Tab", "Shift+Tab", "Enter", "F5", "F6", "F7", "Ctrl+K", "Ctrl+Z", "Backspace", "Home", "End", "Ctrl+Left", "Ctrl+T",
        "1", "5", "(", "&", "t", "s", "v", "n", "Space",
    ];

    static readonly string[] Texts =
    [
        "folio_ref_count(folio) > folio_mapcount(folio)", "folio_mapcount(folio)", "true", "false", "nothing_of_this", "folio_ref_count(folio) - 1 != folio_mapcount(folio)",
    ];

    /// <summary>A level of each form of answer.</summary>
    [Theory]
    [InlineData("guest-memory", 1)]
    [InlineData("first-scan", 2)]
    [InlineData("eight-pages", 3)]
    [InlineData("count-the-holders", 4)]
    [InlineData("swap-cache", 5)]
    [InlineData("cheap-enough", 6)]
    [InlineData("break-stock", 7)]
    [InlineData("open-review", 8)]
    public void Every_picture_is_the_one_that_is_laid_out_anew(string level, int seed)
    {
        var (player, random) = (Player.At(level), new Random(seed));
        for (var step = 0; step < Steps; step++)
        {
            if (random.Next(4) == 0)
            {
                player.Press("Ctrl+K").Paste(Texts[random.Next(Texts.Length)]);
            }
            else
            {
                player.Press(Keys[random.Next(Keys.Length)]);
            }

            var shown = player.Picture;
            Forget(player.Game.Top);
            var anew = player.Picture;
            Assert.True(Enumerable.Range(0, anew.Height).All(y => Cell.Alike(shown.Row(y), anew.Row(y)) == anew.Width),
                $"{level}, seed {seed}, step {step}:\n{shown}\nis shown, and this is so:\n{anew}");
            while (player.Game.Depth > 2)
            {
                player.Press("Esc");
            }
        }
    }

    /// <summary>What the screen and the pane of its answer keep.</summary>
    static void Forget(Screen screen)
    {
        object?[] keepers = [screen, .. FieldsOf(screen).Where(f => f.FieldType == typeof(AnswerPane)).Select(f => f.GetValue(screen))];
        var forgotten = 0;
        foreach (var keeper in keepers.OfType<object>())
        {
            foreach (var field in FieldsOf(keeper).Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(LaidOut<>)))
            {
                field.SetValue(keeper, Activator.CreateInstance(field.FieldType));
                forgotten++;
            }
        }

        Assert.True(screen is not LevelScreen || forgotten > 3);
    }

    static List<FieldInfo> FieldsOf(object keeper)
    {
        var fields = new List<FieldInfo>();
        for (var type = keeper.GetType(); type != typeof(object) && type is not null; type = type.BaseType)
        {
            fields.AddRange(type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return fields;
    }
}
