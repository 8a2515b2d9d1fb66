// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

struct RecordingTests {
    @Test("Options become the members of an entry, and what is not said is left out")
    func entry() throws {
        var settings = RecordingSettings()
        settings.occurred = "2019-08/2019-09"
        settings.basis = "inferred"
        settings.words = "late summer 2019"
        settings.sources = ["REF:section 4: roles", "S4"]
        settings.seal = ["title"]
        settings.id = "abc"
        settings.onBehalfOf = "provide"
        settings.classification = "restricted"
        settings.streamVersion = 0
        let draft = Draft("proposal.tabled", "decision/", ["title": "T", "question": .text(nil)])
        #expect(
            try settings.entries([draft]) == [
                [
                    "id": "abc", "type": "proposal.tabled", "subject": "decision/", "streamVersion": 0,
                    "occurred": [
                        "date": "2019-08/2019-09", "basis": "inferred", "words": "late summer 2019",
                    ],
                    "sources": [["evidence": "REF", "locator": "section 4: roles"], ["evidence": "S4"]],
                    "onBehalfOf": "provide", "classification": "restricted", "seal": ["title"],
                    "data": ["title": "T"],
                ]
            ]
        )
        #expect(
            try RecordingSettings().entries([Draft("proposal.withdrawn", "decision/D-1")]) == [
                ["type": "proposal.withdrawn", "subject": "decision/D-1"]
            ]
        )
    }

    @Test("Of several entries the first has the id and the version, each seals what it has")
    func several() throws {
        var settings = RecordingSettings()
        settings.id = "abc"
        settings.streamVersion = 3
        settings.seal = ["question"]
        let drafts = [
            Draft("a", "decision/", ["question": "Q"]), Draft("b", "decision/#0", ["title": "T"]),
        ]
        #expect(
            try settings.entries(drafts) == [
                [
                    "id": "abc", "type": "a", "subject": "decision/", "streamVersion": 3,
                    "seal": ["question"],
                    "data": ["question": "Q"],
                ],
                ["id": "abc.2", "type": "b", "subject": "decision/#0", "data": ["title": "T"]],
            ]
        )
    }

    @Test("A stated date says no basis")
    func stated() throws {
        var settings = RecordingSettings()
        settings.occurred = "2019"
        settings.basis = "stated"
        #expect(
            try settings.entries([Draft("a", "b/")]) == [
                ["type": "a", "subject": "b/", "occurred": ["date": "2019"]]
            ]
        )
    }

    @Test("A basis without a date, a source without a key and a seal without a field are usage errors")
    func refused() {
        var basis = RecordingSettings()
        basis.basis = "planned"
        var source = RecordingSettings()
        source.sources = [":section 4"]
        var locator = RecordingSettings()
        locator.sources = ["REF:"]
        var seal = RecordingSettings()
        seal.seal = ["title"]
        for settings in [basis, source, locator, seal] {
            let complaint = #expect(throws: Complaint.self) { try settings.entries([Draft("a", "b/")]) }
            #expect(complaint?.status == .usage)
        }
    }

    @Test(
        "Positions are said as runs",
        arguments: [
            ([33, 34, 35, 36], "33-36"), ([5], "5"), ([1, 2, 4, 9, 8], "1-2, 4, 8-9"), ([], ""),
            ([3, 3], "3"),
        ] as [([UInt64], String)]
    )
    func positions(positions: [UInt64], text: String) { #expect(PositionList.text(positions) == text) }

    @Test("Where and as of when is asked become parameters")
    func asOf() {
        let asOf = AsOfSettings(validAt: "2019", knownAt: "@40", sourcedBy: nil)
        #expect(
            asOf.added(to: JSONObject([("key", "D-1")]))
                == JSONObject([("key", "D-1"), ("validAt", "2019"), ("knownAt", "@40")])
        )
        #expect(asOf.hint == nil)
        let known = AsOfSettings(knownAt: "2019-06-01")
        #expect(known.hint == "For what sources of that date support: --sourced-by 2019-06-01")
    }

    @Test(
        "A range of positions",
        arguments: [("33-36", UInt64(33), UInt64(36) as UInt64?), ("7", 7, 7), ("7-", 7, nil), ("0-0", 0, 0)]
    )
    func range(text: String, first: UInt64, last: UInt64?) throws {
        let range = try LogRange(text)
        #expect(range.first == first)
        #expect(range.last == last)
    }

    @Test(
        "What is not a range is a usage error",
        arguments: ["", "-", "-5", "a", "5-3", "1-2-3", "99999999999999999999"]
    )
    func notARange(text: String) {
        let complaint = #expect(throws: Complaint.self) { try LogRange(text) }
        #expect(complaint?.status == .usage)
    }
}
