// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

@testable import Ledger

/// A history of random commands, with what became of each.
struct RandomHistory {
    /// What was accepted.
    private(set) var history: History
    /// The state after some of the entries, by how many there were.
    private(set) var states: [Int: State] = [:]
    /// How often a rule refused an entry of a type, or warned of one.
    private(set) var rules: [String: Set<Rule>] = [:]
    /// The types of what was accepted.
    private(set) var accepted: Set<String> = []

    /// Runs so many commands.
    init(seed: Int, commands: Int, keepingEvery interval: Int = 25) throws {
        history = try JointVenture.withBoard()
        history.actor = nil
        var generator = RandomCommands(seed: seed, history)
        for _ in 0..<commands {
            let command = generator.next(in: history.state)
            do {
                let entry = try history.record(
                    command.type.name,
                    command.subject.description,
                    command.data,
                    occurred: command.occurred,
                    basis: command.basis,
                    onBehalfOf: command.onBehalfOf,
                    sources: command.isSourced ? ["REF"] : []
                ).entry
                generator.note(entry)
                accepted.insert(command.type.name)
                rules[command.type.name, default: []].formUnion(entry.warnings.compactMap(Rule.init))
                if history.entries.count.isMultiple(of: interval) {
                    states[history.entries.count] = history.state
                }
            } catch let rejection as Rejection {
                guard case .refused(let refusal) = rejection else { continue }
                rules[command.type.name, default: []].insert(refusal.rule)
            }
        }
    }
}
