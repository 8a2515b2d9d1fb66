// SPDX-License-Identifier: Apache-2.0

/// Communities, lessons, practices, enablers, reflections, recognition and principles.
public struct LearningState: Hashable, Codable, Sendable {
    /// Communities in which knowledge is shared.
    public internal(set) var communities: LayeredMap<Key, Community> = [:]
    /// Who uses the tools that were introduced.
    public internal(set) var toolUse: LayeredMap<Key, ToolUse> = [:]
    /// What is to be learnt, and what became of it.
    public internal(set) var lessons: LayeredMap<Key, Lesson> = [:]
    /// Practices, and who has taken them up.
    public internal(set) var practices: LayeredMap<Key, Practice> = [:]
    /// What helps working together.
    public internal(set) var enablers: LayeredMap<Key, Recorded<EnablerIdentified>> = [:]
    /// What people said looking back.
    public internal(set) var reflections: LayeredMap<Key, Recorded<ReflectionRecorded>> = [:]
    /// Recognition that was given.
    public internal(set) var recognitions: LayeredMap<Key, Recorded<RecognitionGiven>> = [:]
    /// What shows that the six principles are followed.
    public internal(set) var principleLinks: LayeredMap<Key, PrincipleLink> = [:]
    /// Misconceptions that were met.
    public internal(set) var misconceptions: LayeredMap<Key, Recorded<MisconceptionFlagged>> = [:]

    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? {
        let key = subject.key
        return switch subject.kind {
        case .community: communities[key]?.formed.content.title
        case .lesson: lessons[key]?.identified.content.title
        case .practice: practices[key]?.submitted.content.title
        case .enabler: enablers[key]?.content.title
        case .reflection: reflections[key]?.content.text
        case .recognition: recognitions[key]?.content.title
        case .principle: principleLinks[key].map { .plain($0.linked.content.principle.name) }
        case .misconception: misconceptions[key]?.content.title
        case .advice, .agreement, .assignment, .barrier, .baseline, .benefit, .body, .boundary, .claim,
            .commitment, .consultation, .contribution, .cost, .decision, .delegation, .dispute, .evidence,
            .export,
            .finding, .funding, .import, .initiative, .interest, .interface, .knowledge, .ledger, .measure,
            .meeting, .need, .objective, .organisation, .partner, .person, .policy, .post, .raid, .seat,
            .secondment, .service, .survey, .tool, .venture, .witness:
            nil
        }
    }
}

extension Catalogue {
    static let learningTypes: [any Event.Type] = [
        CommunityFormed.self, CommunityJoined.self, CommunityLeft.self, CommunityClosed.self,
        ToolAdopted.self, ToolUsed.self, ToolDropped.self, AfterActionReviewHeld.self,
        LessonIdentified.self, LessonValidated.self, LessonShared.self, LessonActioned.self,
        LessonEmbedded.self,
        LessonRejected.self, LessonRetired.self,
        PracticeSubmitted.self, PracticeValidated.self, PracticeReturned.self, PracticePublished.self,
        PracticeUsed.self, PracticeRated.self, PracticeAdopted.self, PracticeAbandoned.self,
        PracticeRetired.self,
        EnablerIdentified.self, ReflectionRecorded.self, RecognitionGiven.self,
        PrincipleLinked.self, PrincipleUnlinked.self, MisconceptionFlagged.self,
    ]
}
