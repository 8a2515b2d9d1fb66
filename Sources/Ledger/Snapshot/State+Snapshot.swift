// SPDX-License-Identifier: Apache-2.0

/// Where the bytes of a snapshot go, in the order in which they come.
public protocol SnapshotSink: AnyObject {
    /// Takes the next bytes.
    func write(_ bytes: [UInt8]) throws(SnapshotFailure)
}

/// A state as bytes.
///
///     snapshot = tables root rootStart
///     table    = records starts
///     record   = keyLength key value        keyLength is a number; records ascend by the bytes of their keys
///     starts   = the offset of each record in the snapshot, 8 bytes each, the lowest first
///     root     = the state, with starts' offset and the number of records in the place of each map
///     rootStart = the offset of root, 8 bytes, the lowest first
///
/// The root and the values are what ``SnapshotEncoder`` writes. The same state gives the same bytes, however it came
/// to be, so the digests of snapshots tell whether two states are the same. Nothing in it says which version of
/// the types wrote it; whoever keeps a snapshot keeps that beside it (``State/snapshotVersion``).
///
/// A snapshot is not taken into memory: the state that is made from it reads the root, and each value of a map when
/// it is asked for (``LayeredMap``). So it costs the same however much it holds.
extension State {
    /// The version of these bytes: to be raised whenever a type in the state, or what an event does to it, changes.
    ///
    /// A test compares the bytes of a whole journey with those of the version.
    public static let snapshotVersion = 1

    /// Writes the state.
    public func writeSnapshot(to sink: any SnapshotSink) throws(SnapshotFailure) {
        let writer = SnapshotWriter(sink)
        let encoder = SnapshotEncoder(writer)
        do { try encode(to: encoder) } catch { throw SnapshotFailure(error) }
        try writer.end(root: encoder.bytes)
    }

    /// Takes up a state that was written; `bytes` must be known to be whole, as by their digest.
    public init(snapshot bytes: FrozenBytes) throws(SnapshotFailure) {
        let end = bytes.count - 8
        guard let start = Int(exactly: try bytes.word(at: end)), start <= end else { throw .malformed }
        let decoder = SnapshotDecoder(bytes, start..<end, tables: true)
        do { self = try State(from: decoder) } catch { throw SnapshotFailure(error) }
        guard decoder.isAtEnd else { throw .malformed }
    }
}
