// SPDX-License-Identifier: Apache-2.0

/// The entry that is to be recorded, the state before it, and the warnings so far.
///
/// Rules refuse what is certainly wrong and warn of what is possibly wrong: `demand` is that sentence.
public struct Check {
    /// The state with every earlier entry applied.
    public let state: State
    /// The entry, complete but for its warnings.
    public let entry: Entry
    /// The rules that warned.
    public private(set) var warnings: Set<Rule> = []

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

    /// Accepts with a warning.
    public mutating func warn(_ rule: Rule, unless condition: Bool = false) {
        if !condition { warnings.insert(rule) }
    }
}
