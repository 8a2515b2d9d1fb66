// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PostViewTests {
    @Test func imprecisePostPossiblyExistsWithinItsBounds() throws {
        var history = try History.partnership()
        try history.record("proposal.tabled", "decision/", ["title": "Fund a manager"])
        try history.define(from: "2019-08/2019-09", with: ["decision": "D-0001"])
        func view(_ date: String) throws -> PostView {
            try #require(history.state.postView(.manager, validAt: asOf(date)))
        }
        #expect(try view("2019-07-31").existence == .no)
        #expect(try view("2019-07-31").summary == "Did not exist yet: agreed between 1 Aug and 30 Sep 2019.")
        #expect(try view("2019-08-15").existence == .possibly)
        #expect(try view("2019-08-15").summary == "Possibly existed: agreed between 1 Aug and 30 Sep 2019.")
        #expect(try view("2019-10-01").existence == .yes)
        #expect(
            try view("2019-10-01").summary == "Exists. Holder not recorded: no source dates an appointment."
        )
        #expect(try view("2019-10-01").vacancy == .unknown)
    }

    @Test func postWithoutDecisionBegan() throws {
        var history = try History.partnership()
        try history.define(from: "2019-08-05")
        let view = try #require(history.state.postView(.manager, validAt: asOf("2019-08-04")))
        #expect(view.summary == "Did not exist yet: began on 5 Aug 2019.")
        #expect(history.state.postView(.organisation("nobody"), validAt: try asOf("2019")) == nil)
    }

    @Test func abolitionEndsAssignmentsAndSaysSo() throws {
        var history = try History.partnership()
        try history.define()
        try history.assign(1, from: "2019-02-01T00:00:00Z")
        try history.record("post.abolished", "post/manager", occurred: "2020-03")
        let possibly = try #require(history.state.postView(.manager, validAt: asOf("2020-03-15")))
        #expect(
            possibly.summary == "Possibly existed: ended between 1 Mar and 31 Mar 2020. Held by possibly "
                + "P-0001 (substantive)."
        )
        let after = try #require(history.state.postView(.manager, validAt: asOf("2020-04-01")))
        #expect(after.summary == "No longer existed: ended between 1 Mar and 31 Mar 2020.")
        #expect(history.state.roleStands(.assignment(1), at: try asOf("2020-02-28")) == .yes)
        #expect(history.state.roleStands(.assignment(1), at: try asOf("2020-03-15")) == .possibly)
        #expect(history.state.roleStands(.assignment(1), at: try asOf("2020-04-01")) == .no)
    }

    @Test func handoverOnOneDayLeavesNoVacancy() throws {
        var history = try History.partnership()
        try history.define()
        try history.assign(1, from: "2019-02-01", to: "2020-06-01")
        let second = try history.assign(2, from: "2020-06-01")
        #expect(second.entry.warnings == [])
        let view = try #require(history.state.postView(.manager, validAt: asOf("2020-06-01T12:00:00Z")))
        #expect(view.vacancy == .no)
        #expect(view.holders.map(\.truth) == [.possibly, .possibly])
        #expect(
            !history.state.postBiography(.manager).contains { event in
                if case .vacant = event.kind { true } else { false }
            }
        )
    }

    @Test func whatDatesLeaveOpenIsPossiblyVacant() throws {
        var history = try History.partnership()
        try history.define()
        try history.assign(1, from: "2019-02-01", to: "2020-05")
        try history.assign(2, from: "2020-05-20")
        let view = try #require(history.state.postView(.manager, validAt: asOf("2020-05-10")))
        #expect(view.vacancy == .possibly)
        let until = try EDTF("2020-05-20")
        #expect(
            history.state.postBiography(.manager).contains { $0.kind == .vacant(until: until, .possibly) }
        )
    }

    @Test func actingCapacityIsNotTenure() throws {
        var history = try History.partnership()
        try history.define()
        try history.assign(1, from: "2019-02-01T00:00:00Z", with: ["capacity": "acting"])
        try history.record(
            "role.capacity.changed",
            "assignment/A-0001",
            ["capacity": "substantive", "from": "2019-07-01T00:00:00Z"]
        )
        func view(_ date: Timestamp) throws -> PostView {
            try #require(history.state.postView(.manager, validAt: date))
        }
        #expect(try view(justBefore("2019-07-01T00:00:00Z")).vacancy == .unknown)
        #expect(
            try view(justBefore("2019-07-01T00:00:00Z")).holders.first?.capacities.map(\.value) == [.acting]
        )
        #expect(try view(asOf("2019-07-01T00:00:00Z")).vacancy == .no)
        #expect(
            try view(asOf("2019-07-01T00:00:00Z")).holders.first?.capacities.map(\.value) == [.substantive]
        )
    }
}
