// What must trip the test of layers: Low may not use High, and each type here does, in another way.
#pragma warning disable CA1812, CA1822, CA1823, CS0169, CS0649, IDE0044, IDE0051, IDE0052, IDE0130

namespace Tutor.Tests.Tidy.Layers.Trips.High
{
    class Thing
    {
        public static int Count() => 0;
    }

    interface IThing;

    [AttributeUsage(AttributeTargets.All)]
    sealed class MarkAttribute(Type? type = null) : Attribute
    {
        public Type? Type { get; } = type;
    }
}

namespace Tutor.Tests.Tidy.Layers.Trips.Low
{
    class Base : High.Thing;

    class Implemented : High.IThing;

    class Field
    {
        List<High.Thing[]>? _things;
    }

    class Signature
    {
        // The bypass: no 'using', and no full name in the text.
        public static High.Thing? Upwards() => null;
    }

    class Parameter
    {
        public void Take(in High.Thing? thing)
        {
        }
    }

    class BodyOnly
    {
        public static int Upwards() => High.Thing.Count();
    }

    class Local
    {
        public static int Upwards()
        {
            High.Thing? thing = null;
            return thing is null ? 1 : 2;
        }
    }

    class GenericArgument
    {
        public static object Upwards() => Array.Empty<High.Thing>();
    }

    class Constraint<T>
        where T : High.Thing;

    class TypeOf
    {
        public static string Upwards() => typeof(High.Thing).Name;
    }

    [High.Mark]
    class Marked;

    [System.ComponentModel.TypeConverter(typeof(High.Thing))]
    class MarkedWith;

    class Lambda
    {
        public static Func<object> Upwards() => () => new High.Thing();
    }

    class Clean
    {
        public static int Count() => 1;
    }
}

namespace Tutor.Tests.Tidy.Layers.Trips.Stray
{
    class Placeless;
}

namespace Tutor.Tests.Tidy.Layers.Trips.Fenced
{
    class Writes
    {
        public static void Write() => Console.Write("");
    }

    class Breaks
    {
        public static string Line() => Environment.NewLine;
    }
}
