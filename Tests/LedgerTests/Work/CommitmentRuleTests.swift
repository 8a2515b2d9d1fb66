// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct CommitmentRuleTests {
    private static let commitment = Subject(.commitment, Key(unchecked: "CM-0001"))

    @Test(
        "Rule 68: a commitment has an owner who holds the role",
        arguments: [
            (["title": "t", "owner": "A-0001"], "2020-06-30", []),
            (["title": "t", "owner": "A-0001"], "2020-07-01", [68]),
            // The role may not have ended yet when the date is vague.
            (["title": "t", "owner": "A-0001"], "2020", []),
            // Who is about to begin may be given something to do.
            (["title": "t", "owner": "A-0002"], "2020-06-01", []),
            (["title": "t", "org": "provide"], "2021", []),
            (["title": "t"], "2021", [68]),
        ] as [(JSON, String, [Int])]
    )
    func owners(data: JSON, occurred: String, warnings: [Int]) throws {
        var history = try History.withManager()
        let accepted = try history.record("commitment.assigned", "commitment/", data, occurred: occurred)
        #expect(accepted.entry.warnings == warnings)
    }

    @Test("Rule 68: a commitment is an orphan from when its owner's role ends until it passes to another")
    func orphans() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "Draft the job description", "owner": "A-0001"],
            occurred: "2020-03-01"
        )
        func orphaned(_ date: String) throws -> Truth? {
            try history.work(ListCommitments.self, at: date).rows.first?.orphaned
        }
        #expect(try orphaned("2020-02") == nil)
        #expect(try orphaned("2020-06-30") == .no)
        #expect(try orphaned("2020-07-01") == .yes)
        #expect(try history.work(ListCommitments.self, ["orphaned": true], at: "2020-06-30").rows.isEmpty)

        try history.record(
            "commitment.reassigned",
            "commitment/CM-0001",
            ["owner": "A-0002"],
            occurred: "2020-09"
        )
        #expect(try orphaned("2020-08-31") == .yes)
        #expect(try orphaned("2020-09-15") == .possibly)
        #expect(try orphaned("2020-09-30") == .no)

        // What was done before the role ended leaves no orphan.
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "owner": "A-0001"],
            occurred: "2020-03-01"
        )
        try history.record("commitment.completed", "commitment/CM-0002", occurred: "2020-06-15")
        let done = try history.work(ListCommitments.self, ["all": true], at: "2020-08-31").rows.last
        #expect(done?.key.text == "CM-0002")
        #expect(done?.orphaned == .no)
    }

    @Test("Rule 68: what passes to nobody, or to an owner whose role has ended, is warned of")
    func reassigning() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide"],
            occurred: "2020"
        )
        for (data, warnings) in [
            (["reason": "nobody has time"], [68]), (["owner": "A-0001"], [68]), (["owner": "A-0002"], []),
            (["org": "council"], []),
        ] as [(JSON, [Int])] {
            let accepted = try history.record("commitment.reassigned", "commitment/CM-0001", data)
            #expect(accepted.entry.warnings == warnings)
        }
    }

    @Test(
        "Rule 211: what has ended neither goes on nor ends again, but what happened before may be recorded late"
    )
    func ending() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide"],
            occurred: "2020-02"
        )
        #expect(throws: refused(.beforeItBegan(Self.commitment, try EDTF("2020-02")))) {
            try history.record("commitment.completed", "commitment/CM-0001", occurred: "2020-01")
        }
        try history.record("commitment.progressed", "commitment/CM-0001", ["note": "n"], occurred: "2020-04")
        #expect(throws: refused(.wentOn(Self.commitment, try EDTF("2020-04")))) {
            try history.record(
                "commitment.cancelled",
                "commitment/CM-0001",
                ["reason": "r"],
                occurred: "2020-03"
            )
        }
        try history.record("commitment.completed", "commitment/CM-0001", occurred: "2020-05")
        #expect(throws: refused(.alreadyEnded(Self.commitment, try EDTF("2020-05")))) {
            try history.record("commitment.cancelled", "commitment/CM-0001", ["reason": "r"])
        }
        #expect(throws: refused(.alreadyEnded(Self.commitment, try EDTF("2020-05")))) {
            try history.record("commitment.rescheduled", "commitment/CM-0001", ["due": "2021"])
        }
        try history.record(
            "commitment.progressed",
            "commitment/CM-0001",
            ["note": "late", "percent": 80],
            occurred: "2020-05"
        )
        #expect(history.state.commitment(Self.commitment.key)?.progress.count == 2)
    }

    @Test("Rule 211: an end that overtakes a plan is accepted")
    func plans() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide"],
            occurred: "2020-02"
        )
        try history.record(
            "commitment.reassigned",
            "commitment/CM-0001",
            ["org": "council"],
            occurred: "2031",
            basis: "planned"
        )
        try history.record("commitment.completed", "commitment/CM-0001")
        #expect(history.state.commitment(Self.commitment.key)?.ending?.word == "completed")
    }
}
