// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct AssignmentRuleTests {
    private func post(_ more: [String: JSON] = [:]) throws -> History {
        var history = try History.partnership()
        try history.define(with: more)
        return history
    }

    private func refuses(_ reason: RolesRefusal, rule: Int, _ record: () throws -> Void) {
        #expect(Refusal.roles(reason).rule.rawValue == rule)
        #expect(throws: Rejection.refused(.roles(reason)), performing: record)
    }

    @Test("Rule 23: single post has one holder")
    func singlePostHasOneHolder() throws {
        var history = try post()
        try history.assign(1, from: "2019-02", to: "2020-02")
        refuses(.alreadyHeld(.manager, by: .assignment(1)), rule: 23) {
            try history.assign(2, from: "2019-12", to: "2020-06")
        }
        refuses(.alreadyHeld(.manager, by: .assignment(1)), rule: 23) {
            try history.assign(2, from: "2019-01")
        }
        #expect(try history.assign(2, from: "2020-02-10").entry.warnings == [23])
    }

    @Test("Rule 23: holds when an end is moved")
    func holdsWhenAnEndIsMoved() throws {
        var history = try post()
        try history.assign(1, from: "2019-02", to: "2020-02")
        try history.assign(2, from: "2020-03")
        refuses(.alreadyHeld(.manager, by: .assignment(2)), rule: 23) {
            try history.record("role.ended", "assignment/A-0001", ["to": "2020-06"])
        }
        try history.record("role.ended", "assignment/A-0001", ["to": "2020-01"])
        let ended = RolesRefusal.alreadyEnded(
            Subject(.assignment, .assignment(1)),
            by: history.state.size - 1
        )
        refuses(ended, rule: 211) { try history.record("role.ended", "assignment/A-0001", ["to": "2020-01"]) }
    }

    @Test("Rule 23: a seat has one holder")
    func aSeatHasOneHolder() throws {
        var history = try History.partnership()
        try history.seat()
        try history.assign(1, "seat/member", from: "2019-02")
        refuses(.alreadyHeld(Subject(.seat, .organisation("member")), by: .assignment(1)), rule: 23) {
            try history.assign(2, "seat/member", from: "2019-03")
        }
    }

    @Test("Rule 24: job shares fit")
    func jobSharesFit() throws {
        var history = try post(["sharing": "jobShare"])
        try history.assign(1, from: "2019-02", with: ["fraction": 6_000])
        try history.assign(2, from: "2019-02", to: "2019-06", with: ["fraction": 4_000])
        refuses(.sharesExceedWhole(.manager, 10_001), rule: 24) {
            try history.assign(3, from: "2019-06", with: ["fraction": 4_001])
        }
        #expect(try history.assign(3, from: "2019-06", with: ["fraction": 4_000]).entry.warnings == [])
        #expect(try history.assign(4, from: "2019-07").entry.warnings == [24])
    }

    @Test("Rule 24: warns of possible excess")
    func warnsOfPossibleExcess() throws {
        var history = try post(["sharing": "jobShare"])
        try history.assign(1, from: "2019-02", to: "2020-05", with: ["fraction": 6_000])
        #expect(try history.assign(2, from: "2020-05-20", with: ["fraction": 5_000]).entry.warnings == [24])
    }

    @Test("Rule 25: holders fit")
    func holdersFit() throws {
        var history = try post(["sharing": "multi", "holders": 2])
        try history.assign(1, from: "2019-02")
        try history.assign(2, from: "2019-02", to: "2020-02")
        refuses(.tooManyHolders(.manager, 3, limit: 2), rule: 25) { try history.assign(3, from: "2019-03") }
        #expect(try history.assign(3, from: "2020-02").entry.warnings == [])
        refuses(.limitWithoutSharing(.organisation("other")), rule: 25) {
            try history.define("other", with: ["holders": 2])
        }
    }

    @Test("Rule 26: acting needs absence")
    func actingNeedsAbsence() throws {
        var history = try post()
        try history.assign(1, from: "2019-02")
        refuses(.actingBesideActive(.manager, .assignment(1)), rule: 26) {
            try history.assign(2, from: "2019-06", to: "2019-09", with: ["capacity": "acting"])
        }
        try history.record("role.absence.started", "assignment/A-0001", ["from": "2019-06"])
        let acting = try history.assign(2, from: "2019-06", to: "2019-09", with: ["capacity": "acting"])
        #expect(acting.entry.warnings == [])
        refuses(.actingBesideActive(.manager, .assignment(2)), rule: 26) {
            try history.record("role.absence.ended", "assignment/A-0001", ["to": "2019-08"])
        }
        let back = try history.record("role.absence.ended", "assignment/A-0001", ["to": "2019-09"])
        #expect(back.entry.warnings == [])
        let none = RolesRefusal.notAbsent(.assignment(1), try EDTF("2019-10"))
        refuses(none, rule: 211) {
            try history.record("role.absence.ended", "assignment/A-0001", ["to": "2019-10"])
        }
    }

    @Test("Rule 26: acting fits a shared post")
    func actingFitsASharedPost() throws {
        var history = try post(["sharing": "multi", "holders": 2])
        try history.assign(1, from: "2019-02")
        try history.assign(2, from: "2019-02")
        refuses(.actingBeyondRoom(.manager), rule: 26) {
            try history.assign(3, from: "2019-06", to: "2019-08", with: ["capacity": "acting"])
        }
        try history.record("role.absence.started", "assignment/A-0002", ["from": "2019-06", "to": "2019-08"])
        try history.assign(3, from: "2019-06", to: "2019-08", with: ["capacity": "acting"])
    }

    @Test("Rule 27: assignment within post")
    func assignmentWithinPost() throws {
        var history = try History.partnership()
        try history.define(from: "2019-08/2019-09", to: "2021")
        let life = Validity(from: try EDTF("2019-08/2019-09"), to: try EDTF("2021"))
        refuses(.outsideRole(.manager, life), rule: 27) { try history.assign(1, from: "2019-07", to: "2020") }
        refuses(.outsideRole(.manager, life), rule: 27) { try history.assign(1, from: "2020", to: "2022") }
        refuses(.outsideRole(.manager, life), rule: 27) { try history.assign(1, from: "2022") }
        #expect(try history.assign(1, from: "2019-09-01", to: "2020").entry.warnings == [27])
        #expect(try history.assign(2, from: "2020", to: "2021").entry.warnings == [])
    }

    @Test("Rule 28: abolished post is closed")
    func abolishedPostIsClosed() throws {
        var history = try post()
        try history.assign(1, from: "2019-02")
        try history.record("post.abolished", "post/manager", occurred: "2020-03")
        refuses(.roleClosed(.manager, try EDTF("2020-03")), rule: 28) {
            try history.assign(2, from: "2020-04")
        }
        #expect(history.state.assignment(.assignment(1))?.validity.to?.text == "2020-03")
        #expect(try history.assign(2, from: "2019-01", to: "2019-02").entry.warnings == [])
    }

    @Test("Rule 27: abolition comes after assignments")
    func abolitionComesAfterAssignments() throws {
        var history = try post()
        try history.assign(1, from: "2020-02")
        refuses(.beginsAfterClosure(.assignment(1), of: .manager), rule: 27) {
            try history.record("post.abolished", "post/manager", occurred: "2020-01")
        }
    }

    @Test("Rule 36: boundary spans two")
    func boundarySpansTwo() throws {
        var history = try History.partnership()
        let one: [String: JSON] = ["boundarySpanning": true, "organisations": ["provide", "provide"]]
        let provide = Key.organisation("provide")
        refuses(.spansTooFew(.manager, [provide, provide]), rule: 36) { try history.define(with: one) }
        try history.define(with: ["boundarySpanning": true, "organisations": ["provide", "council"]])
    }

    @Test("Rule 37: nobody is their own deputy")
    func nobodyIsTheirOwnDeputy() throws {
        var history = try post()
        try history.assign(1, from: "2019-02", to: "2020-02")
        refuses(.ownDeputy(.person(1), .manager), rule: 37) {
            try history.assign(1, from: "2019-06", with: ["capacity": "deputy"])
        }
        try history.assign(2, from: "2019-06", with: ["capacity": "deputy"])
        refuses(.ownDeputy(.person(2), .manager), rule: 37) { try history.assign(2, from: "2020-03") }
        try history.assign(1, from: "2020-02", with: ["capacity": "deputy"])
    }

    @Test("Rule 38: seat holder from nominator")
    func seatHolderFromNominator() throws {
        var history = try History.partnership()
        try history.seat()
        #expect(try history.assign(1, "seat/member", from: "2019-02", to: "2019-06").entry.warnings == [])
        try history.record(
            "affiliation.changed",
            "person/P-0002",
            ["organisation": "council", "from": "2019-04"]
        )
        #expect(try history.assign(2, "seat/member", from: "2019-06", to: "2019-09").entry.warnings == [38])
        #expect(try history.assign(2, "seat/member", from: "2019-01", to: "2019-02").entry.warnings == [])
    }

    @Test("Rule 40: role stands until its end")
    func roleStandsUntilItsEnd() throws {
        var history = try post()
        try history.assign(1, from: "2019-02-01T00:00:00Z")
        try history.record("role.ended", "assignment/A-0001", ["to": "2020-02-01T00:00:00Z"])
        let state = history.state
        #expect(state.roleStands(.assignment(1), at: try justBefore("2019-02-01T00:00:00Z")) == .no)
        #expect(state.roleStands(.assignment(1), at: try asOf("2019-02-01T00:00:00Z")) == .yes)
        #expect(state.roleStands(.assignment(1), at: try justBefore("2020-02-01T00:00:00Z")) == .yes)
        #expect(state.roleStands(.assignment(1), at: try asOf("2020-02-01T00:00:00Z")) == .no)
        #expect(state.roleStands(.assignment(2), at: try asOf("2019")) == .no)
    }

    @Test func actsForHostFundersAndThoseItAnswersTo() throws {
        var history = try post(["host": "council", "accountableTo": ["trust", "council"]])
        try history.seat()
        try history.fund(from: "2019-02", to: "2020-02", shares: [("provide", 10_000)])
        try history.assign(1, from: "2019-02")
        try history.assign(1, "seat/member", from: "2019-02")
        func names(_ assignment: Int, _ date: String) throws -> [String] {
            history.state.organisations(actedForBy: .assignment(assignment), at: try asOf(date)).map(\.text)
        }
        #expect(try names(1, "2019-06") == ["council", "provide", "trust"])
        #expect(try names(1, "2020-06") == ["council", "trust"])
        #expect(try names(2, "2019-06") == ["provide"])
    }

    @Test func endsComeAfterBeginnings() throws {
        var history = try post()
        let validity = Validity(from: try EDTF("2020"), to: try EDTF("2019-06"))
        refuses(.endsBeforeItBegins(validity), rule: 211) {
            try history.assign(1, from: "2020", to: "2019-06")
        }
        #expect(try history.assign(1, from: "2020", to: "2020").entry.warnings == [211])
    }

    @Test func absencesLieWithinTheAssignment() throws {
        var history = try post()
        try history.assign(1, from: "2019-02", to: "2020-02")
        let subject = Subject(.assignment, .assignment(1))
        let life = Validity(from: try EDTF("2019-02"), to: try EDTF("2020-02"))
        refuses(.notThen(subject, try EDTF("2020-03"), life), rule: 211) {
            try history.record("role.absence.started", "assignment/A-0001", ["from": "2020-03"])
        }
        let away = try history.record("role.absence.started", "assignment/A-0001", ["from": "2019-05"])
        refuses(.alreadyAbsent(.assignment(1), since: away.entry.position), rule: 211) {
            try history.record("role.absence.started", "assignment/A-0001", ["from": "2019-06"])
        }
    }
}

extension History {
    /// A board with one seat of the provider, since 2018.
    fileprivate mutating func seat() throws {
        try record(
            "body.constituted",
            "body/board",
            ["title": "Board", "kind": "programmeBoard", "from": "2018-01-01T00:00:00Z"]
        )
        try record(
            "seat.created",
            "seat/member",
            [
                "body": "board", "organisation": "provide", "seatClass": "officer", "voting": true,
                "from": "2018-01-01T00:00:00Z",
            ]
        )
    }
}
