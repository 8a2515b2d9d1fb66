// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct AgreementTests {
    private let agreement = Key(unchecked: "AG-0001")
    private let trust = Key(unchecked: "trust")
    private let council = Key(unchecked: "council")

    private func refused(_ reason: GovernanceRefusal, _ rule: Int) -> Rejection {
        #expect(reason.rule.rawValue == rule)
        #expect(!reason.message.isEmpty)
        return .refused(.governance(reason))
    }

    @Test("Rule 16: an agreement is in force once every party has signed it, and within its time")
    func inForce() throws {
        var history = try History.under(nil)
        try history.agree()
        func force(_ day: String) throws -> Truth? {
            history.state.agreement(agreement)?.isInForce(at: try noon(day))
        }
        #expect(try force("2019-05-01") == .no)
        #expect(try history.sign("trust").entry.warnings == [])
        #expect(try force("2019-05-01") == .no)
        // Signed late, it holds from then on, and the late signature is warned of.
        #expect(try history.sign("council", on: "2019-05").entry.warnings == [16])
        #expect(try force("2019-04-30") == .no)
        #expect(try force("2019-05-10") == .possibly)
        #expect(try force("2019-06-01") == .yes)
        #expect(try force("2019-03-25") == .no)
    }

    @Test("Rule 16: what rests on an agreement waits for the signatures")
    func whatRestsOnIt() throws {
        var history = try History.under(nil)
        try history.agree()
        try history.sign("trust")
        let delegation: JSON = [
            "function": "Assess", "organisation": "council", "holder": "body/board",
            "agreement": "AG-0001", "from": "2019-05-01",
        ]
        try history.record(
            "body.constituted",
            "body/board",
            ["title": "Board", "kind": "board"],
            occurred: "2018"
        )
        let unsigned = refused(.notInForce(agreement, unsigned: [council]), 16)
        for (type, data) in [
            ("agreement.varied", ["note": "more"]), ("agreement.reviewed", ["outcome": "keep"]),
        ] as [(String, JSON)] {
            #expect(throws: unsigned) {
                try history.record(type, "agreement/AG-0001", data, occurred: "2019-05-01")
            }
        }
        #expect(throws: unsigned) { try history.record("function.delegated", "delegation/", delegation) }
        try history.sign("council")
        #expect(try history.record("function.delegated", "delegation/", delegation).entry.warnings == [])
        // Whether it was in force on a day within the month of its beginning is left open.
        #expect(
            try history.record("agreement.varied", "agreement/AG-0001", ["note": "more"]).entry.warnings == []
        )
    }

    @Test("Rule 16: only parties sign, each once, and a report names its source")
    func signatures() throws {
        var history = try History.under(nil)
        #expect(throws: refused(.needsTwoParties(agreement), 16)) {
            try history.agree(parties: ["trust", "trust"])
        }
        try history.agree()
        #expect(throws: refused(.notParty(agreement, try key("provide")), 16)) { try history.sign("provide") }
        #expect(throws: Rejection.refused(.decision(.reportWithoutSource(trust, recordedFor: nil)))) {
            try history.record("agreement.signed", "agreement/AG-0001", ["org": "trust"])
        }
        try history.record("evidence.registered", "evidence/deed", ["title": "Deed", "kind": "agreement"])
        try history.record("agreement.signed", "agreement/AG-0001", ["org": "trust"], sources: ["deed"])
        #expect(history.state.agreement(agreement)?.signatures.map(\.mode) == [.reported])
        #expect(throws: refused(.alreadySigned(agreement, trust), 211)) { try history.sign("trust") }
    }

    @Test("Rule 17: an agreement under section 75 has every clause, or a warning; other forms need none")
    func clauses() throws {
        var history = try History.under(nil)
        let some = Array(History.clauses.dropFirst(2))
        #expect(try history.agree(clauses: some).entry.warnings == [17])
        #expect(history.state.agreement(agreement)?.missingClauses == ["aims", "contributions"])
        #expect(try history.agree().entry.warnings == [])
        #expect(try history.agree(with: ["pooledFund": true]).entry.warnings == [17])
        #expect(try history.agree("memorandum", clauses: []).entry.warnings == [])
    }

    @Test("Rule 17: where the profile binds, what lacks a clause is refused and the clause is named")
    func clausesUnderProfile() throws {
        var history = try History.under("s75")
        #expect(throws: refused(.clausesMissing(agreement, ["aims"]), 17)) {
            try history.agree(clauses: Array(History.clauses.dropFirst()))
        }
        #expect(try history.agree("contractual", clauses: []).entry.warnings == [])
        #expect(try history.agree().entry.warnings == [])
    }

    @Test("Rule 17: a variation adds the clause that was missing")
    func variation() throws {
        var history = try History.under(nil)
        try history.agree(clauses: Array(History.clauses.dropFirst()))
        try history.sign("trust")
        try history.sign("council")
        let without = try history.record("agreement.varied", "agreement/AG-0001", ["note": "x"])
        #expect(without.entry.warnings == [17])
        let with = try history.record("agreement.varied", "agreement/AG-0001", ["note": "x", "aims": "y"])
        #expect(with.entry.warnings == [])
        #expect(history.state.agreement(agreement)?.clauses.aims == .plain("y"))
        #expect(history.state.agreement(agreement)?.variations.count == 2)
    }

    @Test("Rule 18: a section 75 agreement has an NHS body and a local authority among its parties")
    func parties() throws {
        var history = try History.under(nil)
        #expect(try history.agree(parties: ["provide", "council"]).entry.warnings == [18])
        #expect(try history.agree("other", parties: ["provide", "council"]).entry.warnings == [])
        var bound = try History.under("s75")
        #expect(throws: refused(.section75Lacks(agreement, nhsBody: true, authority: false), 18)) {
            try bound.agree(parties: ["provide", "council"])
        }
        #expect(throws: refused(.section75Lacks(agreement, nhsBody: false, authority: true), 18)) {
            try bound.agree(parties: ["provide", "trust"])
        }
        // A provider may be an NHS body: the register does not say.
        try bound.register("hospital", kind: "provider")
        #expect(try bound.agree(parties: ["hospital", "council"]).entry.warnings == [18])
        #expect(try bound.agree().entry.warnings == [])
    }

    @Test("Rule 21: a review is overdue once its date has passed, until the agreement is reviewed or ends")
    func reviews() throws {
        var history = try History.under(nil)
        try history.agree(with: ["reviewOn": "2020-04"])
        for party in ["trust", "council"] { try history.sign(party) }
        func overdue(_ day: String) throws -> Truth? {
            history.state.agreement(agreement)?.reviewIsOverdue(at: try noon(day))
        }
        #expect(try overdue("2020-03-31") == .no)
        #expect(try overdue("2020-04-15") == .possibly)
        #expect(try overdue("2020-05-01") == .yes)
        try history.record(
            "agreement.reviewed",
            "agreement/AG-0001",
            ["outcome": "keep", "reviewOn": "2021-04-01"],
            occurred: "2020-05-02"
        )
        #expect(try overdue("2020-05-03") == .no)
        #expect(try overdue("2021-05-01") == .yes)
        try history.record(
            "agreement.terminated",
            "agreement/AG-0001",
            ["reason": "Merged", "notice": "2020-10-01", "to": "2021-03-31"],
            occurred: "2020-10-01"
        )
        #expect(try overdue("2021-05-01") == .no)
    }

    @Test func anAgreementIsTerminatedOnce() throws {
        var history = try History.under(nil)
        try history.agree()
        for party in ["trust", "council"] { try history.sign(party) }
        let late: JSON = ["reason": "x", "notice": "2020-02-01", "to": "2020-01-01"]
        #expect(throws: refused(.noticeAfterEnd(agreement, try EDTF("2020-01-01")), 211)) {
            try history.record("agreement.terminated", "agreement/AG-0001", late, occurred: "2020-02-01")
        }
        try history.record(
            "agreement.terminated",
            "agreement/AG-0001",
            ["reason": "x"],
            occurred: "2020-02-01"
        )
        let ended = refused(.agreementTerminated(agreement), 211)
        for (type, data) in [
            ("agreement.terminated", ["reason": "x"]), ("agreement.varied", ["note": "x"]),
        ] as [(String, JSON)] {
            #expect(throws: ended) { try history.record(type, "agreement/AG-0001", data) }
        }
        // What was varied before the end may be recorded after it.
        try history.record("agreement.varied", "agreement/AG-0001", ["note": "x"], occurred: "2019-06-01")
        #expect(history.state.title(of: Subject(.agreement, agreement)) == .plain("Agreement"))
    }
}
