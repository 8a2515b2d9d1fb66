// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PartnerTests {
    @Test("Rule 14: a partner is a registered organisation")
    func aPartnerIsARegisteredOrganisation() throws {
        var history = try History()
        let refusal = Refusal.governance(.notRegistered(try key("stranger")))
        #expect(refusal.rule.rawValue == 14)
        #expect(refusal.next == ["jvctl record organisation.registered organisation/stranger"])
        let acts: [(String, JSON)] = [("partner.joined", ["right": "required"]), ("partner.invited", [:])]
        for (name, data) in acts {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record(name, "partner/stranger", data)
            }
        }
    }

    @Test("Rule 14: an organisation with partners cannot be retracted")
    func anOrganisationWithPartnersCannotBeRetracted() throws {
        let history = try History.ofVenture()
        let position = try #require(history.entries.first { $0.subject.key.text == "provide" }?.position)
        let outcome = try history.correcting(
            "entry.retracted",
            "organisation/provide",
            ["entry": .integer(Int64(position)), "explanation": "Registered in error"]
        )
        let error = #expect(throws: Rejected.self) { try outcome.get() }
        let joined = try #require(history.entries.first { $0.subject.description == "partner/provide" })
        guard case .refused(.entry(.laterEntryStands(joined.position, _, _))) = error?.rejection else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func partnersAreSortedWithTheirRights() throws {
        var history = try History.ofVenture()
        try history.record("partner.joined", "partner/trust", ["right": "consulted"], occurred: "2019")
        #expect(
            history.state.partners(at: try noon("2019-06-01")) == [
                Partnership(
                    organisation: try key("council"),
                    right: .required,
                    status: .partner,
                    truth: .yes
                ),
                Partnership(
                    organisation: try key("provide"),
                    right: .required,
                    status: .partner,
                    truth: .yes
                ),
                Partnership(
                    organisation: try key("trust"),
                    right: .consulted,
                    status: .partner,
                    truth: .possibly
                ),
            ]
        )
        #expect(history.state.partners(at: try noon("2018-02-28")) == [])
        #expect(history.state.partnership(of: try key("university"), at: history.now) == nil)
    }

    @Test("Rule 210: a member does not join twice but may come back")
    func aMemberDoesNotJoinTwiceButMayComeBack() throws {
        var history = try History.ofVenture()
        let provide = try key("provide")
        let refusal = Refusal.governance(.alreadyPartner(provide))
        #expect(refusal.rule.rawValue == 210)
        for name in ["partner.joined", "partner.invited"] {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record(
                    name,
                    "partner/provide",
                    name == "partner.joined" ? ["right": "informed"] : [:],
                    occurred: "2019"
                )
            }
        }
        try history.record("partner.left", "partner/provide", ["reason": "Funding"], occurred: "2020-03-31")
        #expect(history.state.partnership(of: provide, at: try noon("2020-03-30"))?.truth == .yes)
        #expect(history.state.partnership(of: provide, at: try noon("2020-04-01")) == nil)
        let joined = try history.record(
            "partner.joined",
            "partner/provide",
            ["right": "informed"],
            occurred: "2021-04-01"
        )
        #expect(joined.entry.warnings == [])
        #expect(history.state.partnership(of: provide, at: try noon("2021-04-02"))?.right == .informed)
        let view = try #require(history.state.partnerView(provide, validAt: try noon("2020-06-01")))
        #expect((view.standing, view.truth, view.right) == (.left, .yes, nil))
        #expect(view.departures.map(\.reason) == [.plain("Funding")])
        #expect(view.memberships.count == 2)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "partner.joined",
                "partner/provide",
                ["right": "required", "from": "2019", "to": "2022"]
            )
        }
    }

    @Test func theMoreCertainPartnershipCounts() throws {
        var history = try History.ofVenture()
        try history.record("partner.left", "partner/provide", occurred: "2021-06")
        let again = try history.record(
            "partner.joined",
            "partner/provide",
            ["right": "informed"],
            occurred: "2021"
        )
        #expect(again.entry.warnings == [210])
        let provide = try key("provide")
        #expect(
            history.state.partnership(of: provide, at: try noon("2021-03-01"))
                == Partnership(organisation: provide, right: .required, status: .partner, truth: .yes)
        )
        #expect(
            history.state.partnership(of: provide, at: try noon("2021-06-15"))
                == Partnership(organisation: provide, right: .informed, status: .partner, truth: .possibly)
        )
    }

    @Test func leavingAgainEndsOnlyTheLaterMembership() throws {
        var history = try History.ofVenture()
        try history.record("partner.left", "partner/provide", occurred: "2019")
        try history.record("partner.joined", "partner/provide", ["right": "informed"], occurred: "2020")
        try history.record("partner.left", "partner/provide", occurred: "2021")
        let view = try #require(history.state.partnerView(try key("provide"), validAt: history.now))
        #expect(
            view.memberships.map(\.validity) == [
                Validity(from: try EDTF("2018-03-01"), to: try EDTF("2019")),
                Validity(from: try EDTF("2020"), to: try EDTF("2021")),
            ]
        )
    }

    @Test("Rule 210: only a partner leaves")
    func onlyAPartnerLeaves() throws {
        var history = try History.ofVenture()
        let refusal = Refusal.governance(.notPartner(try key("provide")))
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("partner.left", "partner/provide", occurred: "2018-02")
        }
        #expect(
            throws: Rejection.refused(
                .entry(.unknown(Subject(.partner, try key("trust")), field: "subject"))
            )
        ) { try history.record("partner.left", "partner/trust") }
        try history.record("partner.left", "partner/provide", occurred: "2020")
        for date in ["2020", "2021"] {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record("partner.left", "partner/provide", occurred: date)
            }
        }
    }

    @Test func leavingInTheYearOfJoiningIsDoubtful() throws {
        var history = try History.ofVenture()
        let left = try history.record("partner.left", "partner/provide", occurred: "2018")
        #expect(left.entry.warnings == [210])
    }

    @Test("Rule 210: an invitation is answered once")
    func anInvitationIsAnsweredOnce() throws {
        var history = try History.ofVenture()
        let trust = try key("trust")
        try history.record("partner.invited", "partner/trust", ["note": "Acute care"], occurred: "2018-05-01")
        #expect(throws: Rejection.refused(.governance(.alreadyInvited(trust)))) {
            try history.record("partner.invited", "partner/trust", occurred: "2018-06-01")
        }
        try history.record("partner.declined", "partner/trust", ["reason": "Not now"], occurred: "2018-07-01")
        #expect(throws: Rejection.refused(.governance(.notInvited(trust)))) {
            try history.record("partner.declined", "partner/trust", occurred: "2018-08-01")
        }
        try history.record("partner.invited", "partner/trust", occurred: "2019-05-01")
        try history.record("partner.joined", "partner/trust", ["right": "required"], occurred: "2019-06-01")
        func standing(_ day: String) throws -> PartnerStanding? {
            history.state.partnerView(trust, validAt: try noon(day))?.standing
        }
        #expect(try standing("2018-04-01") == nil)
        #expect(try standing("2018-05-02") == .invited)
        #expect(try standing("2018-09-01") == .declined)
        #expect(try standing("2019-05-02") == .invited)
        #expect(try standing("2019-06-02") == .partner)
        let view = try #require(history.state.partnerView(trust, validAt: history.now))
        #expect(view.invitations.map { $0.answer?.isAccepted } == [false, true])
        #expect(
            history.state.partnersView(validAt: try noon("2018-05-02")).map(\.organisation.text)
                == ["council", "provide", "trust"]
        )
    }

    @Test func anInvitationRecordedAfterJoiningHasItsAnswer() throws {
        var history = try History.ofVenture()
        try history.record("partner.invited", "partner/provide", occurred: "2017-10")
        let view = try #require(history.state.partnerView(try key("provide"), validAt: history.now))
        #expect(view.invitations.map { $0.answer?.date } == [try EDTF("2018-03-01")])
    }

    @Test func aPartnerDoesNotLeaveBeforeItJoins() throws {
        var history = try History.ofVenture()
        let trust = Subject(.partner, try key("trust"))
        #expect(throws: Rejection.refused(.governance(.endsBeforeItBegins(trust)))) {
            try history.record(
                "partner.joined",
                "partner/trust",
                ["right": "required", "from": "2020", "to": "2019"]
            )
        }
    }
}
