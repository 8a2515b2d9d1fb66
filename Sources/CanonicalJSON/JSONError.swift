// SPDX-License-Identifier: Apache-2.0

/// Why bytes are not a JSON text we accept.
///
/// Offsets count bytes from the start of the input and point at the first byte that is wrong.
public enum JSONError: Error, Hashable, Sendable {
    /// A byte that the grammar of RFC 8259 does not allow here, a byte order mark among them.
    case unexpectedByte(offset: Int)
    /// The input ends inside a value, or holds none.
    case unexpectedEnd
    /// Something other than white space follows the value.
    case trailingBytes(offset: Int)
    /// An object has this name twice, byte for byte once unescaped; the offset is that of the second.
    case duplicateName(String, offset: Int)
    /// A string is not UTF-8: overlong, truncated, a surrogate, or beyond U+10FFFF.
    case invalidUTF8(offset: Int)
    /// The escape `\u0000`, which many readers and databases cut a text at.
    case nullCharacter(offset: Int)
    /// The escape of half a surrogate pair, which no UTF-8 text can hold.
    case loneSurrogate(offset: Int)
    /// A backslash and something that RFC 8259 section 7 does not list.
    case invalidEscape(offset: Int)
    /// A byte below U+0020 inside a string, which must be escaped.
    case controlCharacter(offset: Int)
    /// A number with a leading zero or without a digit where one must be.
    case invalidNumber(offset: Int)
    /// Arrays and objects are nested deeper than the reader was told to follow.
    case tooDeep(limit: Int)
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unexpectedByte(let offset): "unexpected byte at offset \(offset)"
        case .unexpectedEnd: "the JSON text ends too early"
        case .trailingBytes(let offset): "bytes after the JSON value at offset \(offset)"
        case .duplicateName(let name, let offset):
            "member name \(name.debugDescription) occurs again at offset \(offset)"
        case .invalidUTF8(let offset): "invalid UTF-8 at offset \(offset)"
        case .nullCharacter(let offset): "escaped null character at offset \(offset)"
        case .loneSurrogate(let offset): "escaped lone surrogate at offset \(offset)"
        case .invalidEscape(let offset): "invalid escape at offset \(offset)"
        case .controlCharacter(let offset): "unescaped control character at offset \(offset)"
        case .invalidNumber(let offset): "invalid number at offset \(offset)"
        case .tooDeep(let limit): "nested deeper than \(limit) levels"
        }
    }
}
