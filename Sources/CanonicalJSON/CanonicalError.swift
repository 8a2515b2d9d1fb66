// SPDX-License-Identifier: Apache-2.0

/// Why a value has no canonical form; only numbers can lack one.
public enum CanonicalError: Error, Hashable, Sendable {
    /// A number is too large for an IEEE 754 double.
    case numberOutOfRange
    /// An integer beyond ±(2^53-1), where doubles skip integers and RFC 8785 would silently change it.
    ///
    /// Write it as a string, as RFC 7493 section 2.2 asks.
    case integerOutOfRange(Int64)
    /// A `JSON.number` made by hand whose text is not a JSON number.
    case notANumber
}

extension CanonicalError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .numberOutOfRange: "a number is beyond the range of a double"
        case .integerOutOfRange(let value): "the integer \(value) is not within ±(2^53-1)"
        case .notANumber: "the text of a number is not a JSON number"
        }
    }
}
