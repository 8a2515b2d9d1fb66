// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// A persistent map, of which what has not changed since a snapshot stays in it until it is asked for.
///
/// Changes lie above the table, as in a log-structured merge tree (O'Neil et al., 1996) of two levels: looking up a key
/// goes to the changes first, and a value that is changed is taken from the table for that. Copying a map costs
/// nothing, and changing a copy a path. Without a snapshot all of it are changes.
public struct LayeredMap<Key: TableKey, Value: Codable & Hashable & Sendable>: Sendable {
    /// Where a value is.
    enum Record {
        /// In a snapshot, in these bytes.
        case frozen(FrozenBytes, Range<Int>)
        /// In memory.
        case changed(Value)
    }

    private var changes: TreeDictionary<Key, Value> = [:]
    /// Keys that are in the table and no longer in the map.
    private var removed: TreeSet<Key> = []
    /// How many of the changes have a key that is in the table.
    private var covered = 0
    private let table: SortedTable<Key, Value>?

    /// Nothing.
    public init() { table = nil }

    init(_ table: SortedTable<Key, Value>) { self.table = table.count > 0 ? table : nil }

    /// The number of values.
    public var count: Int { changes.count - covered + (table?.count ?? 0) - removed.count }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// The value of a key; setting nil removes it.
    public subscript(key: Key) -> Value? {
        get {
            if let value = changes[key] { return value }
            return frozen(key).flatMap { index in table?.value(at: index) }
        }
        _modify {
            let isFrozen = draw(key)
            let was = isFrozen && changes[key] != nil
            yield &changes[key]
            if isFrozen, was, changes[key] == nil {
                covered -= 1
                removed.insert(key)
            } else if isFrozen, !was, changes[key] != nil {
                covered += 1
                removed.remove(key)
            }
        }
    }

    /// The value of a key, or what to begin with.
    public subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
        get { self[key] ?? fallback() }
        _modify {
            if draw(key), changes[key] == nil {
                covered += 1
                removed.remove(key)
            }
            yield &changes[key, default: fallback()]
        }
    }

    /// Takes a value that is to be changed from the table, and says whether the table has the key.
    private mutating func draw(_ key: Key) -> Bool {
        guard let table, let index = table.index(of: key) else { return false }
        if changes[key] == nil, !removed.contains(key) {
            changes[key] = table.value(at: index)
            covered += 1
        }
        return true
    }

    /// The record in the table that counts for a key which has no change.
    private func frozen(_ key: Key) -> Int? {
        guard let table, let index = table.index(of: key), !removed.contains(key) else { return nil }
        return index
    }

    /// Whether the table's record for a key still counts.
    private func counts(_ key: Key) -> Bool { changes[key] == nil && !removed.contains(key) }

    /// Gives every key as bytes with where its value is, in the order of the bytes.
    func forEachRecord(
        _ body: (_ key: [UInt8], _ record: Record) throws(SnapshotFailure) -> Void
    ) throws(SnapshotFailure) {
        var rest = changes.map { (bytes: $0.key.tableBytes, value: $0.value) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }[...]
        for index in 0..<(table?.count ?? 0) {
            guard let table, counts(table.key(at: index)) else { continue }
            let ranges = try table.ranges(of: index)
            let key = try table.bytes.copy(ranges.key)
            while let next = rest.first, next.bytes.lexicographicallyPrecedes(key) {
                try body(next.bytes, .changed(next.value))
                rest = rest.dropFirst()
            }
            try body(key, .frozen(table.bytes, ranges.value))
        }
        for next in rest { try body(next.bytes, .changed(next.value)) }
    }
}

extension LayeredMap: Sequence {
    /// The keys and values, in any order.
    public struct Iterator: IteratorProtocol {
        fileprivate let map: LayeredMap
        fileprivate var index = 0
        fileprivate var changes: TreeDictionary<Key, Value>.Iterator

        public mutating func next() -> (key: Key, value: Value)? {
            while let table = map.table, index < table.count {
                defer { index += 1 }
                let key = table.key(at: index)
                if map.counts(key) { return (key, table.value(at: index)) }
            }
            return changes.next().map { ($0.key, $0.value) }
        }
    }

    public func makeIterator() -> Iterator { Iterator(map: self, changes: changes.makeIterator()) }

    public var underestimatedCount: Int { count }

    /// The keys, in any order; of no value is more read than its key.
    public var keys: [Key] {
        var keys: [Key] = []
        keys.reserveCapacity(count)
        if let table {
            for index in 0..<table.count where counts(table.key(at: index)) {
                keys.append(table.key(at: index))
            }
        }
        keys.append(contentsOf: changes.keys)
        return keys
    }

    /// The values, in any order.
    public var values: some Sequence<Value> { lazy.map(\.value) }
}

extension LayeredMap: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (Key, Value)...) {
        self.init()
        for (key, value) in elements { self[key] = value }
    }
}

extension LayeredMap: Hashable {
    public static func == (left: LayeredMap, right: LayeredMap) -> Bool {
        if left.table == nil, right.table == nil { return left.changes == right.changes }
        return left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(count) }
}

extension LayeredMap: Codable {
    /// Writes it into a snapshot: see ``State/writeSnapshot(to:)``.
    public func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? SnapshotEncoder else { throw SnapshotFailure.malformed }
        try encoder.put(self)
    }

    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? SnapshotDecoder else { throw SnapshotFailure.malformed }
        self = try decoder.map()
    }
}
