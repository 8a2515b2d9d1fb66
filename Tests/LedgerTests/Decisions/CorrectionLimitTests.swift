// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// What a correction may not do although every later entry would stand with it.
@Suite("The limits of correction")
struct CorrectionLimitTests {
    private let council = Key(unchecked: JointVenture.council)

    private func correction(
        of target: Entry,
        in history: History,
        to data: JSON?,
        for organisation: String?
    ) throws -> Entry {
        var content = JSONObject([
            ("entry", .integer(Int64(target.position))), ("explanation", "it was wrong"),
        ])
        if let data { content["data"] = data }
        var entry = try history.entry(
            data == nil ? "entry.retracted" : "entry.corrected",
            target.subject,
            .object(content)
        )
        entry.onBehalfOf = organisation.flatMap(Key.init)
        return entry
    }

    private func rejection(_ call: [Entry], in history: History) -> Rejection? {
        let result = history.state.correcting(call) { body in history.entries.forEach(body) }
        switch result {
        case .success: return nil
        case .failure(let rejected): return rejected.rejection
        }
    }

    private func withConditionalConsent() throws -> (history: History, consent: Entry) {
        var history = try JointVenture.withProposal()
        let consent = try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": .string(JointVenture.council), "revision": 1, "condition": "if it is cheap"],
            onBehalfOf: JointVenture.council
        )
        return (history, consent.entry)
    }

    @Test("Rule 204: what a partner said here is neither changed nor retracted for another")
    func ownWords() throws {
        let (history, consent) = try withConditionalConsent()
        let plain: JSON = ["org": .string(JointVenture.council), "revision": 1]
        let refused = Rejection.refused(.entry(.saidByAnother(consent.position, council)))
        for content in [plain, nil] {
            let byAnother = try correction(of: consent, in: history, to: content, for: "provide")
            #expect(rejection([byAnother], in: history) == refused)
            let byItself = try correction(of: consent, in: history, to: content, for: JointVenture.council)
            #expect(rejection([byItself], in: history) == nil)
        }
    }

    @Test("Rule 204: a report is not made into what its recorder's organisation said itself, for another")
    func wordsIntoAnothersMouth() throws {
        var history = try JointVenture.withProposal()
        let report = try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "provide", "revision": 1],
            onBehalfOf: JointVenture.council,
            sources: ["REF"]
        )
        let content: JSON = ["org": .string(JointVenture.council), "revision": 1]
        let entry = try correction(of: report.entry, in: history, to: content, for: "provide")
        let refused = Rejection.refused(.entry(.saidByAnother(report.entry.position, council)))
        #expect(rejection([entry], in: history) == refused)
    }

    @Test("Rule 204: what a partner decided alone is not changed for another")
    func ownDecisions() throws {
        var history = try JointVenture.begin()
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Ours", "organisation": "provide"],
            onBehalfOf: "provide"
        )
        let adopted = try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "ours"],
            onBehalfOf: "provide"
        )
        let entry = try correction(of: adopted.entry, in: history, to: nil, for: JointVenture.council)
        let refused = Rejection.refused(
            .entry(.saidByAnother(adopted.entry.position, Key(unchecked: "provide")))
        )
        #expect(rejection([entry], in: history) == refused)
    }

    @Test("Rule 50: what another partner has answered keeps its wording; its date may be put right")
    func answeredWording() throws {
        let (history, _) = try withConditionalConsent()
        let proposal = try #require(history.entries.first { $0.type == ProposalTabled.typeName })
        func attempt(_ data: JSON, for organisation: String) throws -> Rejection? {
            rejection([try correction(of: proposal, in: history, to: data, for: organisation)], in: history)
        }
        let refused = Rejection.refused(.decision(.answeredAsWorded(Key(unchecked: "D-0001"), [council])))
        #expect(try attempt(["title": "Ten vans"], for: "provide") == refused)
        #expect(try attempt(["title": "Ten vans"], for: JointVenture.council) == nil)
        let dated: JSON = ["title": "Extend the evaluation method", "occurred": ["date": "2019"]]
        #expect(try attempt(dated, for: "provide") == nil)
    }

    @Test("One call does not correct what it retracts")
    func retractedInTheSameCall() throws {
        var history = try JointVenture.withProposal()
        let finding = try history.record("finding.recorded", "finding/F", ["title": "It works"]).entry
        let first = try correction(of: finding, in: history, to: nil, for: "provide")
        var second = try correction(of: finding, in: history, to: ["title": "Not"], for: "provide")
        second.position += 1
        second.streamVersion += 1
        let refused = Rejection.refused(.entry(.alreadyRetracted(finding.position)))
        #expect(rejection([first, second], in: history) == refused)
    }

    @Test("A correction has the readers of what it corrects")
    func sameReaders() throws {
        var history = try JointVenture.withProposal()
        let finding = try history.record("finding.recorded", "finding/F", ["title": "It works"]).entry
        var entry = try correction(of: finding, in: history, to: ["title": "Not"], for: "provide")
        entry.classification = .restricted
        let refused = Rejection.refused(.entry(.otherClassification(finding.position, .venture)))
        #expect(rejection([entry], in: history) == refused)
    }

    @Test("Rule 202: what others name is not retracted from under them")
    func namedThingsStand() throws {
        var history = try JointVenture.begin()
        try history.record("finding.recorded", "finding/F", ["title": "It works"], sources: ["REF"])
        let evidence = try #require(history.entries.first { $0.type == EvidenceRegistered.typeName })
        let entry = try correction(of: evidence, in: history, to: nil, for: "provide")
        guard case .refused(.entry(.laterEntryStands(let position, _, _))) = rejection([entry], in: history)
        else {
            Issue.record("the evidence of a finding was retracted")
            return
        }
        #expect(position == evidence.position + 1)
    }

    @Test("What was retracted can be begun anew under its key, and its stream goes on")
    func begunAnew() throws {
        var history = try JointVenture.begin()
        let evidence = try #require(history.entries.first { $0.type == EvidenceRegistered.typeName })
        let entry = try correction(of: evidence, in: history, to: nil, for: "provide")
        let outcome = try history.state.correcting([entry]) { body in history.entries.forEach(body) }.get()
        history.take(outcome)
        let subject = try #require(Subject("evidence/REF"))
        #expect(!history.state.exists(subject))
        #expect(history.state.version(of: subject) == 2)
        try history.record("evidence.registered", "evidence/REF", ["title": "Another", "kind": "data"])
        #expect(history.state.exists(subject))
        #expect(history.state.version(of: subject) == 3)
        let replayed = State.replayed { body in history.entries.map(TypedEntry.init).forEach(body) }
        #expect(replayed == history.state)
    }

    @Test("Rule 206: a dispute is neither about nor settled for what was retracted")
    func retractedIsNotInDispute() throws {
        var history = try JointVenture.begin()
        let first = try history.record("finding.recorded", "finding/A", ["title": "It works"]).entry
        let second = try history.record("finding.recorded", "finding/B", ["title": "It does not"]).entry
        let entries: JSON = [.integer(Int64(first.position)), .integer(Int64(second.position))]
        try history.record("claim.disputed", "claim/C-0001", ["entries": entries])
        #expect(history.state.dispute(of: second.position)?.text == "C-0001")
        let retraction = try correction(of: second, in: history, to: nil, for: "provide")
        let outcome = try history.state.correcting([retraction]) { body in history.entries.forEach(body) }
            .get()
        history.take(outcome)
        let refused = Rejection.refused(.entry(.alreadyRetracted(second.position)))
        #expect(throws: refused) {
            try history.record(
                "claim.settled",
                "claim/C-0001",
                ["stands": .integer(Int64(second.position)), "reason": "so"]
            )
        }
        #expect(throws: refused) {
            try history.record("claim.disputed", "claim/C-0002", ["entries": entries])
        }
    }

    @Test("Sourced by: a corrected entry counts by the sources that it has now")
    func sourcesOfTheCorrection() throws {
        var history = try JointVenture.begin()
        try history.record("evidence.registered", "evidence/NEW", ["title": "Later", "kind": "data"])
        let finding = try history.record("finding.recorded", "finding/F", ["title": "A"], sources: ["REF"])
            .entry
        let content: JSON = ["title": "B", "sources": [["evidence": "NEW"]]]
        let entry = try correction(of: finding, in: history, to: content, for: "provide")
        let outcome = try history.state.correcting([entry]) { body in history.entries.forEach(body) }.get()
        history.take(outcome)
        let isOld: (Entry) -> Bool = { entry in
            entry.subject.kind != .finding || entry.sources.contains { $0.evidence.text == "REF" }
        }
        let state = State.replayed(where: isOld) { body in history.entries.map(TypedEntry.init).forEach(body)
        }
        #expect(state.title(of: finding.subject) == nil)
        #expect(history.state.title(of: finding.subject) == .plain("B"))
    }
}
