// SPDX-License-Identifier: Apache-2.0

// The places in the journey that communities, lessons, practices and what people said have.

extension CommunityFormed: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisations }
}

extension CommunityClosed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension ToolAdopted: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { organisations }
}

extension ToolUsed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { organisations }
}

extension ToolDropped: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { organisations }
}

extension AfterActionReviewHeld: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [host] + organisations }
}

extension LessonIdentified: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [authorship.organisation] }
}

extension LessonEmbedded: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension PracticeSubmitted: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [authorship.organisation] }
}

extension PracticePublished: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension PracticeAdopted: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [organisation] }
}

extension PracticeAbandoned: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [organisation] }
}

extension EnablerIdentified: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisations }
}

extension ReflectionRecorded: JourneyEvent {
    public var journeyTitle: Text? { text }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
    public var journeyPhase: Int? { phase }
}

extension RecognitionGiven: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { recipient.kind == .organisation ? [recipient.key] : [] }
}
