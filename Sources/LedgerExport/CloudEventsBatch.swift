// SPDX-License-Identifier: Apache-2.0

/// Entries as a batch of CloudEvents, media type `application/cloudevents-batch+json`.
///
///     file    = "[" LF [entry *("," LF entry) LF] "]" LF
///     entry   = a CloudEvent in JSON (CloudEvents 1.0, JSON batch format), byte for byte as it was hashed
///
/// Every entry stands on a line of its own, so that a line without its comma is still what was hashed.
public struct CloudEventsBatch: EntryFormat {
    private var isEmpty = true

    /// Begins a batch.
    public init() {}

    public let beginning = Array("[\n".utf8)

    public mutating func piece(_ entry: [UInt8]) -> [UInt8] {
        defer { isEmpty = false }
        return (isEmpty ? [] : Array(",\n".utf8)) + entry
    }

    public var end: [UInt8] { Array((isEmpty ? "]\n" : "\n]\n").utf8) }
}
