using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tutor.Benchmarks;

/// <summary>Everything that a scan is measured by; <c>struct record</c> of <c>native/scan.h</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
record struct ScanRecord(long Isolated, long Migrated, long Futile, long SkippedPins, long FalseSkips,
    long LruLocks, long Batches, long BlocksFreed);

/// <summary>The comparators in C: compiled by this machine's gcc for this machine, and loaded into this process.</summary>
sealed unsafe class NativeScan
{
    readonly delegate* unmanaged<ScanRecord*, uint*, ushort*, ushort*, ushort*, byte*, long, void> _walk;
    readonly delegate* unmanaged<ScanRecord*, ushort*, ushort*, ushort*, ulong*, ulong*, ulong*, byte*, long, void> _columns;
    readonly delegate* unmanaged<ScanRecord*, byte*, byte*, byte*, long, void> _classTable;
    readonly delegate* unmanaged<byte*, long, ulong> _readBytes;

    NativeScan(nint library)
    {
        _walk = (delegate* unmanaged<ScanRecord*, uint*, ushort*, ushort*, ushort*, byte*, long, void>)
            NativeLibrary.GetExport(library, "walk");
        _columns = (delegate* unmanaged<ScanRecord*, ushort*, ushort*, ushort*, ulong*, ulong*, ulong*, byte*, long, void>)
            NativeLibrary.GetExport(library, "columns");
        _classTable = (delegate* unmanaged<ScanRecord*, byte*, byte*, byte*, long, void>)
            NativeLibrary.GetExport(library, "class_table");
        _readBytes = (delegate* unmanaged<byte*, long, ulong>)NativeLibrary.GetExport(library, "read_bytes");
    }

    /// <summary>Compiles and loads. The file is deleted again: the process keeps what it has mapped.</summary>
    public static NativeScan Load()
    {
        var folder = Path.Combine(Checkout.Root, "tests", "Tutor.Benchmarks", "native");
        var library = Path.Combine(Path.GetTempPath(), $"tutor-scan-{Environment.ProcessId}.so");
        using (var gcc = Process.Start("gcc",
            ["-O3", "-march=native", "-shared", "-fPIC", "-Wall", "-o", library, .. Directory.GetFiles(folder, "*.c")]))
        {
            gcc.WaitForExit();
            if (gcc.ExitCode != 0)
            {
                throw new InvalidOperationException("gcc does not compile the comparators");
            }
        }

        var handle = NativeLibrary.Load(library);
        File.Delete(library);
        return new NativeScan(handle);
    }

    public ScanRecord Walk(ColumnMap map)
    {
        ScanRecord record;
        _walk(&record, map.Flags, map.Ref, map.Expected, map.MapCount, map.Limited, map.Blocks);
        return record;
    }

    public ScanRecord Columns(ColumnMap map)
    {
        ScanRecord record;
        _columns(&record, map.Ref, map.Expected, map.MapCount, map.Asked, map.Pinned, map.Free, map.Limited, map.Blocks);
        return record;
    }

    public ScanRecord ClassTable(ColumnMap map, ReadOnlySpan<byte> ids)
    {
        ScanRecord record;
        fixed (byte* first = ids)
        {
            _classTable(&record, first, map.ClassTable, map.Limited, map.Blocks);
        }

        return record;
    }

    public ulong Read(ReadOnlySpan<byte> ids)
    {
        fixed (byte* first = ids)
        {
            return _readBytes(first, ids.Length);
        }
    }
}
