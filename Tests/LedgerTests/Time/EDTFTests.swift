// SPDX-License-Identifier: Apache-2.0

import Ledger
import Testing

struct EDTFTests {
    /// The first and, exclusive, last instant of each form, to the second; nil for an open end.
    @Test(
        arguments: [
            ("2019", "2019-01-01T00:00:00", "2020-01-01T00:00:00"),
            ("0000", "0000-01-01T00:00:00", "0001-01-01T00:00:00"),
            ("2019-08", "2019-08-01T00:00:00", "2019-09-01T00:00:00"),
            ("2019-12", "2019-12-01T00:00:00", "2020-01-01T00:00:00"),
            ("2020-02", "2020-02-01T00:00:00", "2020-03-01T00:00:00"),
            ("2019-08-15", "2019-08-15T00:00:00", "2019-08-16T00:00:00"),
            ("2020-02-29", "2020-02-29T00:00:00", "2020-03-01T00:00:00"),
            ("2019-12-31", "2019-12-31T00:00:00", "2020-01-01T00:00:00"),
            ("2019-21", "2019-03-01T00:00:00", "2019-06-01T00:00:00"),
            ("2019-22", "2019-06-01T00:00:00", "2019-09-01T00:00:00"),
            ("2019-23", "2019-09-01T00:00:00", "2019-12-01T00:00:00"),
            ("2019-24", "2019-12-01T00:00:00", "2020-03-01T00:00:00"),
            ("201X", "2010-01-01T00:00:00", "2020-01-01T00:00:00"),
            ("20XX", "2000-01-01T00:00:00", "2100-01-01T00:00:00"),
            ("2019-XX", "2019-01-01T00:00:00", "2020-01-01T00:00:00"),
            ("2019-XX-XX", "2019-01-01T00:00:00", "2020-01-01T00:00:00"),
            ("2020-02-XX", "2020-02-01T00:00:00", "2020-03-01T00:00:00"),
            ("2019-08/2019-09", "2019-08-01T00:00:00", "2019-10-01T00:00:00"),
            ("2016/2017", "2016-01-01T00:00:00", "2018-01-01T00:00:00"),
            ("2019-08/2019", "2019-08-01T00:00:00", "2020-01-01T00:00:00"),
            ("2019-08-15/2019-08-15", "2019-08-15T00:00:00", "2019-08-16T00:00:00"),
            ("2019-21/2019-24", "2019-03-01T00:00:00", "2020-03-01T00:00:00"),
            ("2019-05/..", "2019-05-01T00:00:00", nil),
            ("../2018-03", nil, "2018-04-01T00:00:00"),
            ("2019-08-15T10:00:00+01:00/2019-08-16", "2019-08-15T09:00:00", "2019-08-17T00:00:00"),
        ] as [(String, String?, String?)]
    )
    func bounds(text: String, earliest: String?, latest: String?) throws {
        let edtf = try EDTF(text)
        #expect(edtf.text == text && edtf.description == text)
        #expect(edtf.bounds.earliest?.description == earliest.map { $0 + ".000000Z" })
        #expect(edtf.bounds.latest?.description == latest.map { $0 + ".000000Z" })
    }

    @Test(arguments: [
        ("2019-08-15T10:00:00Z", "2019-08-15T10:00:00.000000Z"),
        ("2019-08-15T10:00:00+01:00", "2019-08-15T09:00:00.000000Z"),
        ("2019-08-15T00:30:00+01:00", "2019-08-14T23:30:00.000000Z"),
        ("2019-12-31T23:59:59.5-05:30", "2020-01-01T05:29:59.500000Z"),
        ("2019-08-15T10:00:00.000001Z", "2019-08-15T10:00:00.000001Z"),
        ("2019-08-15T10:00:00.12Z", "2019-08-15T10:00:00.120000Z"),
        ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000000Z"),
        ("9999-12-31T23:59:59.999998Z", "9999-12-31T23:59:59.999998Z"),
    ])
    func instants(text: String, instant: String) throws {
        let bounds = try EDTF(text).bounds
        #expect(bounds.earliest?.description == instant)
        #expect(bounds.last == bounds.earliest)
    }

    @Test func timeEndsWithYear9999() throws {
        for text in ["9999", "9999-12", "9999-12-31", "9999-24", "999X", "99XX", "2019/9999"] {
            #expect(try EDTF(text).bounds.latest == .distantFuture)
        }
    }

    @Test(arguments: [
        ("2019~", true, false), ("2019?", false, true), ("2019%", true, true), ("2019", false, false),
        ("2019-21~/2019-08", true, false), ("2019-05/2019-08-15?", false, true), ("2019~/2020?", true, true),
        ("2019~/..", true, false), ("../2019%", true, true), ("201X?", false, true),
    ])
    func qualifiersNeverWiden(text: String, isApproximate: Bool, isUncertain: Bool) throws {
        let edtf = try EDTF(text)
        #expect(edtf.isApproximate == isApproximate)
        #expect(edtf.isUncertain == isUncertain)
        #expect(edtf.bounds == (try EDTF(text.filter { !"~?%".contains($0) })).bounds)
    }

