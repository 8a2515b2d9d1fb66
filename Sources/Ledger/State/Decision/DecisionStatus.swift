// SPDX-License-Identifier: Apache-2.0

/// Where a matter stands.
public enum DecisionStatus: String, CaseIterable, Codable, Sendable {
    case tabled
    case deferred
    case adopted
    case rejected
    case withdrawn
    /// Adopted, and being implemented.
    case implementing
    /// Adopted and implemented.
    case implemented
    /// Adopted; its implementation was given up.
    case abandoned
    case superseded
    case rescinded
    /// Decided in urgency before every partner had consented; in force until ratification is refused.
    case urgent
    /// Adopted, and suspended because a partner called it in.
    case calledIn
    /// Undone: its call-in was upheld, or its ratification refused.
    case setAside

    /// Whether partners may still consent and it may be adopted.
    public var isOpen: Bool {
        switch self {
        case .tabled, .deferred: true
        case .adopted, .rejected, .withdrawn, .implementing, .implemented, .abandoned, .superseded,
            .rescinded, .urgent, .calledIn, .setAside:
            false
        }
    }

    /// Whether it has been adopted, or taken in urgency, and still stands.
    public var stands: Bool {
        switch self {
        case .adopted, .implementing, .implemented, .abandoned, .urgent: true
        case .tabled, .deferred, .rejected, .withdrawn, .superseded, .rescinded, .calledIn, .setAside: false
        }
    }

    /// Whether it was decided and then undone or suspended, so that it cannot be carried out (rule 61).
    public var hasFallen: Bool {
        switch self {
        case .superseded, .rescinded, .calledIn, .setAside: true
        case .tabled, .deferred, .adopted, .rejected, .withdrawn, .implementing, .implemented, .abandoned,
            .urgent:
            false
        }
    }
}

/// A change of status.
public struct StatusChange: Hashable, Codable, Sendable {
    /// What it became.
    public let status: DecisionStatus
    /// Within which instants.
    public let when: Bounds
    /// When, in words.
    public let words: String
    /// When.
    public let date: EDTF
    /// The entry that records it.
    public let position: UInt64

    init(_ status: DecisionStatus, _ entry: Entry) {
        self.status = status
        when = entry.when
        words = entry.whenText
        date = entry.date
        position = entry.position
    }
}
