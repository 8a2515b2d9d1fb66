// SPDX-License-Identifier: Apache-2.0

/// What a map of the state is looked up by.
public protocol TableKey: Hashable, Comparable, Codable, Sendable {
    /// The key as bytes: different ones for different keys, ordered as keys are.
    var tableBytes: [UInt8] { get }

    /// Reads such bytes; nil if they are not those of a key.
    init?(tableBytes: UnsafeRawBufferPointer)
}

extension Key: TableKey {
    public var tableBytes: [UInt8] { [UInt8](text.utf8) }

    public init?(tableBytes: UnsafeRawBufferPointer) {
        self.init(unchecked: unsafe String(decoding: tableBytes, as: UTF8.self))
    }
}

extension Subject: TableKey {
    public var tableBytes: [UInt8] { [UInt8](description.utf8) }

    public init?(tableBytes: UnsafeRawBufferPointer) {
        self.init(unsafe String(decoding: tableBytes, as: UTF8.self))
    }
}

extension SubjectKind: TableKey {
    public var tableBytes: [UInt8] { [UInt8](rawValue.utf8) }

    public static func < (left: SubjectKind, right: SubjectKind) -> Bool { left.rawValue < right.rawValue }

    public init?(tableBytes: UnsafeRawBufferPointer) {
        self.init(rawValue: unsafe String(decoding: tableBytes, as: UTF8.self))
    }
}

extension UInt64: TableKey {
    /// Its bytes, the highest first.
    public var tableBytes: [UInt8] {
        stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt64($0)) }
    }

    public init?(tableBytes: UnsafeRawBufferPointer) {
        guard tableBytes.count == 8 else { return nil }
        self = unsafe tableBytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension SealedMember: TableKey {
    public var tableBytes: [UInt8] { position.tableBytes + name.utf8 }

    public init?(tableBytes: UnsafeRawBufferPointer) {
        guard tableBytes.count > 8,
            let position = unsafe UInt64(tableBytes: UnsafeRawBufferPointer(rebasing: tableBytes[..<8]))
        else { return nil }
        self.init(position: position, name: unsafe String(decoding: tableBytes[8...], as: UTF8.self))
    }

    public static func < (left: SealedMember, right: SealedMember) -> Bool {
        left.tableBytes.lexicographicallyPrecedes(right.tableBytes)
    }
}
