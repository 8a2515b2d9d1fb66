// SPDX-License-Identifier: Apache-2.0

// The places in the journey that events of governance, roles and decisions have.

extension VentureEstablished: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [] }
}

extension BodyConstituted: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [] }
}

extension MinutesRecorded: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension PostDefined: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisations }
}

extension RoleAssigned: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension ProposalTabled: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? requires }
}

extension DecisionAdopted: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension UrgentDecisionTaken: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension DecisionCalledIn: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [org] }
}

extension MilestoneReached: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [] }
}

extension EvidenceRegistered: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [] }
}

extension BenefitClaimed: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [claimant] }
}

extension BenefitVerified: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [organisation] }
}

extension BenefitNotRealised: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension ObjectiveSet: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension ObjectiveAssessed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension ObjectiveClosed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}
