// SPDX-License-Identifier: Apache-2.0

/// A meeting of a body.
public struct Meeting: Hashable, Codable, Sendable {
    /// The body that met.
    public let body: Key
    /// What it was called.
    public internal(set) var title: Text?
    /// What is or was arranged, in the order of recording; the last one counts.
    public internal(set) var schedule: [Arrangement] = []
    /// Its agendas, in the order of recording; the last one counts.
    public internal(set) var agendas: [Recorded<AgendaPublished>] = []
    /// The papers that were circulated for it, in the order of recording.
    public internal(set) var papers: [Paper] = []
    /// When it was held; nil while only minutes are recorded.
    public internal(set) var held: Held?
    /// Its minutes, in the order of recording.
    public internal(set) var minutes: [Minutes] = []

    /// That a meeting was held.
    public struct Held: Hashable, Codable, Sendable {
        /// When.
        public let date: EDTF
        /// The earliest instant that `date` allows, at which facts are read.
        public let instant: Timestamp
        /// Who was there.
        public let attendance: [Attendance]
        /// The position of the entry.
        public let position: UInt64
    }

    /// When and where a meeting is to be, or that it is not to be.
    public struct Arrangement: Hashable, Codable, Sendable {
        /// When it is to be held; nil once it is cancelled.
        public let date: EDTF?
        /// Where.
        public let venue: Text?
        /// How people meet.
        public let mode: MeetingMode?
        /// Why it was changed.
        public let reason: Text?
        /// When it was arranged.
        public let happening: Happening
    }

    /// A paper that was circulated for a meeting.
    public struct Paper: Hashable, Codable, Sendable {
        /// What it is, and when it was circulated.
        public let circulated: Recorded<PaperCirculated>
        /// Who said that they read it.
        public internal(set) var readings: [Recorded<PaperRead>] = []
    }

    /// When it was held, or else when it is to be; nil when that is not known or it was cancelled.
    public var date: EDTF? { held?.date ?? schedule.last?.date }

    /// Whether it was cancelled and not held.
    public var isCancelled: Bool { held == nil && schedule.last.map { $0.date == nil } ?? false }

    /// One version of a meeting's minutes.
    public struct Minutes: Hashable, Codable, Sendable {
        /// When they were made or approved.
        public let date: EDTF
        /// SHA-256 of the document.
        public let digest: String?
        /// What they say, or where they are.
        public let note: Text?
        /// Whether the body has approved them.
        public let isApproved: Bool
        /// The position of the entry.
        public let position: UInt64
    }
}

/// Somebody at a meeting.
public struct Attendance: Hashable, Codable, Sendable {
    /// The seat held; nil for those invited, who do not count for the quorum.
    public let seat: Key?
    /// The organisation on whose behalf.
    public let organisation: Key
    /// The role in which.
    public let assignment: Key?
    /// When they came, if not at the beginning.
    public let arrived: EDTF?
    /// When they went, if not at the end.
    public let left: EDTF?

    /// Somebody who is or might be at a meeting.
    public init(
        seat: Key? = nil,
        organisation: Key,
        assignment: Key? = nil,
        arrived: EDTF? = nil,
        left: EDTF? = nil
    ) {
        self.seat = seat
        self.organisation = organisation
        self.assignment = assignment
        self.arrived = arrived
        self.left = left
    }

    /// When they were there, as far as it is stated.
    var validity: Validity { Validity(from: arrived, to: left) }
}

/// How people meet.
public enum MeetingMode: String, CaseIterable, Codable, Sendable {
    case inPerson
    case online
    case hybrid
}

extension State {
    /// A meeting, by its key.
    public func meeting(_ key: Key) -> Meeting? { governance.meetings[key] }
}
