// SPDX-License-Identifier: Apache-2.0

/// Reads what ``SnapshotEncoder`` has written.
final class SnapshotDecoder: Decoder {
    private let bytes: FrozenBytes
    private var offset: Int
    private let end: Int
    private let tables: Bool

    /// Reads some of the bytes, in which maps are tables of their own or stand where they are.
    init(_ bytes: FrozenBytes, _ range: Range<Int>, tables: Bool = false) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
        self.tables = tables
    }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Whether all has been read.
    var isAtEnd: Bool { offset == end }

    func container<Name: CodingKey>(keyedBy: Name.Type) -> KeyedDecodingContainer<Name> {
        KeyedDecodingContainer(SnapshotMembersRead<Name>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        var count = 0
        for index in 0..<4 { count |= Int(try byte()) << (8 * index) }
        return SnapshotElementsRead(decoder: self, count: count)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        SnapshotElementsRead(decoder: self, count: nil)
    }

    /// Reads a map; of one that is a table, only where it is.
    func map<Key, Value>() throws -> LayeredMap<Key, Value> {
        if tables {
            let starts: Int = try number()
            return LayeredMap(try SortedTable(bytes, starts: starts, count: try number()))
        }
        var map = LayeredMap<Key, Value>()
        let count: Int = try number()
        for _ in 0..<count { map[try Key(from: self)] = try Value(from: self) }
        return map
    }

    func flag() throws(SnapshotFailure) -> Bool { try byte() != 0 }

    func text() throws(SnapshotFailure) -> String {
        let length: Int = Int(truncatingIfNeeded: try unsigned())
        guard length >= 0, length <= end - offset else { throw .cutShort }
        defer { offset += length }
        return try unsafe bytes.read(offset..<offset + length) { utf8 throws(SnapshotFailure) in
            unsafe String(decoding: utf8, as: UTF8.self)
        }
    }

    func number<Number: FixedWidthInteger>() throws(SnapshotFailure) -> Number {
        guard Number.bitWidth <= 64 else {
            let low = Number(truncatingIfNeeded: try word())
            return low | Number(truncatingIfNeeded: try word()) << 64
        }
        let raw = try unsigned()
        guard Number.isSigned else { return Number(truncatingIfNeeded: raw) }
        return Number(truncatingIfNeeded: Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1))
    }

    func double() throws(SnapshotFailure) -> Double { Double(bitPattern: try word()) }

    /// Takes the flag before a single value unless it says that there is none.
    fileprivate func takesNil() throws(SnapshotFailure) -> Bool {
        guard offset < end else { throw .cutShort }
        guard try bytes.byte(at: offset) == 0 else { return false }
        offset += 1
        return true
    }

    private func unsigned() throws(SnapshotFailure) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let next = try byte()
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return number }
        }
        throw .malformed
    }

    private func word() throws(SnapshotFailure) -> UInt64 {
        guard offset <= end - 8 else { throw .cutShort }
        defer { offset += 8 }
        return try bytes.word(at: offset)
    }

    private func byte() throws(SnapshotFailure) -> UInt8 {
        guard offset < end else { throw .cutShort }
        defer { offset += 1 }
        return try bytes.byte(at: offset)
    }
}

