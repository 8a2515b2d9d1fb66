// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct AsOfTests {
    @Test(arguments: [
        ("2019", "2019-12-31T23:59:59.999999Z"),
        ("2020-02", "2020-02-29T23:59:59.999999Z"),
        ("2019-08-15", "2019-08-15T23:59:59.999999Z"),
        ("2019-08-15T10:00:00Z", "2019-08-15T10:00:00.000000Z"),
        ("2019-08-15T10:00:00.25+01:00", "2019-08-15T09:00:00.250000Z"),
        ("0000", "0000-12-31T23:59:59.999999Z"),
        ("9999", "9999-12-31T23:59:59.999998Z"),
    ])
    func isTheEndOfWhatWasAskedFor(text: String, instant: String) throws {
        #expect(try AsOf(text).instant.description == instant)
    }

    @Test(arguments: [
        "2019-21", "201X", "20XX", "2019-XX", "2019-08-XX", "2019-XX-XX", "2019~", "2019-08?", "2019-08-15%",
        "2018/2019", "2018/..", "../2019",
    ])
    func refusesDatesWithoutOneEnd(text: String) {
        #expect(throws: EDTFError.notAnAsOf(text)) { try AsOf(text) }
    }

    @Test func refusesWhatIsNoDate() {
        #expect(throws: EDTFError.malformed("today")) { try AsOf("today") }
        #expect(throws: EDTFError.noSuchDate("2026-02-30")) { try AsOf("2026-02-30") }
    }

    @Test func takesAnInstantAsItIs() {
        #expect(AsOf(Timestamp(microseconds: 5)).instant == Timestamp(microseconds: 5))
    }
}
