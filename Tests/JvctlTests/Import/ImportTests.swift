// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerCommands
import Testing

struct ImportTests {
    private static let types: [EventType] = [
        [
            "name": "person.registered", "type": "io.jvledger.person.registered.v1", "kind": "person",
            "fields": [
                ["name": "name", "kind": "text", "personal": true], ["name": "label", "kind": "text"],
                ["name": "organisation", "kind": "key of organisation"],
            ],
        ]
    ].compactMap { EventType($0) }

    private func file(_ lines: String...) throws -> ImportFile {
        try ImportFile(Array(lines.joined(separator: "\n").utf8))
    }

    private func ids(_ lines: String...) throws -> [String] {
        var file = try ImportFile(Array(lines.joined(separator: "\n").utf8))
        try file.deriveIDs(Self.types)
        return file.lines.compactMap { $0.entry["id"]?.text }
    }

    private func person(_ fields: String) -> String {
        #"{"type":"person.registered","subject":"person/","data":{\#(fields)}}"#
    }

    @Test("Lines are counted from 1, and the last needs no line feed")
    func lines() throws {
        let file = try file(#"{"type":"a","subject":"b/"}"#, #"{"type":"c","subject":"d/"}"#)
        #expect(file.lines.map(\.number) == [1, 2])
        #expect(file.lines.map(\.place) == ["line 1 (a b/)", "line 2 (c d/)"])
        #expect(try ImportFile(Array("{\"type\":\"a\",\"subject\":\"b/\"}\n".utf8)).lines.count == 1)
    }

    @Test(
        "What is wrong is said with its line",
        arguments: [
            ("{", "line 2: not JSON: the JSON text ends too early"), ("[]", "line 2: not a JSON object"),
            ("", "line 2: it is empty; #N counts lines, so there are no empty ones"),
            (#"{"subject":"b/"}"#, "line 2: type is missing"),
            (#"{"type":"a"}"#, "line 2: subject is missing"),
            (#"{"type":"a","subject":"b/","data":1}"#, "line 2: data is not an object"),
            (
                #"{"type":"a","subject":"b/","date":{}}"#,
                "line 2: an entry has no member date; did you mean data?"
            ),
            (#"{"type":"a","type":"b"}"#, "line 2: not JSON: member name \"type\" occurs again at offset 12"),
        ]
    )
    func wrongLine(line: String, message: String) {
        let complaint = #expect(throws: Complaint.self) {
            try file(#"{"type":"a","subject":"b/"}"#, line, #"{"type":"a","subject":"b/"}"#)
        }
        #expect(complaint?.message == message)
        #expect(complaint?.status == .refused)
    }

    @Test("A file without entries is refused")
    func empty() { #expect(throws: Complaint.self) { try ImportFile([]) } }

    @Test("A derived id is a UUID of version 8, and the same every time")
    func derivedID() throws {
        let id = try ids(person(#""organisation":"provide""#))
        #expect(id == (try ids(person(#""organisation":"provide""#))))
        let parts = try #require(id.first).split(separator: "-")
        #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
        #expect(parts[2].first == "8")
        #expect(try "89ab".contains(#require(parts[3].first)))
    }

    @Test("Nothing of a text that can be sealed is in a derived id")
    func noTexts() throws {
        let plain = try ids(person(#""organisation":"provide""#))
        #expect(try ids(person(#""name":"Jo Doe","label":"Lecturer","organisation":"provide""#)) == plain)
        #expect(try ids(person(#""organisation":"council""#)) != plain)
    }

    @Test("Lines that differ in their texts alone are told apart by their order")
    func sameButForTexts() throws {
        let two = try ids(person(#""name":"Jo""#), person(#""name":"Al""#))
        #expect(Set(two).count == 2)
        #expect(try ids(person(#""name":"Jo""#)) == [two[0]])
    }

    @Test("An id that is given stays")
    func givenID() throws {
        #expect(try ids(#"{"id":"mine","type":"a","subject":"b/"}"#) == ["mine"])
        #expect(try !file(#"{"id":"mine","type":"a","subject":"b/"}"#).lacksIDs)
    }

    @Test("A file that fits is one call, with or without batches of its length")
    func oneCall() throws {
        let file = try file(#"{"type":"a","subject":"b/"}"#, #"{"type":"a","subject":"b/#0"}"#)
        #expect(try file.calls(batch: nil).count == 1)
        #expect(try file.calls(batch: 2).count == 1)
    }

    @Test("Batches keep the order and leave nothing out", arguments: 0..<50)
    func batches(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let count = Int.random(in: 2...60, using: &random)
        let batch = Int.random(in: 1..<count, using: &random)
        let lines = (0..<count).map { #"{"type":"a","subject":"b/k\#($0)"}"# }
        let file = try ImportFile(Array(lines.joined(separator: "\n").utf8))
        let calls = try file.calls(batch: batch)
        #expect(calls.flatMap { $0 } == file.lines, "seed \(seed)")
        #expect(calls.allSatisfy { (1...batch).contains($0.count) })
    }

    @Test("A file that does not fit one call needs batches")
    func tooMany() throws {
        let line = #"{"type":"a","subject":"b/"}"# + "\n"
        let file = try ImportFile(Array(String(repeating: line, count: ImportFile.callEntries + 1).utf8))
        let complaint = #expect(throws: Complaint.self) { try file.calls(batch: nil) }
        #expect(complaint?.status == .usage)
        #expect(try file.calls(batch: ImportFile.callEntries).map(\.count) == [ImportFile.callEntries, 1])
    }

    @Test(
        "References do not work across calls, so batches refuse them",
        arguments: [
            (##"{"type":"a","subject":"b/#0"}"##, "#0"),
            (##"{"type":"a","subject":"b/","data":{"p":"#12"}}"##, "#12"),
            (##"{"type":"a","subject":"b/","data":{"l":[{"p":"post/#3"}]}}"##, "#3"),
        ]
    )
    func references(line: String, reference: String) throws {
        let file = try file(#"{"type":"a","subject":"b/"}"#, line)
        let complaint = #expect(throws: Complaint.self) { try file.calls(batch: 1) }
        #expect(complaint?.message.contains("refers to \(reference)") == true)
    }

    @Test("A hash that is no reference may be in a batch", arguments: ["#", "# 1", "#a", "item #1"])
    func noReferences(text: String) throws {
        let line = #"{"type":"a","subject":"b/","data":{"t":"\#(text)"}}"#
        #expect(try file(line, line).calls(batch: 1).count == 2)
    }

    @Test("The organisation is set where a line has none")
    func onBehalfOf() throws {
        var file = try file(#"{"type":"a","subject":"b/"}"#, #"{"type":"a","subject":"b/","onBehalfOf":"x"}"#)
        file.setDefault(onBehalfOf: "provide")
        #expect(file.lines.map { $0.entry["onBehalfOf"] } == ["provide", "x"])
    }
}