/// The members of a value, or the case of an enum.
private struct SnapshotMembersRead<Name: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: SnapshotDecoder
    var codingPath: [any CodingKey] { [] }

    /// The case of an enum, which nobody else asks for: its name is read here.
    var allKeys: [Name] {
        guard let name = try? decoder.text(), let key = Name(stringValue: name) else { return [] }
        return [key]
    }

    /// Says that a member is there; whether it is absent is asked next, by ``decodeNil(forKey:)``.
    func contains(_ name: Name) -> Bool { true }
    func decodeNil(forKey name: Name) throws -> Bool { try !decoder.flag() }
    func decode(_ type: Bool.Type, forKey name: Name) throws -> Bool { try decoder.flag() }
    func decode(_ type: String.Type, forKey name: Name) throws -> String { try decoder.text() }
    func decode(_ type: Double.Type, forKey name: Name) throws -> Double { try decoder.double() }
    func decode(_ type: Float.Type, forKey name: Name) throws -> Float { Float(try decoder.double()) }
    func decode(_ type: Int.Type, forKey name: Name) throws -> Int { try decoder.number() }
    func decode(_ type: Int8.Type, forKey name: Name) throws -> Int8 { try decoder.number() }
    func decode(_ type: Int16.Type, forKey name: Name) throws -> Int16 { try decoder.number() }
    func decode(_ type: Int32.Type, forKey name: Name) throws -> Int32 { try decoder.number() }
    func decode(_ type: Int64.Type, forKey name: Name) throws -> Int64 { try decoder.number() }
    func decode(_ type: UInt.Type, forKey name: Name) throws -> UInt { try decoder.number() }
    func decode(_ type: UInt8.Type, forKey name: Name) throws -> UInt8 { try decoder.number() }
    func decode(_ type: UInt16.Type, forKey name: Name) throws -> UInt16 { try decoder.number() }
    func decode(_ type: UInt32.Type, forKey name: Name) throws -> UInt32 { try decoder.number() }
    func decode(_ type: UInt64.Type, forKey name: Name) throws -> UInt64 { try decoder.number() }
    func decode(_ type: Int128.Type, forKey name: Name) throws -> Int128 { try decoder.number() }
    func decode(_ type: UInt128.Type, forKey name: Name) throws -> UInt128 { try decoder.number() }
    func decode<Value: Decodable>(_ type: Value.Type, forKey name: Name) throws -> Value {
        try Value(from: decoder)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey name: Name)
        -> KeyedDecodingContainer<Nested>
    {
        decoder.container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer(forKey name: Name) throws -> any UnkeyedDecodingContainer {
        try decoder.unkeyedContainer()
    }

    func superDecoder() -> any Decoder { decoder }
    func superDecoder(forKey name: Name) -> any Decoder { decoder }
}

/// The elements of a list, or a single value: a class, as one of the protocols counts on and the other does not.
private final class SnapshotElementsRead: UnkeyedDecodingContainer, SingleValueDecodingContainer {
    private let decoder: SnapshotDecoder
    /// The number of elements; nil for a single value.
    let count: Int?
    private(set) var currentIndex = 0

    init(decoder: SnapshotDecoder, count: Int?) {
        self.decoder = decoder
        self.count = count
    }

    var codingPath: [any CodingKey] { [] }
    var isAtEnd: Bool { currentIndex >= count ?? 1 }

    /// Goes on to the next element, or passes over the flag before a single value, which is there.
    private func next() throws(SnapshotFailure) -> SnapshotDecoder {
        currentIndex += 1
        if count == nil { guard try decoder.flag() else { throw .malformed } }
        return decoder
    }

    func decodeNil() -> Bool { (try? decoder.takesNil()) ?? false }
    func decode(_ type: Bool.Type) throws -> Bool { try next().flag() }
    func decode(_ type: String.Type) throws -> String { try next().text() }
    func decode(_ type: Double.Type) throws -> Double { try next().double() }
    func decode(_ type: Float.Type) throws -> Float { Float(try next().double()) }
    func decode(_ type: Int.Type) throws -> Int { try next().number() }
    func decode(_ type: Int8.Type) throws -> Int8 { try next().number() }
    func decode(_ type: Int16.Type) throws -> Int16 { try next().number() }
    func decode(_ type: Int32.Type) throws -> Int32 { try next().number() }
    func decode(_ type: Int64.Type) throws -> Int64 { try next().number() }
    func decode(_ type: UInt.Type) throws -> UInt { try next().number() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try next().number() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try next().number() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try next().number() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try next().number() }
    func decode(_ type: Int128.Type) throws -> Int128 { try next().number() }
    func decode(_ type: UInt128.Type) throws -> UInt128 { try next().number() }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: next()) }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    func superDecoder() -> any Decoder { decoder }
}
