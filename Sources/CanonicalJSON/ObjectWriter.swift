// SPDX-License-Identifier: Apache-2.0

/// Writes one canonical object member by member, for whoever knows the order of its members.
///
/// It makes the bytes of RFC 8785 if the names come in ascending order, which is asserted, and are of ASCII without
/// anything to escape. Nothing is kept but the bytes.
public struct ObjectWriter: ~Copyable {
    private var bytes: [UInt8] = []
    private var lastName: StaticString?

    /// Begins an object of about this many bytes.
    public init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Writes a member that is a text.
    public mutating func write(_ name: StaticString, _ text: String) {
        begin(name)
        CanonicalWriter<CanonicalNumbers>.write(text, to: &bytes)
    }

    /// Writes a member that is a text, unless there is none.
    public mutating func write(_ name: StaticString, _ text: String?) {
        if let text { write(name, text) }
    }

    /// Writes a member of any kind.
    public mutating func write(_ name: StaticString, _ value: JSON) throws(CanonicalError) {
        begin(name)
        try CanonicalWriter<CanonicalNumbers>.write(value, to: &bytes)
    }

    /// The bytes of the object.
    public consuming func finish() -> [UInt8] {
        if lastName == nil { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private mutating func begin(_ name: StaticString) {
        assert(lastName.map { "\($0)" < "\(name)" } ?? true, "\(name) is out of order")
        bytes.append(lastName == nil ? UInt8(ascii: "{") : UInt8(ascii: ","))
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        lastName = name
    }
}
