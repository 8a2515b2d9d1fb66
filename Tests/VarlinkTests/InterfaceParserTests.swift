// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Varlink

/// The whole grammar, what it means, and where a mistake is.
struct InterfaceParserTests {
    @Test func everythingIsFound() throws {
        let text = """
            # Keeps notes.
            #
            #  Indented.
            interface org.example.more-notes.v2

            # Not about Kind.

            # What it is.
            # In two lines.
            type Kind (plain, fancy)

            type Note (
              # What it says.
              text: string,
              kind: ?Kind,
              parent: ?Note,
              tags: []string,
              marks: [string]int,
              place: (x: float, y: float),
              state: (open, closed),
              more: ?[string]object
            )

            # Pages.
            # [Supports 'more' flag]
            method List(after: ?int) -> (notes: []Note)

            # Waits.
            # [Requires 'more' flag]
            method Watch() -> (note: ?Note)
            method Add(note: Note) -> ()
            error NoSuchNote (number: int)

            """
        let interface = try InterfaceDescription(parsing: text)
        #expect(interface.text == text)
        #expect(interface.name == "org.example.more-notes.v2")
        #expect(interface.documentation == "Keeps notes.\n\n Indented.")
        #expect(interface.types.map(\.name) == ["Kind", "Note"])
        #expect(interface.methods.map(\.name) == ["List", "Watch", "Add"])
        #expect(interface.methods.map(\.series) == [.supported, .required, .never])
        #expect(interface.errors.map(\.name) == ["NoSuchNote"])

        let kind = try #require(interface.type(named: "Kind"))
        #expect(kind.documentation == "What it is.\nIn two lines.")
        #expect(kind.type == .enumeration(["plain", "fancy"]))
        #expect(kind.position == TextPosition(line: 10, column: 6))

        guard case .structure(let note) = interface.type(named: "Note")?.type else {
            Issue.record("Note is a structure")
            return
        }
        #expect(
            note.fields.map(\.name) == ["text", "kind", "parent", "tags", "marks", "place", "state", "more"]
        )
        #expect(note.fields[0].documentation == "What it says.")
        #expect(note.fields[0].position == TextPosition(line: 14, column: 3))
        #expect(note.fields[1].type == .nullable(.named("Kind")))
        #expect(note.fields[3].type == .array(.string))
        #expect(note.fields[4].type == .map(.int))
        #expect(note.fields[6].type == .enumeration(["open", "closed"]))
        #expect(note.fields[7].type == .nullable(.map(.object)))
        #expect(interface.method(named: "Add")?.output.fields.isEmpty == true)
        #expect(interface.method(named: "NoSuchNote") == nil)
        #expect(interface.error(named: "NoSuchNote")?.parameters.fields.map(\.name) == ["number"])
    }

    /// Grammatical, however odd.
    @Test(arguments: [
        "interface a.b\nmethod X() -> ()",
        "interface a.b # comment\nmethod X() -> () # comment\n",
        "\n\n# only\n\tinterface a.b\r\nmethod X ( ) -> ( )\r\n\r\n",
        "interface a.b\nmethod X(\n# first\na\n:\nint\n,\nb: ? [ ] int\n)\n->\n# between\n(# inside\n)\n",
        "interface a.b\ntype T (type: int, method: string, error: bool, interface: [][string][]?object)\n",
        "interface a.b\ntype T ()\ntype S (set: [string]())\ntype One (a)\n",
        "interface a.b\ntype T (x: any, y: ?[]T, z: ?(a: ?(b, c)))\n",
        "interface xn--lgbbat1ad8j.example.algeria\nerror E ()\n",
        "interface a.0.0\nerror E ()\n",
        "interface a.b\nerror E (a_b: int, a_1_c: int, A: int)\n",
        "interface a.b\n# Grüße, 世界\nerror E (ok: bool)\n",
    ])
    func grammatical(text: String) throws {
        let interface = try InterfaceDescription(parsing: text)
        #expect(interface.text == text)
    }

    private typealias Reason = InterfaceSyntaxError.Reason

    @Test(arguments: [
        ("", 1, 1, Reason.expected("“interface”", found: "the end of the text")),
        ("method X() -> ()\n", 1, 1, .expected("“interface”", found: "“method”")),
        ("interface\n", 2, 1, .invalidInterfaceName("")),
        ("interface a\nerror E ()", 1, 11, .invalidInterfaceName("a")),
        ("interface a..b\nerror E ()", 1, 11, .invalidInterfaceName("a..b")),
        ("interface 1a.b\nerror E ()", 1, 11, .invalidInterfaceName("1a.b")),
        ("interface a.b-\nerror E ()", 1, 11, .invalidInterfaceName("a.b-")),
        ("interface a.b_c\nerror E ()", 1, 11, .invalidInterfaceName("a.b_c")),
        ("interface a.b error E ()", 1, 15, .expected("the end of the line", found: "“error”")),
        ("interface a.b\n", 2, 1, .emptyInterface),
        ("interface a.b\nerror E () error F ()\n", 2, 12, .expected("the end of the line", found: "“error”")),
        ("interface a.b\nerror Foo\n", 3, 1, .expected("“(”", found: "the end of the text")),
        ("interface a.b\nerror foo ()\n", 2, 7, .invalidName("foo")),
        ("interface a.b\ntype T_T (a: int)\n", 2, 6, .invalidName("T_T")),
        (
            "interface a.b\nfunction F()\n", 2, 1,
            .expected("“type”, “method” or “error”", found: "“function”")
        ),
        ("interface a.b\n§\n", 2, 1, .expected("“type”, “method” or “error”", found: "“§”")),
        ("interface a.b\nmethod X() = ()\n", 2, 12, .expected("“->”", found: "“=”")),
        ("interface a.b\nmethod X() -> int\n", 2, 15, .expected("“(”", found: "“int”")),
        ("interface a.b\nmethod X(a, b) -> ()\n", 2, 11, .expected("“:”", found: "“,”")),
        ("interface a.b\nerror E (a)\n", 2, 11, .expected("“:”", found: "“)”")),
        ("interface a.b\nerror E (a: int,)\n", 2, 17, .expected("a field's name", found: "“)”")),
        ("interface a.b\ntype E (a, b,)\n", 2, 14, .expected("a value's name", found: "“)”")),
        ("interface a.b\ntype E (a, b-c)\n", 2, 12, .invalidFieldName("b-c")),
        ("interface a.b\ntype E (a__b, c)\n", 2, 9, .invalidFieldName("a__b")),
        ("interface a.b\ntype E (a_, c)\n", 2, 9, .invalidFieldName("a_")),
        ("interface a.b\ntype E (_a, c)\n", 2, 9, .invalidFieldName("_a")),
        ("interface a.b\ntype E (a, b: int)\n", 2, 13, .expected("“,” or “)”", found: "“:”")),
        ("interface a.b\ntype E (a, a)\n", 2, 12, .duplicateField("a")),
        ("interface a.b\ntype E (a: int, a: int)\n", 2, 17, .duplicateField("a")),
        ("interface a.b\ntype E (a: int)\nerror E ()\n", 3, 7, .duplicateName("E")),
        ("interface a.b\ntype E (a: ??int)\n", 2, 13, .nullableTwice),
        ("interface a.b\ntype E (a: integer)\n", 2, 12, .expected("a type", found: "“integer”")),
        ("interface a.b\ntype E (a: [int]int)\n", 2, 12, .expected("“]” or “string”", found: "“int”")),
        ("interface a.b\ntype E (a: [)\n", 2, 13, .expected("“]”", found: "“)”")),
        ("interface a.b\ntype E (a: Other)\n", 2, 12, .unknownType("Other")),
        ("interface a.b\ntype E (a: c.d.Other)\n", 2, 12, .expected("a type", found: "“c.d.Other”")),
        ("interface a.b\nerror E (a: int\n# Grüße\n  ä: int)\n", 4, 3, .expected("“,” or “)”", found: "“ä”")),
        ("interface a.b\nerror E (\n", 3, 1, .expected("a name or “)”", found: "the end of the text")),
    ])
    func mistakes(text: String, line: Int, column: Int, reason: InterfaceSyntaxError.Reason) {
        let position = TextPosition(line: line, column: column)
        #expect(throws: InterfaceSyntaxError(reason: reason, position: position)) {
            try InterfaceDescription(parsing: text)
        }
    }

    @Test func mistakesReadWell() {
        let error = #expect(throws: InterfaceSyntaxError.self) {
            try InterfaceDescription(parsing: "interface a.b\ntype E (a: Other)\n")
        }
        #expect(error?.description == "line 2, column 12: no type “Other” is defined")
    }

    @Test func depthIsLimited() throws {
        func text(_ depth: Int) -> String {
            let open = String(repeating: "(a: ", count: depth)
            return "interface a.b\ntype T (a: \(open)int\(String(repeating: ")", count: depth)))\n"
        }
        _ = try InterfaceDescription(parsing: text(DefinitionParser.depthLimit - 1))
        #expect(throws: InterfaceSyntaxError.self) {
            try InterfaceDescription(parsing: text(DefinitionParser.depthLimit))
        }
        let arrays = String(repeating: "[]", count: 100_000)
        #expect(throws: InterfaceSyntaxError.self) {
            try InterfaceDescription(parsing: "interface a.b\ntype T (a: \(arrays)int)\n")
        }
    }

    /// No text makes the parser trap or hang; whatever it accepts it accepts again.
    @Test(arguments: 0..<200) func anythingIsReadOrRefused(seed: Int) {
        var random = SplitMix64(seed: seed)
        var bytes = Array(Example.text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.insert(Array("()[]?:,#-> \n".utf8).randomElement(using: &random) ?? 0, at: index)
            default: bytes.removeSubrange(index..<min(bytes.count, index + 20))
            }
            if bytes.isEmpty { break }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let interface = try? InterfaceDescription(parsing: text) else { return }
        #expect(interface.text == text)
    }
}
