// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Corrections and retractions")
struct CorrectionTests {
    private func correction(of position: UInt64, in history: History, to data: JSON) throws -> Entry {
        let target = history.entries[Int(position)]
        return try history.entry(
            "entry.corrected",
            target.subject,
            ["entry": .integer(Int64(position)), "data": data, "explanation": "it was wrong"]
        )
    }

    private func retraction(of position: UInt64, in history: History) throws -> Entry {
        let target = history.entries[Int(position)]
        var entry = try history.entry(
            "entry.retracted",
            target.subject,
            ["entry": .integer(Int64(position)), "explanation": "it did not happen"]
        )
        entry.onBehalfOf = target.onBehalfOf
        return entry
    }

    private func outcome(_ call: [Entry], in history: History) -> Result<Outcome, Rejected> {
        history.state.correcting(call) { body in history.entries.forEach(body) }
    }

    @Test("A corrected entry counts as if it had always said so, and both stay")
    func correctionReplaces() throws {
        var history = try JointVenture.withProposal()
        let position = UInt64(history.entries.count - 1)
        let call = [try correction(of: position, in: history, to: ["title": "Pilot the method"])]
        let after = try outcome(call, in: history).get()
        history.take(after)
        #expect(history.state.decision(Key(unchecked: "D-0001"))?.title == .plain("Pilot the method"))
        #expect(history.entries[Int(position)].data["title"] == "Extend the evaluation method")
        #expect(history.state.amendment(of: position) == Amendment(by: position + 1, isRetraction: false))
        let replayed = State.replayed { body in history.entries.map(TypedEntry.init).forEach(body) }
        #expect(replayed == history.state)
    }

    @Test("A correction that a later entry cannot stand with is refused and names it")
    func laterEntriesStand() throws {
        let history = try JointVenture.withDecision()
        let consent = try #require(history.entries.first { $0.type == ConsentGiven.typeName })
        let adopted = try #require(history.entries.last)
        let result = outcome([try retraction(of: consent.position, in: history)], in: history)
        guard case .failure(let rejected) = result,
            case .refused(.entry(.laterEntryStands(let position, let type, _))) = rejected.rejection
        else {
            Issue.record("it was not refused for a later entry: \(result)")
            return
        }
        #expect(position == adopted.position)
        #expect(type == DecisionAdopted.typeName)
    }

    @Test("What was recorded under older rules, and today's would refuse anyway, does not stand in the way")
    func olderRulesStand() throws {
        var history = try JointVenture.begin()
        let subject = try #require(Subject("decision/D-0001"))
        let unruly = try history.entry("decision.adopted", subject, ["reason": "long ago"])
        history.force(unruly)
        let target = history.entries[1]
        let call = [try correction(of: 1, in: history, to: ["title": "The office", "kind": "other"])]
        #expect(target.type == OrganisationRegistered.typeName)
        let after = try outcome(call, in: history).get()
        let office = after.state.name(of: target.subject.key, at: history.now)
        #expect(office == .plain("The office"))
    }

    @Test("The same call may correct what would fall, too")
    func bothAtOnce() throws {
        let history = try JointVenture.withDecision()
        let consent = try #require(history.entries.first { $0.type == ConsentGiven.typeName })
        let adopted = try #require(history.entries.last)
        var second = try retraction(of: adopted.position, in: history)
        second.position += 1
        let call = [try retraction(of: consent.position, in: history), second]
        let after = try outcome(call, in: history).get()
        #expect(after.state.decision(Key(unchecked: "D-0001"))?.status == .tabled)
    }

    @Test("The charter, policies and corrections themselves stand for ever")
    func someStandForEver() throws {
        let history = try JointVenture.withProposal()
        let result = outcome([try retraction(of: 0, in: history)], in: history)
        guard case .failure(let rejected) = result else {
            Issue.record("the charter was retracted")
            return
        }
        #expect(rejected.rejection == .refused(.entry(.uncorrectable(0, type: LedgerCreated.typeName))))
    }

    @Test("Rule 205: once implementation has started, a decision is superseded and not corrected")
    func notAfterImplementation() throws {
        var history = try JointVenture.withDecision()
        let adopted = try #require(history.entries.last)
        try history.record("implementation.started", "decision/D-0001")
        let result = outcome(
            [try correction(of: adopted.position, in: history, to: ["reason": "another"])],
            in: history
        )
        guard case .failure(let rejected) = result else {
            Issue.record("it was corrected")
            return
        }
        #expect(rejected.rejection == .refused(.entry(.implementationStarted(Key(unchecked: "D-0001")))))
    }

    @Test("Retracting any entry is refused, or leaves the state of the history without it", arguments: 0..<12)
    func retractAnything(index: Int) throws {
        let history = try JointVenture.withDecision()
        guard index < history.entries.count else { return }
        let position = UInt64(index)
        guard case .success(let after) = outcome([try retraction(of: position, in: history)], in: history)
        else {
            return
        }
        var without = State()
        for entry in history.entries {
            let event = entry.position == position ? nil : try Catalogue.event(of: entry)
            without.apply(entry, event)
        }
        var expected = without
        let last = try #require(after.accepted.last)
        expected.apply(last.entry, last.event)
        #expect(after.state == expected)
    }
}
