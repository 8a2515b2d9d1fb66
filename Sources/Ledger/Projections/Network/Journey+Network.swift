// SPDX-License-Identifier: Apache-2.0

// The places in the journey that services, interfaces and surveys have.

extension InterfaceDefined: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisations }
}

extension InterfaceRedesigned: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension InterfaceTested: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension InterfaceReverted: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension SurveyOpened: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { [] }
}

extension SurveyClosed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}
