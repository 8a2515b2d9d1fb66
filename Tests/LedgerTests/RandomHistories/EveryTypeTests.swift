// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Random histories over every type of entry; a failure names its seed.
@Suite("Random histories of everything")
struct EveryTypeTests {
    /// How many commands each seed runs: as many as a debug build does in a few minutes; JVLEDGER_COMMANDS says other.
    static let commands = RandomHistorySize.commands

    @Test("Replaying any prefix gives the state as it was then", arguments: 0..<200)
    func replay(seed: Int) throws {
        let random = try RandomHistory(seed: seed, commands: Self.commands)
        var fold = Fold(rulesAfter: 0)
        for (index, entry) in random.history.entries.enumerated() {
            fold.add(entry)
            if let then = random.states[index + 1] {
                let isSame = fold.state == then
                #expect(isSame, "after \(index + 1) entries")
            }
        }
        let isSame = fold.state == random.history.state
        #expect(isSame)
        #expect(fold.fallen.isEmpty)
        let model = SlowModel(random.history.entries)
        #expect(model.differences(from: random.history.state) == [])
        #expect(BrokenRules.found(in: random.history) == [])
    }

    @Test("A type is refused and warned of only by the rules that it declares", arguments: 0..<20)
    func declaredRules(seed: Int) throws {
        let random = try RandomHistory(seed: 1_000 + seed, commands: Self.commands)
        for (name, rules) in random.rules {
            let type = try #require(Catalogue.type(named: name))
            let undeclared = rules.subtracting(type.rules).subtracting(Rule.ofEveryEntry)
            #expect(undeclared.isEmpty, "\(name): \(undeclared.map(\.rawValue).sorted())")
        }
    }

    @Test("Between them, random histories record every type that they draw")
    func everyTypeIsAccepted() throws {
        var missing = Set(RandomCommands.types.map { $0.name })
        for seed in 0..<200 where !missing.isEmpty {
            missing.subtract(try RandomHistory(seed: 4_000 + seed, commands: Self.commands).accepted)
        }
        #expect(missing.sorted() == [])
    }

    @Test("Every question is answered on every random history, at any instant", arguments: 0..<20)
    func questions(seed: Int) throws {
        let random = try RandomHistory(seed: 2_000 + seed, commands: Self.commands)
        for state in random.states.values {
            for instant in ["2016", "2019-06", "2030"] {
                let world = World(state, at: try endOf(instant))
                for family in InquiryFamily.allCases {
                    for inquiry in family.inquiries { try Self.ask(inquiry, world) }
                }
                _ = world.facts
            }
        }
    }

    /// Asks a question without parameters, if it may be asked so; every cell must be of the kind its column declares.
    private static func ask<Question: Inquiry>(_ type: Question.Type, _ world: World) throws {
        guard let question = try? type.asked(JSONObject()).question else { return }
        let report = question.answer(in: world)
        for row in report.rows {
            for column in type.columns {
                let fits = column.cell(row).map { column.kind.holds($0) } ?? !column.kind.isAlwaysThere
                #expect(fits, "\(type.name).\(column.name)")
            }
        }
    }

    @Test("A retraction is refused, or leaves the state of the history without the entry", arguments: 0..<40)
    func retraction(seed: Int) throws {
        let random = try RandomHistory(seed: 3_000 + seed, commands: Self.commands)
        let history = random.history
        var generator = SplitMix64(seed: seed)
        for _ in 0..<12 {
            let target = history.entries[Int.random(in: history.entries.indices, using: &generator)]
            let retraction = try history.entry(
                "entry.retracted",
                target.subject,
                ["entry": .integer(Int64(target.position)), "explanation": "it did not happen"]
            )
            switch history.state.correcting([retraction], { body in history.entries.forEach(body) }) {
            case .failure(let rejected):
                guard case .refused(let refusal) = rejected.rejection else {
                    Issue.record("not refused but invalid: \(rejected)")
                    continue
                }
                #expect(!refusal.message.isEmpty)
            case .success(let outcome):
                var without = State()
                for entry in history.entries {
                    without.apply(
                        entry,
                        entry.position == target.position ? nil : try Catalogue.event(of: entry)
                    )
                }
                let accepted = try #require(outcome.accepted.last)
                without.apply(accepted.entry, accepted.event)
                let isSame = outcome.state == without
                #expect(isSame, "retracting entry \(target.position)")
            }
        }
    }
}

extension Rule {
    /// The rules that every entry is held to, whatever its type.
    static let ofEveryEntry: Set<Rule> = [
        .notInFuture, .streamBegins, .referenceExists, .systemOnly, .erasedStaysErased, .noHealthNumber,
    ]
}

extension CellKind {
    /// Whether a cell is one of this kind.
    func holds(_ cell: Cell) -> Bool {
        switch (self, cell) {
        case (.key, .word), (.word, .word), (.text, .text), (.text, .word), (.texts, .texts),
            (.number, .number),
            (.flag, .flag), (.words, .words), (.party, .party), (.parties, .parties), (.person, .person),
            (.people, .people), (.money, .money), (.positions, .positions):
            true
        default: false
        }
    }

    /// Whether its column has a value in every row.
    var isAlwaysThere: Bool {
        switch self {
        case .key, .texts, .flag, .words, .parties, .people, .positions: true
        case .word, .text, .number, .party, .person, .money: false
        }
    }
}