    @Test(arguments: [
        "", " ", "soon", "15/08/2019", "2019-8-15", "20190815", "2019-08-15 ", " 2019", "19", "02019",
        "-2019",
        "+2019", "Y2019", "201x", "2XXX", "XXXX", "20X9", "2019-XX-15", "2019-X1", "2019-0X", "2019-08-1X",
        "2019-",
        "2019/", "/2019", "/", "..", "2019..", "2019/2020/2021", "2019-05/...", "~", "~2019", "2019~?",
        "2019-?08",
        "2019-08~-15", "2019 /2020", "2019-08-15t10:00:00Z", "2019-08-15T", "2019\u{2013}2020",
        "\u{0662}\u{0660}\u{0661}\u{0669}", "2019\n", "2019-08-15\0", "today", "[2019,2020]", "{2019}",
        "2019-W33", "2019-227",
    ])
    func refusesOtherForms(text: String) {
        #expect(throws: text.contains("T") ? .malformedInstant(text) : EDTFError.malformed(text)) {
            try EDTF(text)
        }
    }

    @Test(arguments: [
        "2019-08-15T10:00Z", "2019-08-15T10:00:00", "2019-08-15T10:00:00z", "2019-08-15T10:00:00+0100",
        "2019-08-15T10:00:00+01", "2019-08-15T10:00:00.Z", "2019-08-15T10:00:00.1234567Z",
        "2019-08-15T10:00:00,5Z", "2019-08-15T10:00:00Z+01:00", "2019-08-15T10:00:00 Z",
        "2019-08-15T1:00:00Z",
    ])
    func refusesMisspeltInstants(text: String) {
        #expect(throws: EDTFError.malformedInstant(text)) { try EDTF(text) }
    }

    @Test(arguments: [
        ("2026-02-30", EDTFError.noSuchDate("2026-02-30")),
        ("2026-02-29", .noSuchDate("2026-02-29")),
        ("1900-02-29", .noSuchDate("1900-02-29")),
        ("2026-00", .noSuchDate("2026-00")),
        ("2026-13", .noSuchDate("2026-13")),
        ("2026-20", .noSuchDate("2026-20")),
        ("2026-25", .noSuchDate("2026-25")),
        ("2026-13-01", .noSuchDate("2026-13-01")),
        ("2026-21-01", .noSuchDate("2026-21-01")),
        ("2026-13-XX", .noSuchDate("2026-13-XX")),
        ("2026-11-00", .noSuchDate("2026-11-00")),
        ("2019/2026-02-30", .noSuchDate("2019/2026-02-30")),
        ("2026-02-30T10:00:00Z", .noSuchDate("2026-02-30T10:00:00Z")),
        ("2026-02-01T24:00:00Z", .noSuchTime("2026-02-01T24:00:00Z")),
        ("2026-12-31T23:59:60Z", .noSuchTime("2026-12-31T23:59:60Z")),
        ("2026-02-01T10:00:00+24:00", .noSuchTime("2026-02-01T10:00:00+24:00")),
        ("2026-02-01T10:00:00+01:60", .noSuchTime("2026-02-01T10:00:00+01:60")),
        ("0000-01-01T00:00:00+00:01", .outOfRange("0000-01-01T00:00:00+00:01")),
        ("9999-12-31T23:59:59-00:01", .outOfRange("9999-12-31T23:59:59-00:01")),
        ("9999-12-31T23:59:59.999999Z", .outOfRange("9999-12-31T23:59:59.999999Z")),
        ("2026-02-01T10:00:00Z~", .qualifiedInstant("2026-02-01T10:00:00Z~")),
        ("2019-08/2019-05", .endsBeforeStart("2019-08/2019-05")),
        ("2019/2018-12-31", .endsBeforeStart("2019/2018-12-31")),
        (
            "2019-08-15T10:00:00Z/2019-08-15T09:59:59Z",
            .endsBeforeStart("2019-08-15T10:00:00Z/2019-08-15T09:59:59Z")
        ),
        ("../..", .openAtBothEnds),
        (String(repeating: "2", count: 66), .tooLong(bytes: 66)),
        (String(repeating: "2", count: 65), .malformed(String(repeating: "2", count: 65))),
    ])
    func refuses(text: String, error: EDTFError) {
        #expect(throws: error) { try EDTF(text) }
    }

    @Test(arguments: [
        EDTFError.tooLong(bytes: 66), .malformed(""), .malformedInstant(""), .noSuchDate(""), .noSuchTime(""),
        .outOfRange(""), .qualifiedInstant(""), .endsBeforeStart(""), .openAtBothEnds, .notAnAsOf(""),
    ])
    func messagesShowWhatIsAccepted(error: EDTFError) throws {
        let advice = try #require(error.description.firstRange(of: ": ")).upperBound
        let words = error.description[advice...].split { " ,".contains($0) }
        #expect(words.contains { $0.count >= 10 && (try? EDTF(String($0))) != nil }, "\(error)")
    }

    @Test func messagesEscapeWhatTheyQuote() {
        #expect(
            EDTFError.malformed("a\n\u{1b}[31m\u{202e}").description.hasPrefix(
                #""a\n\u{1B}[31m\u{202E}" is"#
            )
        )
    }

    @Test func theLongestTextIsAccepted() throws {
        let text = "2019-08-15T10:00:00.123456+01:00/2019-08-15T10:00:00.123456+01:00"
        #expect(text.utf8.count == EDTF.maximumBytes)
        #expect(try EDTF(text).bounds == EDTF("2019-08-15T09:00:00.123456Z").bounds)
    }

    @Test func equalIsTheSameText() throws {
        #expect(try EDTF("2019") == EDTF("2019"))
        #expect(try EDTF("2019") != EDTF("2019-01/2019-12"))
        #expect(try EDTF("2019").bounds == EDTF("2019-01/2019-12").bounds)
        #expect(try Set([EDTF("2019"), EDTF("2019"), EDTF("2019~")]).count == 2)
    }

    @Test func instantsOfTheClock() throws {
        let t = try #require(Timestamp("2026-11-21T10:02:03.000004Z"))
        #expect(EDTF.instant(t) == (try EDTF("2026-11-21T10:02:03.000004Z")))
        #expect(EDTF.instant(t).bounds == Bounds(instant: t))
        #expect(try EDTF(EDTF.instant(.distantFuture).text).bounds == EDTF.instant(.distantFuture).bounds)
    }
}
