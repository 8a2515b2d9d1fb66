// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import LedgerExport
import Testing

/// What is written as a decision record is what the import reads of it.
struct RecordRoundTripTests {
    /// Texts that would be something else in Markdown, if they were not escaped.
    private static let texts = [
        "Plain", "# Heading", "C#", "C #", "2. a. b", "4. Use Markdown", "- item", "say \"yes\", because",
        "[link](to) `code`",
        "<!-- comment -->", "**bold** __too__", "back\\slash \\# \\\"", "a | b", "because: it, because",
        "&amp; <b>",
        "Chosen option: \"X\", because Y", "---", "Good, because x", "’quote’ “quote”", "Status: accepted",
    ]

    private func dossier(_ text: String, status: String = "adopted", date: String = "2019-08-31")
        -> JSONObject
    {
        let title = JSON.string(text)
        return JSONObject([
            (
                "row",
                [
                    "key": "D-0004", "title": title, "status": .string(status), "certainty": "yes",
                    "when": "late summer 2019", "date": .string(date), "revision": 1,
                ]
            ), ("question", title), ("reason", title), ("entries", [3, 5]),
            (
                "options",
                [
                    [
                        "number": 1, "title": "Other", "chosen": false,
                        "arguments": [["stance": "against", "text": title]],
                    ],
                    [
                        "number": 2, "title": .string("\(text) 2"), "chosen": true,
                        "arguments": [
                            ["stance": "for", "text": title], ["stance": "neutral", "text": "Neither"],
                        ],
                    ],
                ]
            ),
            (
                "consents",
                [
                    ["organisation": "provide", "stance": "consents", "mode": "given"],
                    ["organisation": "essex-county-council", "stance": "consents", "mode": "reported"],
                    ["organisation": "age-uk", "stance": "consents", "gap": "revision 1 only"],
                ]
            ),
        ])
    }

    private static let names = [
        "provide": "Provide CIC", "essex-county-council": "Essex County Council", "board": "Programme Board",
    ]

    private func draft(_ dossiers: JSONObject..., closing: String? = nil) throws -> DraftedImport {
        let files = try dossiers.map { dossier in
            let record = MADRRecord(dossier, names: Self.names, closing: closing)
            return RecordFile(
                name: record.fileName,
                digest: String(repeating: "0", count: 64),
                record: try DecisionRecord(Array(record.text.utf8))
            )
        }
        return try DraftedImport(files, types: DraftFixtures.types, parties: DraftFixtures.parties)
    }

    @Test("Title, question, options, what is said of them, reason and consents come back", arguments: texts)
    func comesBack(text: String) throws {
        let drafted = try draft(dossier(text))
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        let tabled = try #require(drafted.data("proposal.tabled").first)
        #expect(tabled["title"]?.text == text)
        #expect(tabled["question"]?.text == text)
        #expect(drafted.file.lines[1].subject == "decision/D-0004")
        #expect(drafted.data("option.added").map { $0["title"]?.text } == ["Other", "\(text) 2"])
        #expect(drafted.data("option.argued").map { $0["text"]?.text } == [text, text, "Neither"])
        #expect(drafted.data("option.argued").map { $0["stance"]?.text } == ["against", "for", "neutral"])
        #expect(drafted.data("consent.given").map { $0["org"]?.text } == ["provide", "essex-county-council"])
        let adopted = try #require(drafted.entries("decision.adopted").first)
        #expect(adopted["data"]?.object?["reason"]?.text == text)
        #expect(adopted["data"]?.object?["option"] == 2)
        #expect(adopted["occurred"] == ["date": "2019-08-31"])
    }

    @Test(
        "Dates come back as exactly as they are known",
        arguments: [
            "2019", "2019-08", "2019-08-31", "2019-22", "2019-08/2019-09", "../2018-03", "2018~", "2018-03?",
        ]
    )
    func dates(date: String) throws {
        let drafted = try draft(dossier("x", date: date))
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.entries("decision.adopted").first?["occurred"]?.object?["date"]?.text == date)
        // log4brains cannot read a date that is no day, month or year: it stands in the front matter alone.
        let text = MADRRecord(dossier("x", date: date), names: [:]).text
        let isPlain = date.wholeMatch(of: /\d{4}(-(0\d|1[0-2])(-\d\d)?)?/) != nil
        #expect(text.contains("\n- Date: \(date)\n") == isPlain)
        #expect(text.contains("\n- When: late summer 2019\n") != isPlain)
    }

    @Test(
        "What is not adopted does not come back as adopted",
        arguments: [
            ("tabled", "consent.given"), ("rejected", "decision.rejected"), ("rescinded", "decision.adopted"),
            ("withdrawn", "decision.rejected"),
        ]
    )
    func others(status: String, last: String) throws {
        var dossier = dossier("x", status: status)
        dossier["options"] = []
        if last == "decision.rejected" { dossier["reason"] = nil }
        let drafted = try draft(dossier, closing: "Chosen option: \"X\", because # Y")
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.types.last == last)
        if last == "decision.rejected" {
            #expect(drafted.data(last).first?["reason"] == "Chosen option: \"X\", because # Y")
        }
    }

    @Test("What replaced a decision is linked, and comes back")
    func superseded() throws {
        var old = dossier("Old", status: "superseded")
        old["links"] = [
            ["direction": "replacedBy", "depth": 1, "subject": "decision/D-0007", "title": "New"]
        ]
        var new = dossier("New")
        var row = try #require(new["row"]?.object)
        row["key"] = "D-0007"
        new["row"] = .object(row)
        let text = MADRRecord(old, names: [:]).text
        #expect(text.hasPrefix("---\nstatus: \"superseded by D-0007\"\ndate: \"2019-08-31\"\n"))
        #expect(text.contains("\n\n---\n\n# Old\n\n- Status: superseded by [D-0007](D-0007.md)\n"))
        let drafted = try draft(old, new)
        #expect(drafted.problems.isEmpty, "\(drafted.problems)")
        #expect(drafted.data("decision.superseded") == [JSONObject([("decision", "D-0007")])])
    }

    @Test("What may not be seen is said to be withheld, and a name with a comma gives way to its key")
    func withheld() throws {
        var dossier = dossier("x")
        dossier["reason"] = nil
        var row = try #require(dossier["row"]?.object)
        row["title"] = nil
        dossier["row"] = .object(row)
        let text = MADRRecord(dossier, names: ["provide": "Provide, CIC", "essex-county-council": "\"ECC\""])
            .text
        #expect(text.contains("# (withheld)\n"))
        #expect(text.contains("because (withheld)\n"))
        #expect(text.contains("decision-makers: [\"provide\", \"\\\"ECC\\\"\"]\n"))
        #expect(text.contains("- Deciders: provide, \\\"ECC\\\"\n"))
    }
}
