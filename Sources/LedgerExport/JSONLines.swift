// SPDX-License-Identifier: Apache-2.0

/// Entries as JSON Lines: the exact bytes of each, and LF.
///
///     file  = *(entry LF)
///     entry = a CloudEvent in JSON (CloudEvents 1.0, JSON format), byte for byte as it was hashed
public struct JSONLines: EntryFormat {
    /// Begins a file.
    public init() {}

    public let beginning: [UInt8] = []
    public let end: [UInt8] = []

    public func piece(_ entry: [UInt8]) -> [UInt8] { entry + [0x0A] }
}

/// A format that puts entries one after the other, so that no more than one is held at a time.
public protocol EntryFormat {
    /// What stands before the first entry.
    var beginning: [UInt8] { get }
    /// What the next entry becomes.
    mutating func piece(_ entry: [UInt8]) -> [UInt8]
    /// What stands after the last entry.
    var end: [UInt8] { get }
}
