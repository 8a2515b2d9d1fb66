// SPDX-License-Identifier: Apache-2.0

/// What the search for somebody to hold a post came to.
public enum RecruitmentOutcome: String, CaseIterable, Codable, Sendable {
    /// Somebody is appointed.
    case appointed
    /// Nobody is.
    case noAppointment
    /// It was given up.
    case withdrawn
}

/// A search for somebody to hold a post.
public struct Recruitment: Hashable, Codable, Sendable {
    /// Who chooses, and since when.
    public let opened: Recorded<RecruitmentOpened>
    /// What it came to; nil while it goes on.
    public internal(set) var closed: Recorded<RecruitmentClosed>?
}
