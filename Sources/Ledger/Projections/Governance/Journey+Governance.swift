// SPDX-License-Identifier: Apache-2.0

// The places in the journey that agreements between partners, and what holds the venture up, have.

extension VentureSuspended: JourneyEvent {
    public var journeyTitle: Text? { reason }
    public var journeyLanes: [Key] { [] }
}

extension VentureResumed: JourneyEvent {
    public var journeyTitle: Text? { reason }
    public var journeyLanes: [Key] { [] }
}

extension AgreementRecorded: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { parties }
}

extension AgreementSigned: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [org] }
}

extension AgreementTerminated: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}
