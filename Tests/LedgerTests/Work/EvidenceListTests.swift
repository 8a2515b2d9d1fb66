// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct EvidenceListTests {
    /// Evidence S1 of 2017, S2 of 2018 and S3 without a date; S1 supports D-0001 and S2 speaks against it.
    private static func history() throws -> History {
        var history = try History.withManager()
        for (key, dated) in [("S1", "2017"), ("S2", "2018"), ("S3", nil)] as [(String, String?)] {
            var data: [String: JSON] = ["title": .string(key), "kind": "research"]
            if let dated { data["dated"] = .string(dated) }
            try history.record("evidence.registered", "evidence/\(key)", .members(data))
        }
        try history.propose(["because": ["evidence/S2"]], tabled: "2019-02-01")
        try history.record(
            "evidence.linked",
            "decision/D-0001",
            ["evidence": "S1", "role": "supports"],
            occurred: "2019-03"
        )
        try history.record(
            "evidence.linked",
            "decision/D-0001",
            ["evidence": "S2", "role": "contradicts"],
            occurred: "2019-04"
        )
        return history
    }

    @Test func evidenceIsUsedUnusedOrContradicts() throws {
        let history = try Self.history()
        func keys(_ parameters: JSON, _ date: String = "2027") throws -> [String] {
            try history.work(ListEvidence.self, parameters, at: date).rows.map(\.key.text)
        }
        #expect(try keys([:]) == ["S1", "S2", "S3"])
        #expect(try keys([:], "2016") == [])
        #expect(try keys([:], "2017") == ["S1"])
        #expect(try keys(["unused": true]) == ["S3"])
        #expect(try keys(["unused": true], "2018") == ["S1", "S2"])
        #expect(try keys(["contradicting": true]) == ["S2"])
        #expect(try keys(["decision": "D-0001"], "2019-02") == ["S2"])
        let row = try #require(try history.work(ListEvidence.self, at: "2019").rows.last)
        #expect(row.decisions(.linked(.contradicts)) == ["D-0001"])
        #expect(row.decisions(.cited) == ["D-0001"])
        #expect(row.decisions(.linked(.supports)) == [])
        #expect(row.wasReliedOn == nil)
    }

    @Test func theLatestAppraisalCounts() throws {
        var history = try Self.history()
        for (strength, occurred) in [("strong", "2019-05"), ("weak", "2020-05")] {
            try history.record(
                "evidence.appraised",
                "evidence/S1",
                ["strength": .string(strength), "method": "checklist", "org": "provide"],
                occurred: occurred
            )
        }
        func strength(_ date: String) throws -> EvidenceStrength? {
            try history.work(ListEvidence.self, at: date).rows.first?.appraisal?.content.strength
        }
        #expect(try strength("2019-04") == nil)
        #expect(try strength("2019-05") == .strong)
        #expect(try strength("2020-05") == .weak)
    }

    @Test("Rule 211: evidence is retracted once, and not appraised afterwards")
    func retraction() throws {
        var history = try Self.history()
        try history.record("evidence.retracted", "evidence/S1", ["reason": "r"], occurred: "2020")
        try history.record("evidence.retracted", "evidence/S3", ["reason": "r"], occurred: "2020")
        let subject = Subject(.evidence, Key(unchecked: "S1"))
        #expect(throws: refused(.alreadyEnded(subject, try EDTF("2020")))) {
            try history.record("evidence.retracted", "evidence/S1", ["reason": "r"])
        }
        #expect(throws: refused(.alreadyEnded(subject, try EDTF("2020")))) {
            try history.record("evidence.appraised", "evidence/S1", ["strength": "weak"])
        }
        try history.record("evidence.appraised", "evidence/S1", ["strength": "weak"], occurred: "2019")
        let report = try history.work(ListEvidence.self, ["retracted": true], at: "2027")
        #expect(report.rows.map(\.key.text) == ["S1", "S3"])
        #expect(report.rows.map(\.wasReliedOn) == [.yes, .no])
        #expect(report.figures.last?.value == "1")
    }

    @Test("What was retracted in the year in which it was used was possibly relied on")
    func vagueRetraction() throws {
        var history = try Self.history()
        try history.record("evidence.retracted", "evidence/S1", ["reason": "r"], occurred: "2019")
        #expect(try history.work(ListEvidence.self, at: "2020").rows.first?.wasReliedOn == .possibly)
    }

    @Test func consentsRestOnTheirSources() throws {
        var history = try Self.history()
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "council", "revision": 1],
            occurred: "2019-05",
            sources: ["S3"]
        )
        let row = try #require(
            try history.work(ListEvidence.self, ["decision": "D-0001"], at: "2019").rows.last
        )
        #expect(row.key.text == "S3")
        #expect(row.decisions(.cited) == ["D-0001"])
    }
}
