// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import Testing

/// The writers of formats that other tools open.
struct InterchangeWritingTests {
    @Test("A batch is one array with each entry as it is, also without any")
    func batch() {
        var batch = CloudEventsBatch()
        #expect(batch.beginning + batch.end == Array("[\n]\n".utf8))
        let pieces = ["{\"a\":1}", "{\"b\": 2}"].map { batch.piece(Array($0.utf8)) }
        let text = String(decoding: batch.beginning + pieces.joined() + batch.end, as: UTF8.self)
        #expect(text == "[\n{\"a\":1},\n{\"b\": 2}\n]\n")
        #expect((try? JSON(parsing: text)) == [["a": 1], ["b": 2]])
    }

    @Test("Any answer becomes a table: members are columns, lists are joined or unfolded")
    func table() {
        let party: AnswerColumn.Shape = .members([AnswerColumn("key", .value), AnswerColumn("name", .value)])
        let columns = [
            AnswerColumn("key", .value), AnswerColumn("of", party), AnswerColumn("sum", .money),
            AnswerColumn("late", .value), AnswerColumn("words", .list(.value)),
            AnswerColumn("all", .list(party)),
        ]
        let header = [
            "key", "of.key", "of.name", "sum", "sum.currency", "late", "words", "all.key", "all.name",
        ]
        let row = JSONObject([
            ("key", "a"), ("of", ["key": "p", "name": "P, Q"]), ("sum", ["minor": -5, "currency": "GBP"]),
            ("late", true), ("words", ["x", "y"]), ("all", [["key": "1"], ["key": "2", "name": "Two"]]),
        ])
        let whole = AnswerCSV(columns)
        #expect(whole.header == header)
        #expect(
            whole.records(of: row) == [["a", "p", "P, Q", "-0.05", "GBP", "yes", "x; y", "1; 2", "; Two"]]
        )
        #expect(whole.records(of: JSONObject()) == [Array(repeating: "", count: header.count)])
        #expect(whole.text([row]).hasSuffix("a,p,\"P, Q\",-0.05,GBP,yes,x; y,1; 2,; Two\r\n"))
        let unfolded = AnswerCSV(columns, unfolding: "all").records(of: row)
        #expect(unfolded.map { $0.suffix(2) } == [["1", ""], ["2", "Two"]])
        #expect(AnswerCSV(columns, unfolding: "all").records(of: JSONObject()).count == 1)
    }

    @Test(
        "Amounts have the decimals of their currency",
        arguments: [(5, "GBP", "0.05"), (-954_600, "GBP", "-9546.00"), (7, "JPY", "7"), (1, "KWD", "0.001")]
    )
    func amounts(minor: Int64, currency: String, text: String) {
        #expect(MinorUnits.text(minor, of: currency) == text)
    }

    @Test(
        "A negative number stays one, and anything else that begins like a formula does not",
        arguments: [
            ("-0.25", "-0.25"), ("-5", "-5"), ("-", "'-"), ("-1.", "'-1."), ("-1+2", "'-1+2"),
            ("-1e5", "'-1e5"),
            ("--1", "'--1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("\n=1", "\"'\n=1\""), ("-1.2.3", "'-1.2.3"),
        ]
    )
    func formulas(value: String, field: String) {
        #expect(CSV.record([value, "x"]) == "\(field),x\r\n")
    }

    @Test(
        "What people wrote stays text in Markdown",
        arguments: [
            ("plain", "plain"), ("# no heading", "\\# no heading"), ("C#", "C\\#"), ("- item", "\\- item"),
            ("12. item", "12\\. item"), ("12) item", "12\\) item"), ("v1.2", "v1.2"), ("===", "\\==="),
            ("  spaced  ", "spaced"), ("two\nlines", "two lines"), ("a*b_c`d`", "a\\*b\\_c\\`d\\`"),
            ("<!-- x -->", "\\<!-- x -->"), ("[a](b)", "\\[a\\](b)"), ("&lt;", "\\&lt;"),
            ("a|b~c", "a\\|b\\~c"),
            ("back\\slash", "back\\\\slash"), ("\u{202E}x\u{7}", "\u{FFFD}x\u{FFFD}"), ("", ""),
            ("a\u{2028}# b", "a # b"), ("\u{A0}# x", "\\# x"),
        ]
    )
    func markdown(text: String, shown: String) {
        #expect(Markdown.line(text) == shown)
    }

    @Test("Paragraphs keep their lines, and every line is escaped")
    func paragraphs() {
        #expect(Markdown.paragraphs("\n\na\n\n\n# b\r\n> c\n") == ["a", "", "\\# b", "\\> c"])
        #expect(Markdown.paragraphs("") == [])
        #expect(Markdown.bare("a\n\u{1B}# \"b\"") == "a \u{FFFD}# \"b\"")
    }

    @Test(
        "The status of a record is never further than is certain",
        arguments: [
            ("tabled", MADRStatus.proposed, MADRStatus.draft), ("deferred", .proposed, .draft),
            ("adopted", .accepted, .proposed), ("implemented", .accepted, .proposed),
            ("urgent", .accepted, .proposed), ("calledIn", .proposed, .proposed),
            ("rejected", .rejected, .proposed), ("lapsed", .rejected, .proposed),
            ("rescinded", .deprecated, .accepted), ("superseded", .superseded, .accepted),
        ]
    )
    func status(word: String, certain: MADRStatus, possible: MADRStatus) {
        #expect(MADRStatus(word, isCertain: true) == certain)
        #expect(MADRStatus(word, isCertain: false) == possible)
        #expect(MADRStatus("unheard of", isCertain: true) == nil)
    }

    private static let network: JSONObject = JSONObject([
        (
            "rows",
            [
                [
                    "fromNode": 2, "fromPerson": ["label": "Lead \"officer\""],
                    "fromRole": "Lead & <post>\\N",
                    "fromGroup": ["key": "p", "name": "Pro]]>vide\u{0}"], "fromSilent": false, "toNode": 1,
                    "toOrganisation": ["key": "c", "name": "Council\nline"], "toGroup": ["key": "(unknown)"],
                    "toSilent": true, "weight": 2, "entries": [4, 9],
                ],
                [
                    "fromNode": 3, "fromOrganisation": ["key": "x"], "fromGroup": ["key": "x"],
                    "fromSilent": false,
                ],
            ]
        ),
        (
            "figures",
            [["name": "direction", "value": "as knowledge flows"], ["name": "nodes", "value": "3"]]
        ),
    ])

    @Test("GraphML declares every key and holds no character that XML cannot")
    func graphml() throws {
        let network = try #require(NetworkAnswer(Self.network))
        #expect(network.counts == (3, 1))
        var text = ""
        GraphML.write(network) { text += $0 }
        for key in text.matches(of: /<data key="(\w+)"/).map(\.output.1) {
            #expect(text.contains("<key id=\"\(key)\" for="), "\(key)")
        }
        #expect(text.contains("<graph id=\"network\" edgedefault=\"directed\">"))
        #expect(text.contains("<data key=\"role\">Lead &amp; &lt;post&gt;\\N</data>"))
        #expect(text.contains("<data key=\"group\">Pro]]&gt;vide\u{FFFD}</data>"))
        #expect(text.contains("<edge source=\"n2\" target=\"n1\"><data key=\"weight\">2</data>"))
        #expect(text.contains("<data key=\"direction\">as knowledge flows</data>"))
        #expect(text.firstRange(of: "<node id=\"n3\">") != nil && text.hasSuffix("</graphml>\n"))
    }

    @Test("DOT quotes every text so that Graphviz shows it as it is")
    func dot() throws {
        let network = try #require(NetworkAnswer(Self.network))
        var text = ""
        GraphvizDOT.write(network) { text += $0 }
        #expect(text.contains("label=\"Lead \\\"officer\\\"\\nLead &amp; <post>\\\\N\""))
        #expect(
            text.contains("\"n1\" [label=\"Council\\nline\" shape=box key=\"c\" style=\"rounded,dashed\"];")
        )
        #expect(text.contains("\"n2\" -> \"n1\" [label=\"2\" weight=2 entries=\"4 9\"];"))
        #expect(text.hasPrefix("digraph \"network\" {\n  label=\"direction: as knowledge flows\";"))
        #expect(NetworkAnswer(JSONObject([("rows", [["toNode": 1]])])) == nil)
    }

    @Test("An entry is a record, with what it says as JSON and without what is sealed")
    func entries() {
        let entry = JSONObject([
            ("type", "io.jvledger.consent.given.v1"), ("subject", "decision/D-0001"), ("streamversion", 2),
            ("authtype", "user"), ("authid", "uid-1"), ("id", "e"),
            (
                "data",
                [
                    "org": "provide", "occurred": ["date": "2019", "words": "in 2019"],
                    "sealed": ["condition"],
                    "_sd": ["x"], "sources": [["evidence": "REF", "locator": "4"]],
                ]
            ),
        ])
        let record = EntriesCSV.record(position: 7, entry: entry, leafHash: "ab")
        #expect(record.count == EntriesCSV.header.count)
        let fields = Dictionary(uniqueKeysWithValues: zip(EntriesCSV.header, record))
        #expect(fields["data"] == "{\"org\":\"provide\"}" && fields["sealed"] == "condition")
        #expect(
            fields["date"] == "2019" && fields["sources"] == "REF 4" && fields["recorder"] == "user uid-1"
        )
    }
}
