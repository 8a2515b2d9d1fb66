// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Random histories of proposals, consents and decisions.
///
/// Most steps are refused, and what is accepted must hold whatever the order was. A failure names its seed.
@Suite("Random histories of decisions")
struct RandomHistoryTests {
    private static let partners = [JointVenture.provide, JointVenture.council]

    /// A history of random steps; those that are refused leave no trace.
    private static func history(seed: Int, steps: Int) throws -> History {
        var generator = SplitMix64(seed: seed)
        var history = try JointVenture.begin()
        for _ in 0..<steps {
            let key = "decision/D-000\(Int.random(in: 1...4, using: &generator))"
            let partner = Self.partners[Int.random(in: 0...1, using: &generator)]
            let revision = JSON.integer(Int64.random(in: 1...3, using: &generator))
            let option = JSON.integer(Int64.random(in: 1...2, using: &generator))
            let isGiven = Bool.random(using: &generator)
            let other = "D-000\(Int.random(in: 1...4, using: &generator))"
            let choices: [(String, String, JSON)] = [
                ("proposal.tabled", "decision/", ["title": "x"]),
                ("proposal.tabled", "decision/", ["title": "y"]),
                ("proposal.revised", key, ["title": "z"]),
                ("option.added", key, ["option": option, "title": "o"]),
                ("consent.given", key, ["org": .string(partner), "revision": revision]),
                ("consent.given", key, ["org": .string(partner), "revision": 1]),
                ("consent.given", key, ["org": .string(partner), "revision": 1, "option": option]),
                ("consent.refused", key, ["org": .string(partner), "revision": revision]),
                ("consent.withdrawn", key, ["org": .string(partner)]),
                ("decision.adopted", key, ["reason": "r"]),
                ("decision.adopted", key, ["reason": "r", "option": option]),
                ("decision.superseded", key, ["decision": .string(other)]),
                ("implementation.started", key, [:]), ("implementation.completed", key, [:]),
                ("decision.deferred", key, [:]), ("decision.rejected", key, ["reason": "r"]),
            ]
            let (name, subject, data) = choices[Int.random(in: choices.indices, using: &generator)]
            _ = try? history.record(
                name,
                subject,
                data,
                onBehalfOf: isGiven ? partner : nil,
                sources: isGiven ? [] : ["REF"]
            )
        }
        return history
    }

    @Test("Folding the entries again gives the same state, from every prefix", arguments: 0..<40)
    func replay(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 120)
        var fold = Fold(rulesAfter: 0)
        for entry in history.entries { fold.add(entry) }
        #expect(fold.state == history.state)
        #expect(fold.fallen.isEmpty)
    }

    @Test("Whatever was adopted had the consent of both partners, given, on that revision", arguments: 0..<40)
    func adoptedMeansConsented(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 120)
        for adopted in history.entries where adopted.type == DecisionAdopted.typeName {
            let earlier = history.entries.prefix { $0.position < adopted.position }
                .filter { $0.subject == adopted.subject }
            let revision = 1 + earlier.count { $0.type == ProposalRevised.typeName }
            for partner in Self.partners {
                let last = earlier.last { entry in
                    entry.data["org"]?.text == partner && entry.type != ConditionMet.typeName
                }
                #expect(last?.type == ConsentGiven.typeName)
                #expect(last?.onBehalfOf?.text == partner)
                #expect(last?.data["revision"]?.integer == Int64(revision))
            }
        }
    }

    @Test("A retraction is refused, or leaves the state of the history without the entry", arguments: 0..<20)
    func retraction(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 60)
        for target in history.entries {
            let retraction = try history.entry(
                "entry.retracted",
                target.subject,
                ["entry": .integer(Int64(target.position)), "explanation": "it did not happen"]
            )
            let result = history.state.correcting([retraction]) { body in history.entries.forEach(body) }
            guard case .success(let outcome) = result else { continue }
            var without = State()
            for entry in history.entries {
                without.apply(entry, entry.position == target.position ? nil : try Catalogue.event(of: entry))
            }
            let accepted = try #require(outcome.accepted.last)
            without.apply(accepted.entry, accepted.event)
            #expect(outcome.state == without, "retracting entry \(target.position)")
        }
    }
}
