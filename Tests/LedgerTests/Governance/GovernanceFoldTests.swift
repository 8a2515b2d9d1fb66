// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct GovernanceFoldTests {
    private static let digest = String(repeating: "a", count: 64)

    /// A history with every type of the family.
    private func everything() throws -> History {
        var history = try History.ofVenture()
        let board: JSON = ["body": "board"]
        try history.seat("director", "council", "officer")
        let steps: [(String, String, JSON)] = [
            ("venture.renamed", "venture/integrated-care", ["title": "Better care"]),
            ("venture.suspended", "venture/integrated-care", ["reason": "Funding"]),
            ("venture.resumed", "venture/integrated-care", [:]),
            ("phase.declared", "venture/integrated-care", ["ordinal": 1, "title": "Need"]),
            ("phase.closed", "venture/integrated-care", ["ordinal": 1]),
            ("initiative.started", "initiative/i", ["title": "i"]),
            ("initiative.suspended", "initiative/i", ["reason": "x"]),
            ("initiative.resumed", "initiative/i", [:]),
            ("initiative.ended", "initiative/i", [:]),
            ("organisation.renamed", "organisation/trust", ["title": "New trust"]),
            ("partner.invited", "partner/trust", [:]),
            ("partner.declined", "partner/trust", [:]),
            ("partner.status.changed", "partner/provide", ["right": "informed"]),
            ("partner.left", "partner/provide", [:]),
            (
                "agreement.recorded", "agreement/",
                ["title": "a", "form": "contractual", "parties": ["council", "provide"]]
            ),
            ("agreement.signed", "agreement/AG-0001", ["org": "council"]),
            ("agreement.signed", "agreement/AG-0001", ["org": "provide"]),
            ("agreement.varied", "agreement/AG-0001", ["note": "more"]),
            ("agreement.reviewed", "agreement/AG-0001", ["outcome": "keep"]),
            ("agreement.terminated", "agreement/AG-0001", ["reason": "Done"]),
            ("body.terms.amended", "body/board", ["decisionRule": "majority"]),
            ("person.registered", "person/", ["label": "Director"]),
            ("person.registered", "person/", ["label": "Deputy"]),
            ("role.assigned", "assignment/", ["role": "seat/director", "person": "P-0001"]),
            ("deputy.nominated", "seat/director", ["deputy": "person/P-0002"]),
            ("chair.appointed", "body/board", ["office": "chair", "holder": "seat/director"]),
            ("chair.stoodDown", "body/board", ["office": "chair"]),
            ("meeting.scheduled", "meeting/", ["body": "board", "date": "2027-01"]),
            ("meeting.rescheduled", "meeting/M-0001", ["date": "2027-02"]),
            ("agenda.published", "meeting/M-0001", ["agenda": "1 Plan"]),
            ("paper.circulated", "meeting/M-0001", ["title": "Plan", "digest": .string(Self.digest)]),
            ("paper.read", "meeting/M-0001", ["digest": .string(Self.digest), "assignment": "A-0001"]),
            ("meeting.held", "meeting/M-0001", board),
            ("meeting.scheduled", "meeting/", ["body": "board", "date": "2027-01"]),
            ("meeting.cancelled", "meeting/M-0002", [:]),
            ("interest.declared", "interest/", ["person": "P-0001", "type": "financial"]),
            ("proposal.tabled", "decision/", ["title": "Vans"]),
            ("conflict.recorded", "decision/D-0001", ["holder": "person/P-0001", "handling": "none"]),
            (
                "dispensation.granted", "decision/D-0001",
                ["holder": "person/P-0001", "grantedBy": "body/board", "reason": "Small"]
            ),
            ("interest.ended", "interest/IN-0001", [:]),
            ("minutes.recorded", "meeting/M-0001", board),
            (
                "function.delegated", "delegation/",
                ["function": "x", "organisation": "council", "holder": "body/board"]
            ),
            ("delegation.revoked", "delegation/DE-0001", [:]),
            ("seat.abolished", "seat/director", [:]),
            ("body.dissolved", "body/board", [:]),
            ("organisation.succeeded", "organisation/trust", ["by": ["provide"]]),
            ("venture.closed", "venture/integrated-care", ["reason": "Done"]),
        ]
        try history.record("evidence.registered", "evidence/deed", ["title": "d", "kind": "agreement"])
        for (name, subject, data) in steps { try history.record(name, subject, data, sources: ["deed"]) }
        return history
    }

    @Test func theHistoryHasEveryType() throws {
        let recorded = Set(try everything().entries.map(\.type))
        let types = Catalogue.governanceTypes.map { $0.typeName }
        #expect(types.count == 46)
        #expect(Set(types).subtracting(recorded) == [])
    }

    @Test func replayGivesTheSameState() throws {
        let history = try everything()
        #expect(history.replayed == history.state)
    }

    /// What is asked for a part of the history is answered, whatever is missing.
    @Test(arguments: 0..<200) func anyPartOfAHistoryFolds(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let history = try everything()
        var state = State()
        for entry in history.entries where Bool.random(using: &random) {
            state.apply(entry, try Catalogue.event(of: entry))
        }
        for t in [.distantPast, try noon("2018-06-01"), history.now] {
            for body in state.bodies(validAt: t) { #expect(body.truth != .no) }
            for meeting in state.meetings(validAt: t) {
                #expect(meeting.quorum?.isQuorate != false)
                #expect(state.quorateness(of: meeting.key)?.truth != .no)
            }
            for view in state.organisations(validAt: t) {
                #expect(view.root == view.key || view.parent != nil)
            }
            for view in state.initiatives(validAt: t) {
                #expect(view.history.contains { $0.status == view.status })
            }
            for view in state.partnersView(validAt: t) {
                #expect((view.right != nil) == (view.standing == .partner))
            }
            for view in state.delegations(validAt: t) { #expect(view.truth != .no) }
            #expect(state.phases(validAt: t).count <= 1)
        }
    }

    @Test func everyFieldIsDescribed() {
        for type in Catalogue.governanceTypes {
            #expect(type.summary.hasSuffix(".") && !type.summary.isEmpty)
            for field in type.fields {
                #expect(!field.documentation.isEmpty, "\(type.name).\(field.name)")
            }
        }
    }

    @Test func aRetractedDepartureLeavesThePartnerIn() throws {
        var history = try History.ofVenture()
        let left = try history.record("partner.left", "partner/provide", occurred: "2020").entry.position
        try history.record(
            "entry.retracted",
            "partner/provide",
            ["entry": .integer(Int64(left)), "explanation": "It stayed"]
        )
        let state = history.replayed
        #expect(state.partnership(of: try key("provide"), at: try noon("2021-06-01"))?.truth == .yes)
    }
}
