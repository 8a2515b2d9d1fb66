// SPDX-License-Identifier: Apache-2.0

/// The entries of a call before the one that is resolved, as that one may refer to them.
public struct EarlierEntries: Sendable {
    /// The streams, in the order of the call: entry N of it is `#N`.
    public private(set) var subjects: [Subject] = []
    /// The positions, in the same order.
    public private(set) var positions: [UInt64] = []
    /// The positions by the ids that the client gave.
    private var positionsByID: [String: UInt64] = [:]

    /// No entry comes before the first.
    public init() {}

    /// Whether there is nothing to refer to.
    public var isEmpty: Bool { subjects.isEmpty }

    /// Adds the next entry of the call, with its id if the client gave one.
    public mutating func append(_ subject: Subject, at position: UInt64, id: String?) {
        subjects.append(subject)
        positions.append(position)
        if let id { positionsByID[id] = position }
    }

    /// The position of the entry with an id.
    public func position(ofID id: String) -> UInt64? { positionsByID[id] }
}
