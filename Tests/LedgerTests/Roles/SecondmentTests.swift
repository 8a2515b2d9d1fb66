// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct SecondmentTests {
    private let data: JSON = [
        "person": "P-0001", "fromOrganisation": "provide", "toOrganisation": "council",
        "purpose": "Evaluation", "funder": "trust", "from": "2019-02", "to": "2019-08",
    ]

    @Test func secondmentIsExtendedAndEnds() throws {
        var history = try History.partnership()
        try history.record("secondment.started", "secondment/", data)
        let key = Key.organisation("S-0001")
        let sooner = Refusal.roles(.notLonger(key, try EDTF("2019-06")))
        #expect(throws: Rejection.refused(sooner)) {
            try history.record("secondment.extended", "secondment/S-0001", ["to": "2019-06"])
        }
        try history.record("secondment.extended", "secondment/S-0001", ["to": "2020-02"])
        #expect(history.state.secondment(key)?.validity.holds(at: try asOf("2019-12")) == .yes)
        try history.record("secondment.ended", "secondment/S-0001", ["reason": "Done"], occurred: "2019-11")
        #expect(history.state.secondment(key)?.validity.holds(at: try asOf("2019-12")) == .no)
        let ended = RolesRefusal.alreadyEnded(Subject(.secondment, key), by: history.state.size - 1)
        #expect(throws: Rejection.refused(.roles(ended))) {
            try history.record("secondment.ended", "secondment/S-0001", [:], occurred: "2019-12")
        }
    }

    @Test("Rule 220: secondment is between two")
    func secondmentIsBetweenTwo() throws {
        var history = try History.partnership()
        let refusal = Refusal.roles(.secondmentToItself(.organisation("provide")))
        #expect(refusal.rule.rawValue == 220)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "secondment.started",
                "secondment/",
                ["person": "P-0001", "fromOrganisation": "provide", "toOrganisation": "provide"]
            )
        }
    }
}
