// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct VentureTests {
    @Test("Rule 212: a ledger is for one venture")
    func aLedgerIsForOneVenture() throws {
        var history = try History.ofVenture()
        let refusal = Refusal.governance(.anotherVenture(try key("integrated-care")))
        #expect(refusal.rule.rawValue == 212)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "venture.established",
                "venture/second",
                ["title": "B", "form": "contractual"]
            )
        }
    }

    @Test func aVentureIsOpenBeforeItIsEstablishedAndUntilItIsClosed() throws {
        var history = try History()
        #expect(history.state.ventureIsOpen(at: try noon("2013-01-01")) == .yes)
        #expect(history.state.venture(validAt: try noon("2013-01-01")) == nil)
        history = try History.ofVenture()
        #expect(history.state.ventureIsOpen(at: try noon("2013-01-01")) == .yes)
        try history.record(
            "venture.closed",
            "venture/integrated-care",
            ["reason": "Done"],
            occurred: "2022-03"
        )
        #expect(history.state.ventureIsOpen(at: try noon("2022-02-28")) == .yes)
        #expect(history.state.ventureIsOpen(at: try noon("2022-03-15")) == .possibly)
        #expect(history.state.ventureIsOpen(at: try noon("2022-04-01")) == .no)
        let view = try #require(history.state.venture(validAt: try noon("2022-04-01")))
        #expect(view.truth == .no)
        #expect(view.closingReason == .plain("Done"))
        #expect(history.state.venture(validAt: try noon("2020-01-01"))?.closingReason == nil)
    }

    private static let beginnings: [(String, String, JSON)] = [
        ("partner.joined", "partner/trust", ["right": "required"]),
        ("partner.invited", "partner/trust", [:]),
        ("body.constituted", "body/late", ["title": "Late", "kind": "board"]),
        ("seat.created", "seat/late", ["body": "board", "organisation": "provide", "seatClass": "member"]),
        ("initiative.started", "initiative/late", ["title": "Late"]),
        (
            "function.delegated", "delegation/",
            ["function": "Buying", "organisation": "provide", "holder": "body/board"]
        ),
    ]

    @Test("Rule 209: nothing begins once the venture is closed", arguments: beginnings)
    func nothingBeginsOnceTheVentureIsClosed(name: String, subject: String, data: JSON) throws {
        var history = try History.ofVenture()
        try history.record(
            "venture.closed",
            "venture/integrated-care",
            ["reason": "Done"],
            occurred: "2022-03"
        )
        let refusal = Refusal.governance(.ventureClosed(try key("integrated-care")))
        #expect(refusal.rule.rawValue == 209)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(name, subject, data, occurred: "2022-04-01")
        }
        let doubtful = try history.record(name, subject, data, occurred: "2022-03-15")
        #expect(doubtful.entry.warnings == [209])
    }

    @Test("Rule 209: what began before the end may be recorded after it")
    func whatBeganBeforeTheEndMayBeRecordedAfterIt() throws {
        var history = try History.ofVenture()
        try history.record(
            "venture.closed",
            "venture/integrated-care",
            ["reason": "Done"],
            occurred: "2022-03"
        )
        let accepted = try history.record(
            "partner.joined",
            "partner/trust",
            ["right": "informed", "from": "2019", "to": "2021"]
        )
        #expect(accepted.entry.warnings == [])
        #expect(
            history.state.partners(at: try noon("2020-06-01")).map(\.organisation.text)
                == ["council", "provide", "trust"]
        )
    }

    @Test("Rule 209: what precedes the venture may be recorded")
    func whatPrecedesTheVentureMayBeRecorded() throws {
        var history = try History.ofVenture()
        let accepted = try history.record(
            "body.constituted",
            "body/committee",
            ["title": "Committee", "kind": "committee"],
            occurred: "2013"
        )
        #expect(accepted.entry.warnings == [])
        #expect(history.state.bodies(validAt: try noon("2014-01-01")).map(\.key.text) == ["committee"])
    }

    @Test func aVentureIsClosedOnce() throws {
        var history = try History.ofVenture()
        #expect(
            throws: Rejection.refused(
                .governance(.endsBeforeItBegins(Subject(.venture, try key("integrated-care"))))
            )
        ) {
            try history.record(
                "venture.closed",
                "venture/integrated-care",
                ["reason": "x"],
                occurred: "2017"
            )
        }
        try history.record(
            "venture.closed",
            "venture/integrated-care",
            ["reason": "Done"],
            occurred: "2022"
        )
        #expect(throws: Rejection.refused(.governance(.ventureClosed(try key("integrated-care"))))) {
            try history.record("venture.closed", "venture/integrated-care", ["reason": "Again"])
        }
        #expect(throws: Rejection.refused(.governance(.ventureClosed(try key("integrated-care"))))) {
            try history.record("venture.renamed", "venture/integrated-care", ["title": "New"])
        }
    }

    @Test func aNameHoldsFromItsDateInWhateverOrderTheyAreRecorded() throws {
        var history = try History.ofVenture()
        for (name, date) in [("Third", "2021"), ("Second", "2019")] {
            try history.record(
                "venture.renamed",
                "venture/integrated-care",
                ["title": .string(name)],
                occurred: date
            )
        }
        func name(_ day: String) throws -> Text? {
            history.state.venture(validAt: try noon(day))?.name
        }
        #expect(try name("2010-01-01") == .plain("Integrated care"))
        #expect(try name("2020-01-01") == .plain("Second"))
        #expect(try name("2022-01-01") == .plain("Third"))
        // In the year in which it changed the earlier name is the last that is certain.
        #expect(try name("2021-06-01") == .plain("Second"))
        let names = history.state.venture(validAt: try noon("2022-01-01"))?.names
        #expect(
            names == [
                NamePeriod(
                    name: .plain("Integrated care"),
                    validity: Validity(to: try EDTF("2019"))
                ),
                NamePeriod(
                    name: .plain("Second"),
                    validity: Validity(from: try EDTF("2019"), to: try EDTF("2021"))
                ),
                NamePeriod(name: .plain("Third"), validity: Validity(from: try EDTF("2021"))),
            ]
        )
    }
}
