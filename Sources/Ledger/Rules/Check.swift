// SPDX-License-Identifier: Apache-2.0

/// The entry that is to be recorded, the state before it, and the warnings so far.
///
/// Rules refuse what is certainly wrong and warn of what is possibly wrong: `demand` is that sentence.
public struct Check {
    /// The state with every earlier entry applied.
    public let state: State
    /// The entry, complete but for its warnings.
    public let entry: Entry
    /// The rules that warned, because what they ask for is not there or because dates leave it open.
    public private(set) var warnings: Set<Rule> = []
    /// The rules that warned because what they ask for is not there: what a profile turns into a refusal.
    private(set) var lacks: Set<Rule> = []

    init(_ entry: Entry, in state: State) {
        self.state = state
        self.entry = entry
    }

    /// The instant at which facts are read: the earliest at which the entry can have happened.
    public var instant: Timestamp { entry.earliest }

    /// Refuses what is certainly not so; warns of what is possibly not so.
    public mutating func demand(_ truth: Truth, _ refusal: @autoclosure () -> Refusal) throws(Refusal) {
        switch truth {
        case .yes: break
        case .possibly: warnings.insert(refusal().rule)
        case .no: throw refusal()
        }
    }

    /// Refuses what is not so.
    public func demand(_ condition: Bool, _ refusal: @autoclosure () -> Refusal) throws(Refusal) {
        guard condition else { throw refusal() }
    }

    /// Accepts with a warning, which the charter's profile may turn into a refusal.
    public mutating func warn(_ rule: Rule, unless condition: Bool = false) {
        guard !condition else { return }
        warnings.insert(rule)
        lacks.insert(rule)
    }

    /// Refuses what is not so where the charter's profile binds, and elsewhere lets it pass without a word.
    public mutating func demandByProfile(_ rule: Rule, _ condition: Bool) {
        if !condition { lacks.insert(rule) }
    }

    /// Refuses what only warns otherwise, where the profile binds those concerned.
    func demandProfile() throws(Refusal) {
        guard let profile = state.charter?.profile else { return }
        for rule in lacks.sorted() where state.profileBinds(rule, entry) {
            throw .entry(.profileDemands(rule, profile))
        }
    }
}
