// SPDX-License-Identifier: Apache-2.0

/// Writes a value as bytes without names, in the order of its members: of no use to anyone but the program whose types
/// they are, and small and quick for it.
///
///     number   = LEB128; a signed one is folded first: 0, -1, 1, -2 … are 0, 1, 2, 3 …
///     wide     = 16 bytes, the lowest first: a number of 128 bits
///     text     = its length in bytes, as a number, and its UTF-8
///     flag     = one byte, 0 or 1
///     optional = a flag, and the value if it is 1
///     single   = what stands for itself, such as the raw value of an enum: like an optional
///     list     = the number of elements, 4 bytes with the lowest first, and the elements
///     case     = its name, as a text, and its values: an enum with values
///     map      = in the root of a snapshot a table; in a value a number of records, and keys and values by turns
final class SnapshotEncoder: Encoder {
    /// What has been written.
    var bytes: [UInt8] = []
    private let writer: SnapshotWriter?

    /// Writes maps as tables of their own if there is a writer, and else where they stand.
    init(_ writer: SnapshotWriter? = nil) { self.writer = writer }

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Name: CodingKey>(keyedBy: Name.Type) -> KeyedEncodingContainer<Name> {
        KeyedEncodingContainer(SnapshotMembers<Name>(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let place = bytes.count
        for _ in 0..<4 { bytes.append(0) }
        return SnapshotElements(encoder: self, place: place)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SnapshotElements(encoder: self, place: nil)
    }

    /// Writes a map.
    func put<Key, Value>(_ map: LayeredMap<Key, Value>) throws {
        if let writer {
            put(try writer.table(map))
            put(map.count)
            return
        }
        put(map.count)
        for (key, value) in map.sorted(by: { $0.key < $1.key }) {
            try key.encode(to: self)
            try value.encode(to: self)
        }
    }

    func put(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    func put(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            bytes.append(number: UInt64(utf8.count))
            unsafe bytes.append(contentsOf: utf8)
        }
    }

    func put<Number: FixedWidthInteger>(_ number: Number) {
        guard Number.bitWidth <= 64 else {
            bytes.append(word: UInt64(truncatingIfNeeded: number))
            return bytes.append(word: UInt64(truncatingIfNeeded: number >> 64))
        }
        guard Number.isSigned else { return bytes.append(number: UInt64(truncatingIfNeeded: number)) }
        let wide = Int64(truncatingIfNeeded: number)
        bytes.append(number: UInt64(bitPattern: (wide << 1) ^ (wide >> 63)))
    }

    func put(_ number: Double) { bytes.append(word: number.bitPattern) }

    /// Sets the number of elements of a list.
    fileprivate func set(count: Int, at place: Int) {
        for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: count >> (8 * index)) }
    }
}

/// The members of a value, or the case of an enum.
private struct SnapshotMembers<Name: CodingKey>: KeyedEncodingContainerProtocol {
    let encoder: SnapshotEncoder
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey name: Name) { encoder.put(false) }
    func encode(_ value: Bool, forKey name: Name) { encoder.put(value) }
    func encode(_ value: String, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Double, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Float, forKey name: Name) { encoder.put(Double(value)) }
    func encode(_ value: Int, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Int8, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Int16, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Int32, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Int64, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt8, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt16, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt32, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt64, forKey name: Name) { encoder.put(value) }
    func encode(_ value: Int128, forKey name: Name) { encoder.put(value) }
    func encode(_ value: UInt128, forKey name: Name) { encoder.put(value) }
    func encode<Value: Encodable>(_ value: Value, forKey name: Name) throws { try value.encode(to: encoder) }

    // What is absent leaves its mark: without names there is nothing else that tells it.
    func encodeIfPresent(_ value: Bool?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: String?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Double?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Float?, forKey name: Name) { mark(value) { encoder.put(Double($0)) } }
    func encodeIfPresent(_ value: Int?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Int8?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Int16?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Int32?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Int64?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt8?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt16?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt32?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt64?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: Int128?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent(_ value: UInt128?, forKey name: Name) { mark(value) { encoder.put($0) } }
    func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey name: Name) throws {
        try mark(value) { try $0.encode(to: encoder) }
    }

    func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type, forKey name: Name)
        -> KeyedEncodingContainer<Nested>
    {
        encoder.put(name.stringValue)
        return encoder.container(keyedBy: Nested.self)
    }

    func nestedUnkeyedContainer(forKey name: Name) -> any UnkeyedEncodingContainer {
        encoder.unkeyedContainer()
    }
    func superEncoder() -> any Encoder { encoder }
    func superEncoder(forKey name: Name) -> any Encoder { encoder }

    private func mark<Value>(_ value: Value?, _ write: (Value) throws -> Void) rethrows {
        encoder.put(value != nil)
        if let value { try write(value) }
    }
}

/// The elements of a list, or a single value.
private struct SnapshotElements: UnkeyedEncodingContainer, SingleValueEncodingContainer {
    let encoder: SnapshotEncoder
    /// Where the number of elements is; nil for a single value.
    let place: Int?
    private(set) var count = 0

    init(encoder: SnapshotEncoder, place: Int?) {
        self.encoder = encoder
        self.place = place
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func begin() {
        guard let place else { return encoder.put(true) }
        count += 1
        encoder.set(count: count, at: place)
    }

    mutating func encodeNil() { encoder.put(false) }
    mutating func encode(_ value: Bool) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: String) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Double) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Float) {
        begin()
        encoder.put(Double(value))
    }
    mutating func encode(_ value: Int) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Int8) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Int16) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Int32) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Int64) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt8) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt16) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt32) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt64) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: Int128) {
        begin()
        encoder.put(value)
    }
    mutating func encode(_ value: UInt128) {
        begin()
        encoder.put(value)
    }
    mutating func encode<Value: Encodable>(_ value: Value) throws {
        begin()
        try value.encode(to: encoder)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy: Nested.Type) -> KeyedEncodingContainer<Nested> {
        begin()
        return encoder.container(keyedBy: Nested.self)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return encoder.unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder }
}
