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

    /// What lies below the changes: one reference, of which there is none without a snapshot.
    private final class Base: Sendable {
        let table: SortedTable<Key, Value>
        /// Keys that are in the table and no longer in the map.
        let removed: TreeSet<Key>

        init(_ table: SortedTable<Key, Value>, removed: TreeSet<Key> = []) {
            self.table = table
            self.removed = removed
        }

        /// The record of a key that has no change.
        func index(of key: Key) -> Int? {
            guard let index = table.index(of: key), !removed.contains(key) else { return nil }
            return index
        }
    }

    private var changes: TreeDictionary<Key, Value> = [:]
    private var base: Base?
    /// How many of the changes have a key that is not in the table, if there is one.
    private var added = 0

    /// Nothing.
    public init() {}

    init(_ table: SortedTable<Key, Value>) { base = table.count > 0 ? Base(table) : nil }

    /// The number of values.
    public var count: Int {
        guard let base else { return changes.count }
        return base.table.count - base.removed.count + added
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// The value of a key; setting nil removes it.
    public subscript(key: Key) -> Value? {
        get {
            if let value = changes[key] { return value }
            guard let base, let index = base.index(of: key) else { return nil }
            return base.table.value(at: index)
        }
        _modify {
            let before = draw(key)
            defer { settle(key, before) }
            yield &changes[key]
        }
    }

    /// The value of a key, or what to begin with.
    public subscript(key: Key, default fallback: @autoclosure () -> Value) -> Value {
        get { self[key] ?? fallback() }
        _modify {
            let before = draw(key)
            defer { settle(key, before) }
            yield &changes[key, default: fallback()]
        }
    }

    /// What is known of a key before a change: whether the table has it, and whether there was a change.
    private struct Before {
        let isFrozen: Bool
        let isChanged: Bool
    }

    /// Takes a value that is to be changed from the table; nil if there is none.
    private mutating func draw(_ key: Key) -> Before? {
        guard let base else { return nil }
        let index = base.table.index(of: key)
        let isChanged = changes[key] != nil
        if let index, !isChanged, !base.removed.contains(key) { changes[key] = base.table.value(at: index) }
        return Before(isFrozen: index != nil, isChanged: isChanged)
    }

    /// Counts the change, and notes whether the table's value still counts where there is none above it.
    private mutating func settle(_ key: Key, _ before: Before?) {
        guard let base, let before else { return }
        let isChanged = changes[key] != nil
        guard before.isFrozen else {
            added += (isChanged ? 1 : 0) - (before.isChanged ? 1 : 0)
            return
        }
        guard base.removed.contains(key) == isChanged else { return }
        var removed = base.removed
        if isChanged { removed.remove(key) } else { removed.insert(key) }
        self.base = Base(base.table, removed: removed)
    }

    /// Whether the table's record for a key still counts.
    private func counts(_ key: Key) -> Bool {
        changes[key] == nil && base?.removed.contains(key) == false
    }

    /// Gives every key as bytes with where its value is, in the order of the bytes.
    func forEachRecord(
        _ body: (_ key: [UInt8], _ record: Record) throws(SnapshotFailure) -> Void
    ) throws(SnapshotFailure) {
        var rest = changes.map { (bytes: $0.key.tableBytes, value: $0.value) }
            .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }[...]
        let table = base?.table
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
            while let table = map.base?.table, index < table.count {
                defer { index += 1 }
                let key = table.key(at: index)
                if map.counts(key) { return (key, table.value(at: index, keeping: false)) }
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
        if let table = base?.table {
            for index in 0..<table.count {
                let key = table.key(at: index)
                if counts(key) { keys.append(key) }
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
        if left.base == nil, right.base == nil { return left.changes == right.changes }
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
