// SPDX-License-Identifier: Apache-2.0

/// An event that has a place in the journey of a venture.
///
/// To give a type of another family its place, conform it in that family's own file, in one line each:
///
///     extension VentureEstablished: JourneyEvent {
///         public var journeyTitle: Text? { title }
///         public var journeyLanes: [Key] { [] }
///     }
///
/// An event that goes on with something and has no title or no organisation of its own, such as the adoption
/// of a decision, answers nil or an empty list: its row then takes them from the row before it on the same
/// stream.
public protocol JourneyEvent: Event {
    /// What the row says; nil for what the row before it on the same stream says.
    var journeyTitle: Text? { get }
    /// The organisations or units in whose lanes it belongs, the one that acts first; empty for those of the
    /// row before it on the same stream, and for the venture as a whole if there is none.
    var journeyLanes: [Key] { get }
    /// The number of the phase that it says it belongs to; nil for the phase of its date.
    var journeyPhase: Int? { get }
}

extension JourneyEvent {
    public var journeyPhase: Int? { nil }
}

extension BoundaryActionRecorded: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { participants }
}

extension BoundaryOutcomeRecorded: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension AdviceRequested: JourneyEvent {
    public var journeyTitle: Text? { topic }
    public var journeyLanes: [Key] { [seeker, source] }
}

extension AdviceGiven: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [organisation] }
}

extension KnowledgeEventHeld: JourneyEvent {
    public var journeyTitle: Text? { content.title }
    public var journeyLanes: [Key] { [content.host] + content.organisations }
}

extension KnowledgeEventScheduled: JourneyEvent {
    public var journeyTitle: Text? { content.title }
    public var journeyLanes: [Key] { [content.host] + content.organisations }
}

extension BarrierIdentified: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisations }
}

extension BarrierReassessed: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension BarrierRemoved: JourneyEvent {
    public var journeyTitle: Text? { nil }
    public var journeyLanes: [Key] { [] }
}

extension FindingRecorded: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { organisation.map { [$0] } ?? [] }
}

extension ToolIntroduced: JourneyEvent {
    public var journeyTitle: Text? { title }
    public var journeyLanes: [Key] { host.map { [$0] } ?? [] }
}
