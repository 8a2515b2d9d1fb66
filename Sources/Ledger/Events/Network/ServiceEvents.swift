// SPDX-License-Identifier: Apache-2.0

/// A service is registered.
public struct ServiceRegistered: Event, Codable, Hashable {
    public static let name = "service.registered"
    public static let kind = SubjectKind.service
    public static let place = StreamPlace.begins
    public static let summary = "A service that one of the organisations provides, such as community nursing."
    public static let command = "service add"

    /// What it is called.
    public let title: Text
    /// The organisation or unit that provides it.
    public let provider: Key
    /// The organisation that commissions it.
    public let commissioner: Key?
    /// Whom it is for, in words.
    public let population: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the service is called.")
        provider = try fields.key("provider", of: .organisation, "The organisation or unit that provides it.")
        commissioner = try fields.optionalKey(
            "commissioner",
            of: .organisation,
            "The organisation that commissions it."
        )
        population = try fields.optionalText("population", "Whom it is for.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.services[entry.subject.key] = Service(Recorded(self, entry))
    }
}

/// A service changed.
public struct ServiceChanged: Event, Codable, Hashable {
    public static let name = "service.changed"
    public static let kind = SubjectKind.service
    public static let place = StreamPlace.continues
    public static let summary = "A service has another title, provider, commissioner or population."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "service change"

    /// What it is called from then on.
    public let title: Text?
    /// The organisation or unit that provides it from then on.
    public let provider: Key?
    /// The organisation that commissions it from then on.
    public let commissioner: Key?
    /// Whom it is for from then on.
    public let population: Text?
    /// Why it changed.
    public let reason: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.optionalText("title", "What it is called from then on.")
        provider = try fields.optionalKey(
            "provider",
            of: .organisation,
            "The organisation or unit that provides it from then on."
        )
        commissioner = try fields.optionalKey(
            "commissioner",
            of: .organisation,
            "The organisation that commissions it from then on."
        )
        population = try fields.optionalText("population", "Whom it is for from then on.")
        reason = try fields.optionalText("reason", "Why it changed.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let service = check.state.service(subject.key) else {
            throw .network(.nothingToContinue(subject))
        }
        let isSomething = title != nil || provider != nil || commissioner != nil || population != nil
        try check.demand(isSomething, .network(.changesNothing(subject.key)))
        try check.demandNotBefore(service.registered.happening, subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.services[entry.subject.key]?.changes.append(Recorded(self, entry))
        state.link(decision: decision, to: entry.subject)
    }
}
