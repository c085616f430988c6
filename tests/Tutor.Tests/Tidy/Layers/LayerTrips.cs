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
    sealed class Base : High.Thing;

    sealed class Implemented : High.IThing;

    sealed class Field
    {
        List<High.Thing[]>? _things;
    }

    sealed class Signature
    {
        // The bypass: no 'using', and no full name in the text.
        public static High.Thing? Upwards() => null;
    }

    sealed class Parameter
    {
        public void Take(in High.Thing? thing)
        {
        }
    }

    sealed class BodyOnly
    {
        public static int Upwards() => High.Thing.Count();
    }

    sealed class Local
    {
        public static int Upwards()
        {
            High.Thing? thing = null;
            return thing is null ? 1 : 2;
        }
    }

    sealed class GenericArgument
    {
        public static object Upwards() => Array.Empty<High.Thing>();
    }

    sealed class Constraint<T>
        where T : High.Thing;

    sealed class TypeOf
    {
        public static string Upwards() => typeof(High.Thing).Name;
    }

    [High.Mark]
    sealed class Marked;

    [System.ComponentModel.TypeConverter(typeof(High.Thing))]
    sealed class MarkedWith;

    sealed class Lambda
    {
        public static Func<object> Upwards() => () => new High.Thing();
    }

    sealed class Clean
    {
        public static int Count() => 1;
    }
}

namespace Tutor.Tests.Tidy.Layers.Trips.Stray
{
    sealed class Placeless;
}

namespace Tutor.Tests.Tidy.Layers.Trips.Fenced
{
    sealed class Writes
    {
        public static void Write() => Console.Write("");
    }

    sealed class Breaks
    {
        public static string Line() => Environment.NewLine;
    }
}
