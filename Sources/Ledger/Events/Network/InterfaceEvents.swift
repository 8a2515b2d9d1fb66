// SPDX-License-Identifier: Apache-2.0

/// An interface is defined: where services of several organisations meet.
public struct InterfaceDefined: Event, Codable, Hashable {
    public static let name = "interface.defined"
    public static let kind = SubjectKind.interface
    public static let place = StreamPlace.begins
    public static let summary =
        "Where services of several organisations meet, such as rapid response or joint processing of referrals."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "interface define"

    /// What it is called.
    public let title: Text
    /// The services that meet.
    public let services: [Key]
    /// The organisations that share it.
    public let organisations: [Key]
    /// How the work passes from one to the other.
    public let process: Text?
    /// Who took part in making its first version.
    public let coProducers: [CoProducer]
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the interface is called.")
        services = try fields.keys(
            "services",
            of: .service,
            required: true,
            "The services that meet there; at least one."
        )
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            required: true,
            "The organisations or units that share it; at least two different ones."
        )
        process = try fields.optionalText("process", "How the work passes from one to the other.")
        coProducers = try fields.list(
            "coProducers",
            of: CoProducer.self,
            "Who took part in making its first version."
        )
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        try check.demand(Set(organisations).count >= 2, .network(.interfaceOfOne(key)))
        try check.demandConsistent(coProducers)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.interfaces[entry.subject.key] = ServiceInterface(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

/// An interface is redesigned.
public struct InterfaceRedesigned: Event, Codable, Hashable {
    public static let name = "interface.redesigned"
    public static let kind = SubjectKind.interface
    public static let place = StreamPlace.continues
    public static let summary = "An interface works in another way from then on: its next version."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "interface redesign"

    /// What is different.
    public let note: Text
    /// How the work passes from one to the other from then on.
    public let process: Text?
    /// Who took part in making it.
    public let coProducers: [CoProducer]
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.text("note", "What is different.")
        process = try fields.optionalText(
            "process",
            "How the work passes from one to the other from then on; as before when absent."
        )
        coProducers = try fields.list(
            "coProducers",
            of: CoProducer.self,
            "Who took part in making this version."
        )
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandConsistent(coProducers)
        _ = try check.demandInterface()
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.interfaces[entry.subject.key]?.redesigns.append(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}

extension Check {
    /// The interface that the entry goes on with, which does not begin after it.
    func demandInterface() throws(Refusal) -> ServiceInterface {
        guard let interface = state.interface(entry.subject.key) else {
            throw .network(.nothingToContinue(entry.subject))
        }
        try demandNotBefore(interface.defined.happening, entry.subject)
        return interface
    }
}
