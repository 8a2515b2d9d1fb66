// SPDX-License-Identifier: Apache-2.0

/// A meeting of a body.
public struct Meeting: Hashable, Sendable {
    /// The body that met.
    public let body: Key
    /// What it was called.
    public internal(set) var title: Text?
    /// When it was held; nil while only minutes are recorded.
    public internal(set) var held: Held?
    /// Its minutes, in the order of recording.
    public internal(set) var minutes: [Minutes] = []

    /// That a meeting was held.
    public struct Held: Hashable, Sendable {
        /// When.
        public let date: EDTF
        /// The earliest instant that `date` allows, at which facts are read.
        public let instant: Timestamp
        /// Who was there.
        public let attendance: [Attendance]
    }

    /// One version of a meeting's minutes.
    public struct Minutes: Hashable, Sendable {
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
public struct Attendance: Hashable, Sendable {
    /// The seat held; nil for those invited, who do not count for the quorum.
    public let seat: Key?
    /// The organisation on whose behalf.
    public let organisation: Key
    /// The role in which.
    public let assignment: Key?

    /// Somebody who is or might be at a meeting.
    public init(seat: Key? = nil, organisation: Key, assignment: Key? = nil) {
        self.seat = seat
        self.organisation = organisation
        self.assignment = assignment
    }
}
