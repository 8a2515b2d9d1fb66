// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Questions about who holds what, and until when.
@Suite struct RoleInquiryTests {
    private func history() throws -> History {
        var history = try History.partnership()
        try history.define(with: ["host": "provide"])
        try history.define("analyst")
        try history.assign(1, from: "2019-03-01", to: "2020-03-01")
        try history.assign(2, "post/analyst", from: "2019-03-01", to: "2019-09-01")
        return history
    }

    @Test func whatEndsSoonIsVacantOrActing() throws {
        var history = try history()
        func needs(_ day: String, days: Int64? = nil) throws -> [String] {
            let asked: JSON = [:]
            return try history.ask(
                ListExpiringRoles.self,
                asked.with("days", days.map { .integer($0) }),
                at: day
            ).map { "\($0.role.key) \($0.need.rawValue) \($0.truth.rawValue)" }
        }
        #expect(try needs("2019-05-01") == [])
        #expect(try needs("2019-05-01", days: 365) == ["analyst ends yes", "manager ends yes"])
        #expect(try needs("2019-08-01") == ["analyst ends yes"])
        #expect(try needs("2019-10-01") == ["analyst vacant yes"])
        try history.assign(3, "post/analyst", from: "2019-11-01", with: ["capacity": "acting"])
        #expect(try needs("2019-12-01") == ["analyst vacant yes", "analyst acting yes"])
    }

    @Test func allThatAPersonHeld() throws {
        var history = try history()
        try history.record(
            "body.constituted",
            "body/board",
            ["title": "Board", "kind": "board"],
            occurred: "2018-01-01"
        )
        try history.seat("chief", "provide", occurred: "2018-02-01")
        try history.assign(1, "seat/chief", from: "2019-06-01", to: "2021-01-01")
        try history.record(
            "chair.appointed",
            "body/board",
            ["office": "chair", "holder": "seat/chief", "from": "2019-01-01"]
        )
        try history.record(
            "secondment.started",
            "secondment/",
            [
                "person": "P-0001", "fromOrganisation": "provide", "toOrganisation": "council",
                "from": "2020-01-01",
            ]
        )
        try history.record(
            "deputy.nominated",
            "seat/chief",
            ["deputy": "assignment/A-0002", "from": "2019-07-01"]
        )
        func held(_ person: String, _ day: String) throws -> [String] {
            try history.ask(GetRoleBiography.self, ["person": .string(person)], at: day)
                .map { "\($0.what) \($0.subject.key) \($0.truth.rawValue)" }
        }
        #expect(
            try held("P-0001", "2020-06-01") == [
                "affiliation provide yes", "substantive A-0001 no", "substantive A-0003 yes",
                "chair board yes", "secondment S-0001 yes",
            ]
        )
        #expect(try held("P-0001", "2019-04-01") == ["affiliation provide yes", "substantive A-0001 yes"])
        #expect(
            try held("P-0002", "2019-08-01") == [
                "affiliation provide yes", "substantive A-0002 yes", "seatDeputy chief yes",
            ]
        )
        let chair = try history.ask(GetRoleBiography.self, ["person": "P-0001"], at: "2022-01-01")
            .first { $0.what == "chair" }
        // With the office of the seat, only while they held the seat.
        #expect(chair?.validity == Validity(from: try EDTF("2019-06-01"), to: try EDTF("2021-01-01")))
        #expect(chair?.organisations == [try key("provide")])
    }
}
