// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// The quorum of Rutland's section 75 board: one representative of the commissioner and two of the council, a
/// Member and an officer.
@Suite struct QuorumTests {
    private func board() throws -> History {
        var history = try History.ofVenture()
        try history.record(
            "body.terms.amended",
            "body/board",
            [
                "decisionRule": "consent",
                "quorum": [
                    ["organisation": "commissioner", "count": 1],
                    ["organisation": "council", "seatClass": "member", "count": 1],
                    ["organisation": "council", "seatClass": "officer", "count": 1],
                ],
            ],
            occurred: "2018-04-01"
        )
        try history.seat("clinical-lead", "commissioner", "clinician")
        try history.seat("councillor", "council", "member")
        try history.seat("director", "council", "officer")
        try history.seat("team-manager", "social-care", "officer")
        try history.seat("observer", "council", "officer", voting: false)
        try history.seat("advisor", "commissioner", "advisor", voting: false)
        return history
    }

    private func quorum(_ history: History, _ seats: [String], on day: String = "2019-07-01") throws -> Quorum
    {
        let present = try seats.map { text in
            let seat = try key(text)
            let organisation = history.state.seat(seat)?.organisation
            return Attendance(seat: seat, organisation: try organisation ?? key("provide"))
        }
        return history.state.quorum(of: try key("board"), present: present, at: try noon(day))
    }

    private func part(_ organisation: String, _ seatClass: SeatClass? = nil) throws -> QuorumPart {
        QuorumPart(organisation: try key(organisation), seatClass: seatClass, count: 1)
    }

    @Test func aBoardIsQuorateWhenEveryPartIsMet() throws {
        let history = try board()
        #expect(
            try quorum(history, ["clinical-lead", "councillor", "director"])
                == Quorum(isQuorate: true, known: true, missing: [])
        )
    }

    @Test func aUnitsSeatCountsForItsOrganisation() throws {
        let history = try board()
        #expect(try quorum(history, ["clinical-lead", "councillor", "team-manager"]).isQuorate)
    }

    @Test func whatIsMissingIsNamed() throws {
        let history = try board()
        let two = try quorum(history, ["clinical-lead", "director", "team-manager"])
        #expect(two == Quorum(isQuorate: false, known: true, missing: [try part("council", .member)]))
        #expect(
            try quorum(history, []).missing == [
                try part("commissioner"), try part("council", .member), try part("council", .officer),
            ]
        )
    }

    @Test func seatsWithoutAVoteAndAdvisorsDoNotCount() throws {
        let history = try board()
        #expect(
            try quorum(history, ["councillor", "observer", "advisor"]).missing
                == [try part("commissioner"), try part("council", .officer)]
        )
    }

    @Test func aSeatCountsOnce() throws {
        var history = try board()
        try history.record(
            "body.terms.amended",
            "body/board",
            ["quorum": [["organisation": "council", "count": 3]]],
            occurred: "2020"
        )
        let missing = try quorum(history, ["councillor", "councillor", "director"], on: "2021-01-01").missing
        #expect(missing == [try part("council")])
    }

    @Test func theTermsOfTheDayDecide() throws {
        let history = try board()
        #expect(
            try quorum(history, [], on: "2018-03-15") == Quorum(isQuorate: true, known: false, missing: [])
        )
    }

    @Test func aSeatOfAnotherBodyOrOfAnotherTimeDoesNotCount() throws {
        var history = try board()
        try history.record(
            "body.constituted",
            "body/other",
            ["title": "x", "kind": "board"],
            occurred: "2018"
        )
        try history.seat("elsewhere", "commissioner", in: "other", occurred: "2019")
        #expect(
            try quorum(history, ["elsewhere", "councillor", "director"]).missing
                == [try part("commissioner")]
        )
        try history.record("seat.abolished", "seat/clinical-lead", occurred: "2019-06-30")
        #expect(
            try quorum(history, ["clinical-lead", "councillor", "director"]).missing
                == [try part("commissioner")]
        )
    }

    @Test func aMeetingsQuorumIsThatOfItsDay() throws {
        var history = try board()
        func meet(_ seats: [(String, String)], _ date: String) throws -> Key {
            let attendance = seats.map { ["seat": .string($0.0), "organisation": .string($0.1)] as JSON }
            return try history.record(
                "meeting.held",
                "meeting/",
                ["body": "board", "attendance": .array(attendance)],
                occurred: date
            ).entry.subject.key
        }
        let full = try meet(
            [("clinical-lead", "commissioner"), ("councillor", "council"), ("director", "council")],
            "2019-07-16"
        )
        let short = try meet([("councillor", "council"), ("director", "council")], "2019-08-16")
        try history.record("body.terms.amended", "body/board", ["decisionRule": "consent"], occurred: "2020")
        #expect(history.state.quorum(of: full)?.isQuorate == true)
        #expect(history.state.quorum(of: short)?.missing == [try part("commissioner")])
        #expect(history.state.quorum(of: try key("M-0099")) == nil)
    }

    /// Counted seat by seat, as the rule says it.
    @Test(arguments: 0..<200) func quorumAgreesWithCounting(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        var history = try board()
        let organisations = ["commissioner", "council", "provide", "social-care"]
        let classes = [nil] + SeatClass.allCases.filter { $0 != .advisor }.map(Optional.some)
        var parts: [QuorumPart] = []
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let organisation = try #require(organisations.randomElement(using: &random))
            parts.append(
                QuorumPart(
                    organisation: try key(organisation),
                    seatClass: try #require(classes.randomElement(using: &random)),
                    count: Int.random(in: 1...3, using: &random)
                )
            )
        }
        let quorum = parts.map { part -> JSON in
            let object: JSON = [
                "organisation": .string(part.organisation.text), "count": .integer(Int64(part.count)),
            ]
            return object.with("seatClass", part.seatClass.map { .string($0.rawValue) })
        }
        try history.record(
            "body.terms.amended",
            "body/board",
            ["quorum": .array(quorum)],
            occurred: "2019-01-01"
        )
        var counted: [(organisation: String, seatClass: SeatClass)] = []
        var present: [Attendance] = []
        for number in 0..<Int.random(in: 0...8, using: &random) {
            let organisation = try #require(organisations.randomElement(using: &random))
            let seatClass = try #require(SeatClass.allCases.randomElement(using: &random))
            let isVoting = seatClass != .advisor && Bool.random(using: &random)
            try history.seat("s-\(number)", organisation, seatClass.rawValue, voting: isVoting)
            guard Bool.random(using: &random) else { continue }
            present.append(Attendance(seat: try key("s-\(number)"), organisation: try key(organisation)))
            if isVoting { counted.append((organisation, seatClass)) }
        }
        let missing = parts.compactMap { part -> QuorumPart? in
            let count = counted.count { seat in
                let belongs =
                    seat.organisation == part.organisation.text
                    || (seat.organisation == "social-care" && part.organisation.text == "council")
                return belongs && (part.seatClass == nil || part.seatClass == seat.seatClass)
            }
            let missing = part.count - count
            return missing <= 0
                ? nil
                : QuorumPart(organisation: part.organisation, seatClass: part.seatClass, count: missing)
        }
        let answer = history.state.quorum(
            of: try key("board"),
            present: present,
            at: try noon("2019-07-01")
        )
        #expect(answer == Quorum(isQuorate: missing.isEmpty, known: true, missing: missing))
    }
}
