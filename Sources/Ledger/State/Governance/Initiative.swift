// SPDX-License-Identifier: Apache-2.0

/// Where an initiative stands.
public enum InitiativeStatus: String, CaseIterable, Codable, Sendable {
    /// It goes on.
    case running
    /// It is held up.
    case suspended
    /// It is over.
    case ended
}

/// A piece of work within the venture, and how it fared.
public struct Initiative: Hashable, Codable, Sendable {
    /// What it is called; nil when its beginning is not among the entries.
    public let title: Text?
    /// What it is for.
    public let purpose: Text?
    /// What became of it, in the order of recording.
    public internal(set) var changes: [Change] = []

    /// A step of an initiative.
    public struct Change: Hashable, Codable, Sendable {
        /// Where it stands from here on.
        public let status: InitiativeStatus
        /// When.
        public let date: EDTF
        /// What held it up.
        public let barrier: Key?
        /// Why.
        public let reason: Text?
        /// The position of the entry.
        public let position: UInt64
    }

    /// Where it stands after all that is recorded.
    public var status: InitiativeStatus? { changes.last?.status }
}
