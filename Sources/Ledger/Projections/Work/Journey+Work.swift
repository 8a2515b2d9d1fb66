// SPDX-License-Identifier: Apache-2.0

// The places in the journey that needs, consultations and disputes have. Commitments and risks have none: there are
// many, and each is a step within something that has.

extension NeedIdentified: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension NeedClosed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension ConsultationOpened: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension ConsultationClosed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension DisputeOpened: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { parties }
}

extension DisputeResolved: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension AdviceFollowed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}
