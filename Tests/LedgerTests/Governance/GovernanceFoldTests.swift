// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct GovernanceFoldTests {
    /// A history with every type of the family.
    private func everything() throws -> History {
        var history = try History.ofVenture()
        let board: JSON = ["body": "board"]
        try history.seat("director", "council", "officer")
        let steps: [(String, String, JSON)] = [
            ("venture.renamed", "venture/integrated-care", ["title": "Better care"]),
            ("phase.declared", "venture/integrated-care", ["ordinal": 1, "title": "Need"]),
            ("initiative.started", "initiative/i", ["title": "i"]),
            ("initiative.suspended", "initiative/i", ["reason": "x"]),
            ("initiative.resumed", "initiative/i", [:]),
            ("initiative.ended", "initiative/i", [:]),
            ("organisation.renamed", "organisation/trust", ["title": "New trust"]),
            ("partner.invited", "partner/trust", [:]),
            ("partner.declined", "partner/trust", [:]),
            ("partner.left", "partner/provide", [:]),
            ("body.terms.amended", "body/board", ["decisionRule": "majority"]),
            ("meeting.held", "meeting/", board),
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
        for (name, subject, data) in steps { try history.record(name, subject, data) }
        return history
    }

    @Test func theHistoryHasEveryType() throws {
        let recorded = Set(try everything().entries.map(\.type))
        let types = Catalogue.governanceTypes.map { $0.typeName }
        #expect(types.count == 24)
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
            for meeting in state.meetings(validAt: t) { #expect(meeting.quorum?.isQuorate != false) }
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
