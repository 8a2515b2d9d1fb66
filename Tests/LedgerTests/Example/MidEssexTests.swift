// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// The example that `jvctl import --example` records: the journey of Mid Essex from 2012 to 2021.
struct MidEssexTests {
    @Test func noLineIsRefusedAndWhatIsDoubtfulWarns() throws {
        let example = try MidEssex.whole.get()
        #expect((60...90).contains(example.lines.count))
        #expect(
            example.warnings == [
                "seat.created seat/committee-contributor: 211", "consent.given decision/D-0001: 49",
                "consent.given decision/D-0001: 49", "decision.adopted decision/D-0001: 49",
                "seat.created seat/programme-board-advisor-1: 211", "decision.adopted decision/D-0003: 57",
                "post.defined post/programme-manager: 34", "funding.agreed funding/programme-manager: 33 34",
            ]
        )
    }

    @Test func theHalvesAreOneRunOfIds() throws {
        let ids = try MidEssex.whole.get().drafts.map(\.id)
        let numbers = (1...ids.count).map { number in
            "mid-essex-" + String(repeating: "0", count: 3 - String(number).count) + String(number)
        }
        #expect(ids == numbers)
    }

    @Test func inTwoCallsTheSameIsRecordedAsInOne() throws {
        let (together, apart) = (try MidEssex.whole.get(), try MidEssex(inOneCall: false))
        #expect(together.entries == apart.entries)
        #expect(together.state == apart.state)
        let half = try MidEssex(parts: [1]).state.decisionRegister(validAt: try endOf("2026-11-21"))
        #expect(half.map(\.key.text) == ["D-0001"])
    }

    @Test func theFirstHalfEndsWith2018() throws {
        let newYear = try EDTF("2019").bounds.earliestOrPast
        let first = try MidEssex(parts: [1])
        for entry in try MidEssex.whole.get().entries.values {
            guard let occurred = entry.occurred else { continue }
            let isEarly = occurred.date.bounds.earliestOrPast < newYear
            #expect((first.entries[entry.id] != nil) == isEarly, "\(entry.id)")
        }
    }

    /// Where each of the 26 facts is recorded, by its number.
    static let places: [(number: Int, type: String, subject: String)] = [
        (1, "boundary.action.recorded", "boundary/BA-0001"), (2, "finding.recorded", "finding/FI-0001"),
        (3, "body.constituted", "body/integration-committee"), (4, "role.assigned", "assignment/A-0001"),
        (5, "affiliation.changed", "person/P-0002"), (6, "knowledge.event.held", "knowledge/K-0001"),
        (7, "secondment.started", "secondment/S-0001"), (8, "finding.recorded", "finding/FI-0002"),
        (9, "barrier.identified", "barrier/BR-0001"), (10, "proposal.tabled", "decision/D-0001"),
        (11, "boundary.action.recorded", "boundary/BA-0002"),
        (12, "venture.established", "venture/provide-ecc"), (13, "body.constituted", "body/programme-board"),
        (14, "role.assigned", "assignment/A-0002"), (15, "boundary.action.recorded", "boundary/BA-0003"),
        (16, "advice.requested", "advice/AD-0001"), (17, "role.assigned", "assignment/A-0003"),
        (18, "knowledge.event.held", "knowledge/K-0002"), (19, "minutes.recorded", "meeting/M-0001"),
        (20, "decision.adopted", "decision/D-0002"), (21, "proposal.tabled", "decision/D-0003"),
        (22, "decision.adopted", "decision/D-0003"), (24, "tool.introduced", "tool/management-learning"),
        (25, "benefit.claimed", "benefit/BE-0001"), (26, "knowledge.event.scheduled", "knowledge/K-0004"),
    ]

    @Test(arguments: places)
    func everyFactHasTheDateOfTheSource(place: (number: Int, type: String, subject: String)) throws {
        let fact = try #require(MidEssexTimelineTests.facts.first { $0.number == place.number })
        let entry = try MidEssex.whole.get().entry(place.type, place.subject)
        let occurred = try #require(entry.occurred)
        #expect(occurred.date.bounds == (try EDTF(fact.text)).bounds)
        #expect(occurred.words == nil || occurred.words == fact.said)
        let basis: Basis = [11, 12, 13, 20, 21].contains(place.number) ? .inferred : .stated
        #expect(occurred.basis == (place.number == 26 ? .planned : basis))
    }

    @Test func theTwentyThirdFactIsAPieceOfEvidence() throws {
        let account = try MidEssex.whole.get().entry("evidence.registered", "evidence/R6")
        #expect(account.data["dated"] == "2020")
    }

    @Test func decisionsAreAdoptedOnReportedConsents() throws {
        let state = try MidEssex.whole.get().state
        let rows = state.decisionRegister(validAt: try endOf("2026-11-21"))
        #expect(rows.map(\.key.text) == ["D-0001", "D-0002", "D-0003"])
        #expect(rows.allSatisfy { $0.status == .adopted && $0.truth == .yes })
        #expect(
            rows.map(\.when) == ["Oct 2017/Mar 2018 inferred", "after May 2019 inferred", "late summer 2019"]
        )
        for row in rows {
            let dossier = try #require(state.dossier(row.key, validAt: try endOf("2026-11-21")))
            #expect(dossier.consents.map(\.organisation.text) == ["essex-county-council", "provide"])
            #expect(dossier.consents.allSatisfy { $0.gap == nil && $0.position?.mode == .reported })
        }
    }

    @Test func decisionsShowWhatTheyRestOnAndLedTo() throws {
        let state = try MidEssex.whole.get().state
        func links(_ text: String, _ direction: WhyLink.Direction) throws -> [String] {
            state.why(try key(text)).filter { $0.direction == direction }.map(\.subject.description)
        }
        #expect(try links("D-0001", .restsOn) == ["finding/FI-0002", "barrier/BR-0001", "evidence/R3"])
        #expect(
            try links("D-0001", .ledTo) == [
                "partner/provide", "partner/essex-county-council", "venture/provide-ecc",
            ]
        )
        #expect(try links("D-0003", .ledTo) == ["post/programme-manager", "funding/programme-manager"])
    }

    @Test func thePostPossiblyExistsInLateSummerAndHasNoHolder() throws {
        let state = try MidEssex.whole.get().state
        let manager = try key("programme-manager")
        let august = try #require(state.postView(manager, validAt: try endOf("2019-08-15")))
        #expect(august.existence == .possibly)
        #expect(august.summary.hasPrefix("Possibly existed: agreed between 1 Aug and 30 Sep 2019."))
        let october = try #require(state.postView(manager, validAt: try endOf("2019-10-01")))
        #expect(october.existence == .yes)
        #expect(october.summary == "Exists. Holder not recorded: no source dates an appointment.")
        #expect(october.isBoundarySpanning && october.isJointlyFunded)
        #expect(october.holders == [] && october.vacancy == .unknown)
    }

    @Test func theBrokerOf2012IsRepresentativeByOrganisationAndLiaisonByUnit() throws {
        let state = try MidEssex.whole.get().state
        for (grouping, role) in [(Grouping.organisation, BrokerageRole.representative), (.unit, .liaison)] {
            let brokerage = state.brokerage(by: grouping, validAt: try endOf("2012"))
            #expect(brokerage.counts.map(\.role) == [role])
            #expect(brokerage.counts.map { $0.actions.map(\.text) } == [["BA-0001"]])
        }
    }

    @Test func workshopAndMinutesAreInDispute() throws {
        let example = try MidEssex.whole.get()
        let workshop = try example.entry("knowledge.event.held", "knowledge/K-0002")
        let minutes = try example.entry("minutes.recorded", "meeting/M-0001")
        let dispute = try example.entry("claim.disputed", "claim/C-0001")
        let positions = try #require(dispute.data["entries"]?.array).compactMap(\.integer)
        #expect(positions == [Int64(workshop.position), Int64(minutes.position)])
        #expect(example.state.dispute(of: workshop.position) == (try key("C-0001")))
        #expect(example.state.dispute(of: minutes.position) == (try key("C-0001")))
        #expect(example.state.version(of: dispute.subject) == 1)
    }

    @Test func theAdvisorsHaveSeatsWithoutVotes() throws {
        let state = try MidEssex.whole.get().state
        for (seat, person) in [
            ("programme-board-advisor-1", "P-0001"), ("programme-board-advisor-2", "P-0002"),
        ] {
            #expect(try #require(state.seat(try key(seat))).isVoting == false)
            let holders = state.holders(of: Subject(.seat, try key(seat)), at: try endOf("2019-12-31"))
            #expect(holders.map(\.person.text) == [person])
        }
        let terms = state.terms(of: try key("programme-board"), at: try endOf("2018-03-31"))
        #expect(terms == Terms(version: 1, decisionRule: nil, quorum: [], acceptsReportedConsents: false))
    }

    @Test func thePhasesFollowOneAnother() throws {
        let phases = try MidEssex.whole.get().state.phases(validAt: try endOf("2016-06-30"))
        #expect(phases.map(\.ordinal) == [1, 2, 3, 4])
        #expect(phases.map(\.truth) == [.no, .no, .yes, .no])
    }
}
