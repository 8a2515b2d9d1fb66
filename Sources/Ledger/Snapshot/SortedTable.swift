// SPDX-License-Identifier: Apache-2.0
import Synchronization

/// A map in a snapshot, of which a value is read when it is asked for: see ``State/writeSnapshot(to:)`` for its bytes.
final class SortedTable<Key: TableKey, Value: Codable & Sendable>: Sendable {
    /// How many values that were read are kept.
    static var memoLimit: Int { 1_024 }

    /// The number of records.
    let count: Int
    let bytes: FrozenBytes
    private let starts: Int
    private let memo = Mutex<[Int: Value]>([:])

    /// Takes up a table whose offsets begin at `starts`.
    init(_ bytes: FrozenBytes, starts: Int, count: Int) throws(SnapshotFailure) {
        guard starts >= 0, count >= 0, starts <= bytes.count, count <= (bytes.count - starts) / 8 else {
            throw .malformed
        }
        self.bytes = bytes
        self.starts = starts
        self.count = count
    }

    /// Which record has a key, found by halving.
    func index(of key: Key) -> Int? {
        guard count > 0 else { return nil }
        let wanted = key.tableBytes
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            switch compare(middle, wanted) {
            case 0: return middle
            case ..<0: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    /// The key of a record.
    func key(at index: Int) -> Key {
        whole { () throws(SnapshotFailure) in
            try unsafe bytes.read(keyRange(of: index)) { bytes throws(SnapshotFailure) in
                guard let key = unsafe Key(tableBytes: bytes) else { throw .malformed }
                return key
            }
        }
    }

    /// The value of a record; who reads all of them keeps none, so that those that are asked for often stay.
    func value(at index: Int, keeping: Bool = true) -> Value {
        if let value = memo.withLock({ $0[index] }) { return value }
        let value = whole { () throws(SnapshotFailure) in
            do { return try Value(from: SnapshotDecoder(bytes, ranges(of: index).value)) } catch {
                throw SnapshotFailure(error)
            }
        }
        if keeping {
            memo.withLock { memo in
                if memo.count >= Self.memoLimit { memo.removeAll(keepingCapacity: true) }
                memo[index] = value
            }
        }
        return value
    }

    /// Where the key and the value of a record are.
    func ranges(of index: Int) throws(SnapshotFailure) -> (key: Range<Int>, value: Range<Int>) {
        let key = try keyRange(of: index)
        let end = index + 1 < count ? try offset(index + 1) : starts
        guard key.upperBound <= end else { throw .malformed }
        return (key, key.upperBound..<end)
    }

    private func keyRange(of index: Int) throws(SnapshotFailure) -> Range<Int> {
        let start = try offset(index)
        // No key takes more than two bytes for its length.
        let first = Int(try bytes.byte(at: start))
        guard first >= 0x80 else { return start + 1..<start + 1 + first }
        let length = first & 0x7F | Int(try bytes.byte(at: start + 1)) << 7
        return start + 2..<start + 2 + length
    }

    private func offset(_ index: Int) throws(SnapshotFailure) -> Int {
        guard let offset = Int(exactly: try bytes.word(at: starts + 8 * index)) else { throw .malformed }
        return offset
    }

    /// Whether the key of a record comes before (below 0), is, or comes after the one that is sought.
    private func compare(_ index: Int, _ wanted: [UInt8]) -> Int {
        whole { () throws(SnapshotFailure) in
            try unsafe bytes.read(keyRange(of: index)) { key throws(SnapshotFailure) in
                for position in 0..<min(key.count, wanted.count) {
                    let (left, right) = (unsafe key[position], wanted[position])
                    if left != right { return left < right ? -1 : 1 }
                }
                return key.count - wanted.count
            }
        }
    }

    /// What is read from a snapshot that is known to be whole.
    ///
    /// It was written by this program or its digest was compared, and the self-check compares it again. What cannot be
    /// read then must not be taken for nothing: that would be to answer wrongly.
    private func whole<Result>(_ read: () throws(SnapshotFailure) -> Result) -> Result {
        do { return try read() } catch { preconditionFailure("A snapshot cannot be read: \(error)") }
    }
}
