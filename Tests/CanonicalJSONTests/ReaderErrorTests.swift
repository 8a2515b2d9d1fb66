// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Testing

/// Which error bad input gets, and where it points.
struct ReaderErrorTests {
    @Test(
        "The error names the first byte that is wrong",
        arguments: [
            ("", .unexpectedEnd), (" \n", .unexpectedEnd), ("tru", .unexpectedEnd), ("\"abc", .unexpectedEnd),
            ("\"abc\\", .unexpectedEnd), ("[1", .unexpectedEnd), ("-", .unexpectedEnd),
            ("1.", .unexpectedEnd),
            ("nulL", .unexpectedByte(offset: 3)), ("[1,]", .unexpectedByte(offset: 3)),
            ("{a:1}", .unexpectedByte(offset: 1)), ("{\"a\" 1}", .unexpectedByte(offset: 5)),
            ("\u{FEFF}1", .unexpectedByte(offset: 0)), ("\u{B}1", .unexpectedByte(offset: 0)),
            ("1 2", .trailingBytes(offset: 2)), ("{} x", .trailingBytes(offset: 3)),
            ("{\"a\":1,\"a\":1}", .duplicateName("a", offset: 7)),
            ("{\"b\":1, \"a\":{\"b\":1}, \"b\":1}", .duplicateName("b", offset: 21)),
            ("{\"a\":1,\"\\u0061\":1}", .duplicateName("a", offset: 7)),
            ("[\"a\\u0000\"]", .nullCharacter(offset: 3)), ("\"\u{0}\"", .controlCharacter(offset: 1)),
            ("\"a\nb\"", .controlCharacter(offset: 2)), ("\"\\uD800\"", .loneSurrogate(offset: 1)),
            ("\"\\uDC00\\uD800\"", .loneSurrogate(offset: 1)),
            ("\"\\uD800\\u0041\"", .loneSurrogate(offset: 1)),
            ("\"\\uD800\\n\"", .loneSurrogate(offset: 1)), ("\"x\\a\"", .invalidEscape(offset: 2)),
            ("\"\\u00G0\"", .invalidEscape(offset: 1)), ("\"\\u004\"", .invalidEscape(offset: 1)),
            ("\"\\uD800\\u12\"", .invalidEscape(offset: 7)), ("[01]", .invalidNumber(offset: 1)),
            ("-x", .invalidNumber(offset: 1)), ("1.e1", .invalidNumber(offset: 2)),
            ("1e+x", .invalidNumber(offset: 3)),
        ] as [(String, JSONError)]
    )
    func offsets(text: String, error: JSONError) {
        #expect(throws: error) { try JSON(parsing: text) }
        #expect(throws: error) { try JSON(parsing: Array(text.utf8)) }
    }

    @Test(
        "What is not UTF-8 is refused in names and values, with and without escapes",
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
        ] as [[UInt8]]
    )
    func invalidUTF8(sequence: [UInt8]) {
        for (before, after) in [("[\"aé", "\"]"), ("{\"", "\":1}"), ("\"\\n", "\\n\""), ("\"", "\\u0000\"")] {
            let bytes = Array(before.utf8) + sequence + Array(after.utf8)
            #expect(throws: JSONError.invalidUTF8(offset: before.utf8.count)) { try JSON(parsing: bytes) }
        }
    }

    @Test("An escape does not complete a character begun in bytes")
    func splitCharacter() {
        let bytes: [UInt8] = [0x22, 0xC3] + Array("\\u00A9\"".utf8)
        #expect(throws: JSONError.invalidUTF8(offset: 1)) { try JSON(parsing: bytes) }
    }

    @Test("Nesting is followed to the limit and no further")
    func depth() throws {
        func nested(_ depth: Int, _ open: String, _ close: String) -> String {
            String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
        }
        let limit = JSON.depthLimit
        for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[[],{},", "]")] {
            _ = try JSON(parsing: nested(limit - 1, open, close))
            #expect(throws: JSONError.tooDeep(limit: limit)) {
                try JSON(parsing: nested(limit + 1, open, close))
            }
        }
        #expect(try JSON(parsing: nested(limit, "[", "]")).array?.count == 1)
        #expect(throws: JSONError.tooDeep(limit: limit)) {
            try JSON(parsing: String(repeating: "[{\"a\":", count: 50_000))
        }
        let siblings = "[" + String(repeating: "[1],{\"a\":1},", count: 100) + "[]]"
        #expect(try JSON(parsing: siblings, depthLimit: 2).array?.count == 201)
        #expect(try JSON(parsing: "[[],[],[{}]]", depthLimit: 3).array?.count == 3)
        #expect(throws: JSONError.tooDeep(limit: 2)) { try JSON(parsing: "[[],[],[{}]]", depthLimit: 2) }
        #expect(throws: JSONError.tooDeep(limit: 0)) { try JSON(parsing: "{}", depthLimit: 0) }
        #expect(try JSON(parsing: "1", depthLimit: 0) == 1)
    }

    @Test("Every error describes itself in one line")
    func descriptions() {
        let errors: [JSONError] = [
            .unexpectedByte(offset: 41), .unexpectedEnd, .trailingBytes(offset: 41),
            .duplicateName("a\nb", offset: 41), .invalidUTF8(offset: 41), .nullCharacter(offset: 41),
            .loneSurrogate(offset: 41), .invalidEscape(offset: 41), .controlCharacter(offset: 41),
            .invalidNumber(offset: 41), .tooDeep(limit: 41),
        ]
        for error in errors {
            #expect(!"\(error)".contains("\n"))
            #expect("\(error)".contains("41") || error == .unexpectedEnd)
        }
        #expect(Set(errors.map(\.description)).count == errors.count)
        let canonical: [CanonicalError] = [.numberOutOfRange, .integerOutOfRange(41), .notANumber]
        #expect(Set(canonical.map(\.description)).count == canonical.count)
    }
}
