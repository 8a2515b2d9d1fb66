// SPDX-License-Identifier: Apache-2.0

/// What one field of an event type is called, holds and means.
public struct FieldDescriptor: Hashable, Sendable {
    /// The member's name in `data`.
    public let name: String
    /// What it holds.
    public let kind: FieldKind
    /// Whether it must be there.
    public let isRequired: Bool
    /// What it means, in one sentence or two.
    public let documentation: String
}

/// What a field holds, and how it is written in JSON.
public indirect enum FieldKind: Hashable, Sendable {
    /// A string; sealed without being asked when it is personal.
    case text(personal: Bool)
    /// A string: the key of a thing of this kind.
    case key(SubjectKind)
    /// An array of such keys.
    case keys(SubjectKind)
    /// A string `KIND/KEY` of one of these kinds.
    case subject([SubjectKind])
    /// An array of such strings.
    case subjects([SubjectKind])
    /// An array of positions of earlier entries.
    case positions
    /// An integer within a range.
    case integer(ClosedRange<Int64>)
    /// A boolean, written only when true.
    case flag
    /// One of these strings.
    case choice([String])
    /// A string: an EDTF date.
    case date
    /// An object with `minor`, an integer in minor units, and `currency`.
    case money
    /// A string: an exact decimal number, such as `-12.5`.
    case decimal
    /// A string: a SHA-256 digest in lowercase hexadecimal.
    case digest
    /// Any JSON object, checked by the type that uses it.
    case object
    /// An array of objects with these fields.
    case list([FieldDescriptor])

    /// Whether the member can be kept out of the entry and in a disclosure.
    public var isSealable: Bool {
        switch self {
        case .text: true
        case .key, .keys, .subject, .subjects, .positions, .integer, .flag, .choice, .date, .money, .decimal,
            .digest, .object, .list:
            false
        }
    }
}
