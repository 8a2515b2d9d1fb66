// SPDX-License-Identifier: Apache-2.0

/// When something happened, and the entry that says so.
public struct Happening: Hashable, Codable, Sendable {
    /// The date as exactly as it is known; the instant of recording when the entry names none.
    public let occurrence: Occurrence
    /// When the entry was recorded.
    public let recorded: Timestamp
    /// The position of the entry.
    public let position: UInt64

    /// When the entry happened.
    init(_ entry: Entry) {
        occurrence = entry.occurred ?? Occurrence(date: EDTF.instant(entry.recorded))
        recorded = entry.recorded
        position = entry.position
    }

    /// Whether it has happened at `t` or earlier.
    ///
    /// What is recorded and not merely planned has happened by the time it is recorded, however vague its
    /// date. What is planned has possibly happened once its date has come, because nobody has said that it
    /// did.
    public func happened(at t: Timestamp) -> Truth {
        let come = occurrence.date.bounds.isAtOrBefore(t)
        switch occurrence.basis {
        case .planned: return come.and(.possibly)
        case .stated, .inferred: return come == .possibly && recorded <= t ? .yes : come
        }
    }

    /// Whether it certainly happened before the other.
    func certainlyPrecedes(_ other: Happening) -> Bool {
        occurrence.date.bounds.precedes(other.occurrence.date.bounds) == .yes
    }

    /// Earliest first, then in the order of recording.
    static func inOrder(_ left: Happening, _ right: Happening) -> Bool {
        (left.occurrence.date.bounds.earliestOrPast, left.position)
            < (right.occurrence.date.bounds.earliestOrPast, right.position)
    }
}

/// What an entry says, and when it happened.
public struct Recorded<Content: Event & Codable & Hashable>: Hashable, Codable, Sendable {
    /// What the entry says.
    public let content: Content
    /// When that happened.
    public let happening: Happening

    /// What this entry says.
    init(_ content: Content, _ entry: Entry) {
        self.content = content
        happening = Happening(entry)
    }
}
