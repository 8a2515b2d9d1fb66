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

    private static let answers = [
        ConsentGiven.typeName, ConsentRefused.typeName, ConsentWithdrawn.typeName,
    ]

    /// A history of random steps; those that are refused leave no trace.
    private static func history(
        seed: Int,
        steps: Int,
        refused: (String, Refusal) -> Void = { _, _ in }
    ) throws -> History {
        var generator = SplitMix64(seed: seed)
        var history = try JointVenture.withBoard(rule: seed.isMultiple(of: 2) ? "majority" : nil)
        for _ in 0..<steps {
            let key = "decision/D-000\(Int.random(in: 1...4, using: &generator))"
            let partner = Self.partners[Int.random(in: 0...1, using: &generator)]
            let revision = JSON.integer(Int64.random(in: 1...3, using: &generator))
            let option = JSON.integer(Int64.random(in: 1...2, using: &generator))
            let isGiven = Bool.random(using: &generator)
            let seat = partner == JointVenture.provide ? "provide-seat" : "council-seat"
            let role = partner == JointVenture.provide ? "A-0002" : "A-0001"
            let ballot = Ballot.allCases[Int.random(in: 0...2, using: &generator)].rawValue
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
                ("decision.adopted", key, ["reason": "r", "callInUntil": "2027"]),
                ("decision.calledIn", key, ["org": .string(partner), "reason": "g"]),
                ("callIn.resolved", key, ["outcome": "confirmed", "reason": "c"]),
                ("callIn.resolved", key, ["outcome": "setAside", "reason": "c", "decision": .string(other)]),
                (
                    "decision.urgent.taken", key,
                    [
                        "org": .string(partner), "by": .string(role), "reason": "r", "urgency": "u",
                        "ratifyBy": "2026-12-01",
                    ]
                ),
                ("decision.ratified", key, [:]),
                ("decision.ratification.refused", key, ["org": .string(partner), "reason": "r"]),
                ("vote.opened", key, ["body": "board", "rule": "majority"]),
                (
                    "vote.cast", key,
                    ["org": .string(partner), "seat": .string(seat), "ballot": .string(ballot)]
                ),
                ("vote.closed", key, [:]),
                ("position.stated", key, ["org": .string(partner), "stance": "object"]),
                ("decision.published", key, ["channel": "c"]),
                ("decision.withheld", key, ["exemption": "e"]),
                ("implementation.milestone.reached", key, ["title": "m"]),
                ("implementation.blocked", key, ["reason": "b"]),
                ("review.completed", key, ["outcome": "keep"]),
            ]
            let (name, subject, data) = choices[Int.random(in: choices.indices, using: &generator)]
            do {
                try history.record(
                    name,
                    subject,
                    data,
                    onBehalfOf: isGiven ? partner : nil,
                    sources: isGiven ? [] : ["REF"]
                )
            } catch Rejection.refused(let refusal) { refused(name, refusal) }
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
        let adopting = [DecisionAdopted.typeName, DecisionRatified.typeName]
        for adopted in history.entries where adopting.contains(adopted.type) {
            let earlier = history.entries.prefix { $0.position < adopted.position }
                .filter { $0.subject == adopted.subject }
            let revision = 1 + earlier.count { $0.type == ProposalRevised.typeName }
            for partner in Self.partners {
                let last = earlier.last { entry in
                    Self.answers.contains(entry.type) && entry.data["org"]?.text == partner
                }
                #expect(last?.type == ConsentGiven.typeName)
                #expect(last?.onBehalfOf?.text == partner)
                #expect(last?.data["revision"]?.integer == Int64(revision))
            }
        }
    }

    @Test("What was set aside, called in or replaced is not carried any further", arguments: 0..<40)
    func fallenIsNotCarriedOut(seed: Int) throws {
        let history = try Self.history(seed: seed, steps: 120)
        let steps = [
            ImplementationStarted.typeName, MilestoneReached.typeName, ImplementationCompleted.typeName,
        ]
        var statuses = State()
        for entry in history.entries {
            let before = statuses.decision(entry.subject.key)?.status
            if steps.contains(entry.type) { #expect(before.map(\.hasFallen) == false) }
            statuses.apply(entry, try Catalogue.event(of: entry))
        }
    }

    @Test("Whatever refuses or warns is among the rules that the type declares", arguments: 0..<40)
    func rulesAreDeclared(seed: Int) throws {
        let always: Set<Rule> = [.notInFuture, .streamBegins, .referenceExists]
        func isDeclared(_ rule: Rule, by type: any Event.Type) -> Bool {
            always.contains(rule) || type.rules.contains(rule)
        }
        let history = try Self.history(seed: seed, steps: 120) { name, refusal in
            let type = Catalogue.type(named: name)
            #expect(type.map { isDeclared(refusal.rule, by: $0) } == true, "\(name): \(refusal)")
        }
        for entry in history.entries {
            let type = try #require(Catalogue.type(entry.type))
            for rule in entry.warnings.compactMap(Rule.init) {
                #expect(isDeclared(rule, by: type), "\(entry.type): \(rule)")
            }
        }
    }

    @Test("Where the body decides by majority, what a vote lost was not adopted", arguments: 0..<40)
    func lostVotesAreNotAdopted(seed: Int) throws {
        let history = try Self.history(seed: seed * 2, steps: 120)
        let keys = Set(history.entries.map(\.subject)).filter { $0.kind == .decision }.map(\.key)
        for decision in keys.compactMap(history.state.decision) where decision.adoption?.body != nil {
            let vote = decision.votes.last { $0.revision == decision.adoption?.revision }
            #expect(vote?.tally(decision.adoption?.option).carries ?? true)
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
