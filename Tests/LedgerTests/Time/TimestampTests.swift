// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct TimestampTests {
    /// Values computed with another implementation (Python's `datetime`), and the bounds of the range.
    @Test(arguments: [
        ("1970-01-01T00:00:00.000000Z", 0),
        ("1969-12-31T23:59:59.999999Z", -1),
        ("2000-02-29T12:34:56.789012Z", 951_827_696_789_012),
        ("2026-11-21T10:02:03.000004Z", 1_795_255_323_000_004),
        ("1900-03-01T00:00:00.000000Z", -2_203_891_200_000_000),
        ("0001-01-01T00:00:00.000000Z", -62_135_596_800_000_000),
        ("0000-01-01T00:00:00.000000Z", -62_167_219_200_000_000),
        ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
    ])
    func readsAndWrites(text: String, microseconds: Int64) {
        #expect(Timestamp(text)?.microseconds == microseconds)
        #expect(Timestamp(microseconds: microseconds).description == text)
    }

    @Test(arguments: [
        "", "2026-11-21", "2026-11-21T10:02:03Z", "2026-11-21T10:02:03.00000Z",
        "2026-11-21T10:02:03.0000000Z",
        "2026-11-21t10:02:03.000000Z", "2026-11-21T10:02:03.000000z", "2026-11-21 10:02:03.000000Z",
        "2026-11-21T10:02:03,000000Z", "2026-11-21T10:02:03.000000+", "2026/11/21T10:02:03.000000Z",
        "2026-11-21T10-02-03.000000Z", " 026-11-21T10:02:03.000000Z", "+026-11-21T10:02:03.000000Z",
        "2026-02-30T10:02:03.000000Z", "2026-02-29T10:02:03.000000Z", "2100-02-29T10:02:03.000000Z",
        "2026-00-21T10:02:03.000000Z", "2026-13-21T10:02:03.000000Z", "2026-11-00T10:02:03.000000Z",
        "2026-11-31T10:02:03.000000Z", "2026-11-21T24:00:00.000000Z", "2026-11-21T10:60:00.000000Z",
        "2026-12-31T23:59:60.000000Z", "2026-11-21T10:02:03.00000\u{e9}", "2026-11-21T10:02:03.000000Z ",
        "\u{0662}026-11-21T10:02:03.00000Z",
    ])
    func refuses(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test(arguments: 0..<200)
    func writesWhatItReads(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let range = Timestamp.distantPast.microseconds...Timestamp.distantFuture.microseconds
            let one = Timestamp(microseconds: .random(in: range, using: &random))
            let other = Timestamp(microseconds: .random(in: range, using: &random))
            #expect(Timestamp(one.description) == one)
            #expect((one < other) == (one.description < other.description))
            #expect(one.description.utf8.count == 27)
        }
    }

    /// A calendar that only knows the next day, over leap years, centuries and the ends of the range.
    @Test(arguments: [0, 396, 1599, 1899, 1967, 1999, 2023, 2099, 2399, 9996])
    func agreesWithACalendarKeptByHand(firstYear: Int) throws {
        func padded(_ number: Int, _ digits: Int) -> String {
            String(repeating: "0", count: digits - "\(number)".count) + "\(number)"
        }
        func midnight(_ year: Int, _ month: Int, _ day: Int) -> String {
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T00:00:00.000000Z"
        }
        var microseconds = try #require(Timestamp(midnight(firstYear, 1, 1))).microseconds
        for year in firstYear..<firstYear + 4 {
            let isLeap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
            for (index, days) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in 1...days {
                    let text = midnight(year, index + 1, day)
                    #expect(Timestamp(text)?.microseconds == microseconds)
                    #expect(Timestamp(microseconds: microseconds).description == text)
                    microseconds += 86_400_000_000
                }
                #expect(Timestamp(midnight(year, index + 1, days + 1)) == nil)
            }
        }
    }

    @Test func saturatesAtTheEndsOfTime() {
        #expect(Timestamp(microseconds: .max) == .distantFuture)
        #expect(Timestamp(microseconds: .min) == .distantPast)
        #expect(Timestamp.distantFuture.advanced(byMicroseconds: 1) == .distantFuture)
        #expect(Timestamp.distantFuture.advanced(byMicroseconds: .max) == .distantFuture)
        #expect(Timestamp.distantPast.advanced(byMicroseconds: .min) == .distantPast)
        #expect(Timestamp(microseconds: 5).advanced(byMicroseconds: -6) == Timestamp(microseconds: -1))
        #expect(Timestamp.distantPast.description == "0000-01-01T00:00:00.000000Z")
        #expect(Timestamp.distantFuture.description == "9999-12-31T23:59:59.999999Z")
    }
}
