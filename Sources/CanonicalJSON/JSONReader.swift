// SPDX-License-Identifier: Apache-2.0

extension JSON {
    /// How many arrays and objects may be nested in each other unless a caller says otherwise.
    public static let depthLimit = 64

    /// Reads one JSON text (RFC 8259), strictly, out of an array of bytes.
    ///
    /// White space may surround the value. Refused, although RFC 8259 leaves them to the reader: duplicate
    /// names, texts that are not UTF-8, the null character, lone surrogates, a byte order mark, and nesting
    /// beyond `depthLimit` (0 allows no array and no object). The reader holds at most a constant factor of
    /// the input, so the caller limits its length.
    public init(parsing bytes: [UInt8], depthLimit: Int = JSON.depthLimit) throws(JSONError) {
        try self.init(parsing: bytes.span, depthLimit: depthLimit)
    }

    /// Reads one JSON text out of a string, as `init(parsing:depthLimit:)` does out of its UTF-8.
    public init(parsing text: String, depthLimit: Int = JSON.depthLimit) throws(JSONError) {
        try self.init(parsing: text.utf8.span, depthLimit: depthLimit)
    }

    /// Reads one JSON text out of borrowed bytes, as `init(parsing:depthLimit:)` does out of an array.
    public init(parsing bytes: Span<UInt8>, depthLimit: Int = JSON.depthLimit) throws(JSONError) {
        var reader = JSONReader(depthLimit: depthLimit)
        self = try reader.text(bytes)
    }
}

/// One pass over the bytes of a JSON text by recursive descent.
///
/// The bytes are handed to every method because a type that stores a `Span` needs lifetime annotations that
/// the language does not have yet.
struct JSONReader {
    /// The offset of the next byte to read.
    var position = 0

    /// How many more arrays and objects may be opened inside the present one.
    private var depthLeft: Int

    private let depthLimit: Int

    init(depthLimit: Int) {
        self.depthLimit = depthLimit
        depthLeft = depthLimit
    }

    /// A whole text: a value and nothing but white space around it.
    mutating func text(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
        skipSpace(bytes)
        let value = try value(bytes)
        skipSpace(bytes)
        guard position == bytes.count else { throw .trailingBytes(offset: position) }
        return value
    }

    /// The byte at the position.
    func peek(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw .unexpectedEnd }
        return bytes[position]
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
        switch try peek(bytes) {
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "{"): return .object(try object(bytes))
        case UInt8(ascii: "["): return .array(try array(bytes))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(bytes)
        case UInt8(ascii: "t"): return try literal("true", .bool(true), bytes)
        case UInt8(ascii: "f"): return try literal("false", .bool(false), bytes)
        case UInt8(ascii: "n"): return try literal("null", .null, bytes)
        default: throw .unexpectedByte(offset: position)
        }
    }

    private mutating func literal(
        _ word: String,
        _ value: JSON,
        _ bytes: Span<UInt8>
    ) throws(JSONError) -> JSON {
        for expected in word.utf8 {
            guard try peek(bytes) == expected else { throw .unexpectedByte(offset: position) }
            position += 1
        }
        return value
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) -> [JSON] {
        guard try open(closing: UInt8(ascii: "]"), bytes) else { return [] }
        var items: [JSON] = []
        repeat {
            items.append(try value(bytes))
        } while try another(before: UInt8(ascii: "]"), bytes)
        return items
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) -> JSONObject {
        guard try open(closing: UInt8(ascii: "}"), bytes) else { return JSONObject() }
        var members = ObjectMembers()
        repeat {
            let offset = position
            guard try peek(bytes) == UInt8(ascii: "\"") else { throw .unexpectedByte(offset: position) }
            let name = try string(bytes)
            skipSpace(bytes)
            guard try peek(bytes) == UInt8(ascii: ":") else { throw .unexpectedByte(offset: position) }
            position += 1
            skipSpace(bytes)
            members.append(JSONObject.Member(name, try value(bytes)), at: offset)
        } while try another(before: UInt8(ascii: "}"), bytes)
        return try members.object()
    }

    /// Steps over an opening bracket, and over the closing one if nothing is between; false then.
    private mutating func open(closing: UInt8, _ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        guard depthLeft > 0 else { throw .tooDeep(limit: depthLimit) }
        position += 1
        skipSpace(bytes)
        guard try peek(bytes) == closing else {
            depthLeft -= 1
            return true
        }
        position += 1
        return false
    }

    /// Steps over a comma, and says that another element follows, or over the closing bracket.
    private mutating func another(before closing: UInt8, _ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        skipSpace(bytes)
        switch try peek(bytes) {
        case UInt8(ascii: ","):
            position += 1
            skipSpace(bytes)
            return true
        case closing:
            position += 1
            depthLeft += 1
            return false
        default: throw .unexpectedByte(offset: position)
        }
    }
}
