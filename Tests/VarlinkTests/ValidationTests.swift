// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing
import Varlink

/// Parameters that are not as declared are refused, and the refusal names them.
struct ValidationTests {
    private static let interface = InterfaceDescription(
        builtIn: """
            interface org.example.Check
            type Entry (data: string, size: ?int, next: ?Entry)
            type Kind (red, green)
            method Flat(b: bool, i: int, f: float, s: string, o: object, a: any) -> ()
            method Deep(
              entries: []Entry,
              byName: ?[string]Entry,
              kind: ?Kind,
              kinds: ?[]Kind,
              set: ?[string](),
              table: ?[][]int,
              holes: ?[]?int,
              open: ?object
            ) -> (kind: Kind)
            """
    )

    private func check(_ method: String, _ json: JSON) throws -> JSONObject {
        let interface = Self.interface
        let method = try #require(interface.method(named: method))
        return try interface.validated(object(json), against: method.input)
    }

    private static let flat: JSON = ["b": true, "i": -1, "f": 2, "s": "", "o": [:], "a": [.null]]

    @Test func everyTypeIsAccepted() throws {
        #expect(try check("Flat", Self.flat) == object(Self.flat))
        var other = object(Self.flat)
        other["f"] = .number("2.5e3")
        other["i"] = .integer(.min)
        other["a"] = .bool(false)
        #expect(try check("Flat", .object(other)) == other)
    }

    @Test(
        arguments: [
            ("b", JSON.integer(0)), ("b", "true"), ("b", .null),
            ("i", "1"), ("i", .number("1.0")), ("i", .number("9223372036854775808")), ("i", .bool(true)),
            ("f", "1"), ("s", 1), ("s", ["x"]), ("s", .null), ("o", .array([])), ("o", "x"), ("a", .null),
            ("A", 1), ("ä", 1),
        ] as [(String, JSON)]
    )
    func wrongMembersAreNamed(name: String, value: JSON) {
        var members = object(Self.flat)
        members[name] = value
        #expect(throws: VarlinkError.invalidParameter(name)) { try check("Flat", .object(members)) }
    }

    @Test(arguments: ["b", "i", "f", "s", "o", "a"]) func missingMembersAreNamed(name: String) {
        var members = object(Self.flat)
        members[name] = nil
        #expect(throws: VarlinkError.invalidParameter(name)) { try check("Flat", .object(members)) }
    }

    /// U+212A is canonically equivalent to K, and Swift's `String ==` would take one for the other.
    @Test func namesAreComparedAsBytes() throws {
        let interface = InterfaceDescription(builtIn: "interface a.b\nmethod M(K: ?int) -> ()\n")
        let method = try #require(interface.method(named: "M"))
        #expect(throws: VarlinkError.invalidParameter("\u{212A}")) {
            try interface.validated(object(["\u{212A}": 1]), against: method.input)
        }
    }

    @Test(
        arguments: [
            (["entries": [["data": "a"], ["data": 1]]], "entries.1.data"),
            (["entries": [["size": 1]]], "entries.0.data"),
            (
                ["entries": [["data": "a", "next": ["data": "b", "next": ["data": "c", "x": 1]]]]],
                "entries.0.next.next.x"
            ),
            (["entries": ["a"]], "entries.0"),
            (["entries": [:]], "entries"),
            (["entries": [], "byName": ["k": ["data": .null]]], "byName.k.data"),
            (["entries": [], "kind": "blue"], "kind"),
            (["entries": [], "kinds": ["red", "blue"]], "kinds.1"),
            (["entries": [], "set": ["a": ["b": 1]]], "set.a.b"),
            (["entries": [], "table": [[1], [2, "3"]]], "table.1.1"),
            (["entries": [], "holes": [.null, "x"]], "holes.1"),
            (["entries": [], "open": []], "open"),
            ([:], "entries"),
        ] as [(JSON, String)]
    )
    func pathsLeadToWhatIsWrong(parameters: JSON, path: String) {
        #expect(throws: VarlinkError.invalidParameter(path)) { try check("Deep", parameters) }
    }

    @Test func nullsForAbsentFieldsAreDropped() throws {
        let parameters: JSON = [
            "entries": [["data": "a", "size": .null, "next": ["data": "b", "next": .null]]],
            "byName": ["k": ["data": "c", "size": .null]], "kind": .null, "holes": [.null, 1],
            "open": ["kept": .null],
        ]
        let expected: JSON = [
            "entries": [["data": "a", "next": ["data": "b"]]], "byName": ["k": ["data": "c"]],
            "holes": [.null, 1], "open": ["kept": .null],
        ]
        #expect(try check("Deep", parameters) == object(expected))
    }

    @Test func repliesCanBeChecked() throws {
        let output = try #require(Self.interface.method(named: "Deep")).output
        _ = try Self.interface.validated(object(["kind": "red"]), against: output)
        #expect(throws: VarlinkError.invalidParameter("kind")) {
            try Self.interface.validated(object(["kind": 1]), against: output)
        }
    }
}
