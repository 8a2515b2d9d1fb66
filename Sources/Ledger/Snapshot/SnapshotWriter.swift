// SPDX-License-Identifier: Apache-2.0

/// Writes the tables of a snapshot as they come, and its root at the end: see ``State/writeSnapshot(to:)``.
final class SnapshotWriter {
    /// The bytes after which what is ready is given away.
    private static let flushBytes = 256 * 1024

    private let sink: any SnapshotSink
    private var ready: [UInt8] = []
    private var given = 0
    private let values = SnapshotEncoder()

    init(_ sink: any SnapshotSink) {
        self.sink = sink
        ready.reserveCapacity(Self.flushBytes * 2)
    }

    /// Writes a map, and says where the offsets of its records are.
    ///
    /// Values that come from an earlier snapshot are
    /// copied as they are.
    func table<Key, Value>(_ map: LayeredMap<Key, Value>) throws(SnapshotFailure) -> Int {
        var starts: [Int] = []
        starts.reserveCapacity(map.count)
        try map.forEachRecord { key, record throws(SnapshotFailure) in
            starts.append(given + ready.count)
            ready.append(number: UInt64(key.count))
            ready.append(contentsOf: key)
            switch record {
            case .frozen(let bytes, let range):
                try unsafe bytes.read(range) { value throws(SnapshotFailure) in
                    unsafe ready.append(contentsOf: value)
                }
            case .changed(let value):
                values.bytes.removeAll(keepingCapacity: true)
                do { try value.encode(to: values) } catch { throw SnapshotFailure(error) }
                ready.append(contentsOf: values.bytes)
            }
            try flush(over: Self.flushBytes)
        }
        let place = given + ready.count
        for start in starts { ready.append(word: UInt64(start)) }
        try flush(over: Self.flushBytes)
        return place
    }

    /// Writes the root, and where it is.
    func end(root: [UInt8]) throws(SnapshotFailure) {
        let start = given + ready.count
        ready += root
        ready.append(word: UInt64(start))
        try flush(over: 0)
    }

    private func flush(over limit: Int) throws(SnapshotFailure) {
        guard ready.count > limit else { return }
        try sink.write(ready)
        given += ready.count
        ready.removeAll(keepingCapacity: true)
    }
}

extension [UInt8] {
    /// Appends a number, seven bits a byte, the lowest first; all bytes but the last have the highest bit (LEB128).
    mutating func append(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }

    /// Appends a number as eight bytes, the lowest first.
    mutating func append(word: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) {
            append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
        }
    }
}
