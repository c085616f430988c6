namespace Tutor.Core.Levels;

/// <summary>The roles of a map as level files and JSON write them.</summary>
public static class MapRoles
{
    public static string Word(this MapRole role) => role switch
    {
        MapRole.Shown => "shown",
        MapRole.Hidden => "hidden",
    };

    /// <summary>The role of this word, or null.</summary>
    public static MapRole? Find(string word)
    {
        foreach (var role in Enum.GetValues<MapRole>())
        {
            if (role.Word() == word)
            {
                return role;
            }
        }

        return null;
    }
}
