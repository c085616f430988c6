namespace Tutor.Core.Memory;

/// <summary>Zones in the order of <c>enum zone_type</c> on x86-64.</summary>
public enum ZoneType : byte
{
    Dma,
    Dma32,
    Normal,
    Movable,
    Device,
}
