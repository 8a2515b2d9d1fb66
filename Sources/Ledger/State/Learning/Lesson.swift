// SPDX-License-Identifier: Apache-2.0

/// How far a lesson has come: from being identified to being embedded.
///
/// A lesson is learnt once it is embedded: integrated into what people do, retained over time, and
/// demonstrated (Lessons Management Best Practice Guidance, annexes, gov.uk, 30 September 2024).
public enum LessonStatus: String, CaseIterable, Codable, Sendable {
    /// Somebody has said what is to be learnt.
    case identified
    /// Somebody other than its author has found it right.
    case validated
    /// Others have been told.
    case shared
    /// Something was done about it.
    case actioned
    /// It is part of what people do, and that has been shown.
    case embedded
    /// It was found not to be right, before anything was done about it.
    case rejected
    /// It no longer applies.
    case retired

    /// What may come next.
    var next: [LessonStatus] {
        switch self {
        case .identified: [.validated, .rejected]
        case .validated, .shared: [.shared, .actioned, .rejected, .retired]
        case .actioned: [.shared, .actioned, .embedded, .retired]
        case .embedded: [.shared, .retired]
        case .rejected, .retired: []
        }
    }

    /// What a lesson is that becomes this: sharing it again does not take it back.
    func becoming(_ next: LessonStatus) -> LessonStatus {
        let isSharedAgain = next == .shared && (self == .actioned || self == .embedded)
        return isSharedAgain ? self : next
    }
}

/// Something to be learnt, and what became of it.
public struct Lesson: Hashable, Codable, Sendable {
    /// What it is.
    public let identified: Recorded<LessonIdentified>
    /// The stages that it went through.
    public internal(set) var stages: Stages<LessonStatus>
    /// Who found it right, and when; nil while nobody has.
    public internal(set) var validated: Recorded<LessonValidated>?
    /// With whom it was shared, in the order of recording.
    public internal(set) var sharings: [Recorded<LessonShared>] = []
    /// What was done about it, in the order of recording.
    public internal(set) var actions: [Recorded<LessonActioned>] = []
    /// What shows that it is part of what people do.
    public internal(set) var embedded: Recorded<LessonEmbedded>?

    init(_ identified: Recorded<LessonIdentified>) {
        self.identified = identified
        stages = Stages(.identified, identified.happening)
    }

    /// How far it has come, as now known.
    public var status: LessonStatus { stages.last.status }

    /// The positions of the entries of its life up to an instant.
    func entries(at t: Timestamp) -> [UInt64] {
        let steps = [identified.happening] + stages.later.map(\.happening) + sharings.map(\.happening)
        return Set(steps.filter { $0.happened(at: t) != .no }.map(\.position)).sorted()
    }

    /// Notes a step in its life.
    mutating func become(_ status: LessonStatus, _ entry: Entry) {
        let next = self.status.becoming(status)
        if next != self.status || status == .actioned { stages.become(next, entry) }
    }
}

extension State {
    /// A lesson, by its key.
    public func lesson(_ key: Key) -> Lesson? { learning.lessons[key] }

    /// The lesson that was identified first of those that repeat each other up to this one.
    func firstLesson(of key: Key) -> Key {
        var key = key
        var seen: Set<Key> = [key]
        while let earlier = lesson(key)?.identified.content.repeats, seen.insert(earlier).inserted {
            key = earlier
        }
        return key
    }
}
